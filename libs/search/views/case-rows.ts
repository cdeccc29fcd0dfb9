import { Injectable } from '@nestjs/common';
import { PersonalStore, type Whereabouts } from '#access';
import { patientNamed, type Identity, type PatientNamed } from '#boards';
import { Heads, Kinds } from '#cases';
import { Directory } from '#directory';
import type { Instant } from '#kernel';
import { Databases } from '#platform';
import type { CaseInList } from '../http/search.dto.js';
import { IDENTITY } from './search-index.projection.js';
import type { Seen, Sight } from './sight.js';

interface Standing {
  readonly stream: string;
  readonly begunAt: Instant;
  readonly overAt: Instant | null;
  readonly step: string | null;
  readonly dueAt: Instant | null;
  readonly overdue: boolean;
}

/** Cases as a list shows them; names are joined at read, under the reader's rights, and each look is on record. */
@Injectable()
export class CaseRows {
  constructor(
    private readonly databases: Databases,
    private readonly kinds: Kinds,
    private readonly heads: Heads,
    private readonly directory: Directory,
    private readonly store: PersonalStore,
  ) {}

  /** In the order of the ids; what the reader does not see is not there. */
  async of(
    { caller }: Sight,
    purpose: string,
    ids: readonly string[],
    seen: ReadonlyMap<string, Seen>,
  ): Promise<CaseInList[]> {
    const { prefecture } = caller;
    const found = ids.flatMap((id) => seen.get(id) ?? []);
    const standing = await this.standingOf(
      prefecture,
      found.map(({ stream }) => stream),
    );
    const placeOf = await this.directory.areaNames(prefecture);
    const cases = await Promise.all(
      found.map(async (head) => {
        const kind = this.kinds.of(head.kind);
        const state = (await this.heads.today(prefecture, head)) as object;
        const { patientRef, area } = kind.decider.bearings(state);
        return { head, kind, state, patientRef, place: placeOf(area?.municipalityId ?? '') };
      }),
    );
    const { names, hidden } = await this.whoIs(
      caller,
      purpose,
      cases.flatMap(({ patientRef }) => patientRef ?? []),
    );
    return cases.flatMap(({ head, kind, state, patientRef, place }): CaseInList[] => {
      const row = standing.get(head.stream);
      if (!row) return [];
      const { stream, ...times } = row;
      return [
        {
          about: { kind: head.kind, id: stream },
          caseState: head.status,
          number: kind.number?.(state) ?? null,
          patient: names.get(patientRef ?? '') ?? null,
          place: hidden.has(patientRef ?? '') ? '' : place,
          facts: { ...kind.card(state) },
          mine: head.mine,
          ...times,
        },
      ];
    });
  }

  /** On a list it is enough to know who. */
  async namesOf(
    caller: Sight['caller'],
    purpose: string,
    people: readonly string[],
  ): Promise<Map<string, PatientNamed>> {
    return (await this.whoIs(caller, purpose, people)).names;
  }

  /** With those of whom the reader may not learn where they live. */
  private async whoIs(caller: Sight['caller'], purpose: string, people: readonly string[]) {
    const read = await this.store.read<Identity & Whereabouts>(caller, purpose, people, [IDENTITY]);
    return {
      names: new Map(read.map(({ about, body }) => [about, patientNamed(about, { ...body, address: '' })])),
      hidden: new Set(read.flatMap(({ about, body }) => (body.addressHidden ? [about] : []))),
    };
  }

  private async standingOf(prefecture: string, ids: readonly string[]): Promise<Map<string, Standing>> {
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<Standing>({
        name: 'search-standing-of',
        text: `SELECT c.stream, c.begun_at AS "begunAt", c.over_at AS "overAt", o.step, o.due_at AS "dueAt",
                      coalesce(o.due_at <= app.now(), false) AS overdue
                 FROM search_case c
                 LEFT JOIN LATERAL (SELECT step, due_at FROM obligation o
                                     WHERE o.prefecture = c.prefecture AND o.case_id = c.stream
                                       AND o.state IN ('open', 'promised') ORDER BY due_at, id LIMIT 1) o ON true
                WHERE c.prefecture = $1 AND c.stream = ANY ($2::uuid[])`,
        values: [prefecture, ids],
      });
      return new Map(rows.map((row) => [row.stream, row]));
    });
  }
}
