import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { Kinds } from '#cases';
import { PacksOfItems } from '#councils';
import type { Queryable } from '#platform';
import { evidencePackKind } from '../evidence-pack.case.js';

/** Answers the question of councils: what of their agendas has no frozen pack? */
@Injectable()
export class UnfrozenPacks extends PacksOfItems {
  constructor(private readonly kinds: Kinds) {
    super();
  }

  async unfrozen(tx: Queryable, { prefecture, actor }: Caller): Promise<readonly string[]> {
    const sight = this.kinds.sightOf(actor.role)[evidencePackKind.kind] ?? [];
    if (sight.length === 0) return [];
    const { rows } = await tx.query<{ item: string }>({
      name: 'packs-unfrozen',
      text: `WITH me AS MATERIALIZED (SELECT app.standing($1, $2, $3) AS standing)
             SELECT h.state ->> 'item' AS item
               FROM me CROSS JOIN stream_head h
              CROSS JOIN LATERAL app.relations_to(h, me.standing) AS r(relations)
              WHERE h.prefecture = $1 AND h.kind = 'evidence_pack' AND h.status <> 'FROZEN' AND $4::text[] && r.relations
              LIMIT 2000`,
      values: [prefecture, actor.userId, actor.orgId, sight],
    });
    return rows.map(({ item }) => item);
  }
}
