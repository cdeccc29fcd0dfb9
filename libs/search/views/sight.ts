import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { Kinds, type FoundHead } from '#cases';
import { EVERYBODY } from '#kernel';
import { Databases } from '#platform';
import { seer } from '../seers.js';

/** A reader, as the index knows who sees what. */
export interface Sight {
  readonly caller: Caller;
  /** What the reader stands for: himself, his organization, areas. */
  readonly standing: readonly string[];
  /** All that the reader is to cases that he sees. */
  readonly seers: readonly number[];
}

/** A case that the reader sees just now, and in which relations. */
export interface Seen extends FoundHead {
  readonly relations: readonly string[];
  /** The reader or his organization is named in the case. */
  readonly mine: boolean;
}

/**
 * Who sees what, asked twice. The index proposes: what it finds is found by the writer, for behind row-level security
 * PostgreSQL uses no index for arrays. Then the reader's own context disposes: whatever is answered was read with the
 * reader's rights, by the function that boards and timelines ask, from heads that never lag behind.
 */
@Injectable()
export class Sights {
  constructor(
    private readonly databases: Databases,
    private readonly kinds: Kinds,
  ) {}

  async of(caller: Caller): Promise<Sight> {
    const { prefecture, actor } = caller;
    const { rows } = await this.databases.writer.query<{ standing: string[] }>({
      name: 'search-standing',
      text: 'SELECT app.standing($1, $2, $3) AS standing',
      values: [prefecture, actor.userId, actor.orgId],
    });
    const standing = rows[0]?.standing ?? [];
    return { caller, standing, seers: this.seersOf(caller, standing) };
  }

  /** Whoever stands for one of these ids, in a relation that shows a case to the reader's role. */
  seersOf({ prefecture, actor }: Caller, standing: readonly string[]): number[] {
    return Object.entries(this.kinds.sightOf(actor.role)).flatMap(([kind, relations]) =>
      relations.flatMap((relation) =>
        (relation === 'everyone' ? [EVERYBODY] : standing).map((id) => seer(prefecture, kind, relation, id)),
      ),
    );
  }

  /** Those of the cases that the reader sees now, by id. */
  async seen({ caller, standing }: Sight, ids: readonly string[]): Promise<Map<string, Seen>> {
    const { prefecture, actor } = caller;
    if (ids.length === 0) return new Map();
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<Seen>({
        name: 'search-seen',
        text: `SELECT h.stream, h.kind, h.status, h.state, h.state_version, r.relations,
                      EXISTS (SELECT FROM jsonb_each(h.relations) n WHERE n.value ?| $5::text[]) AS mine
                 FROM stream_head h CROSS JOIN LATERAL app.relations_to(h, $3::text[]) AS r(relations)
                WHERE h.prefecture = $1 AND h.stream = ANY ($2::uuid[]) AND $4::jsonb -> h.kind ?| r.relations`,
        values: [prefecture, ids, standing, this.kinds.sightOf(actor.role), [actor.userId, actor.orgId]],
      });
      return new Map(rows.map((row) => [row.stream, row]));
    });
  }

  /** Whether the reader may read records of a kind about a case that he sees. */
  reads({ caller }: Sight, { kind, relations }: Seen, record: string): boolean {
    return !this.kinds.withheldFrom(kind, caller.actor.role, relations).has(record);
  }
}
