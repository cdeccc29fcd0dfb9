import type { Caller } from '#access';
import type { FoundHead } from '#cases';
import type { Instant } from '#kernel';
import type { Queryable } from '#platform';

/** A head that the reader sees, with how he stands to it. */
export interface SeenHead extends FoundHead {
  readonly relations: readonly string[];
  readonly version: number;
  readonly now: Instant;
}

/** Heads of a kind that somebody sees: those of these ids, or of a council, or all. */
export async function seenHeads(
  tx: Queryable,
  { prefecture, actor }: Caller,
  kind: string,
  sight: readonly string[],
  { ids, council }: { readonly ids?: readonly string[]; readonly council?: string } = {},
): Promise<SeenHead[]> {
  const { rows } = await tx.query<SeenHead>({
    name: 'council-heads-seen',
    text: `WITH me AS MATERIALIZED (SELECT app.standing($1, $2, $3) AS standing)
           SELECT h.stream, h.kind, h.status, h.version, h.state, h.state_version, r.relations, app.now() AS now
             FROM me CROSS JOIN stream_head h
            CROSS JOIN LATERAL app.relations_to(h, me.standing) AS r(relations)
            WHERE h.prefecture = $1 AND h.kind = $4 AND $5::text[] && r.relations
              AND ($6::uuid[] IS NULL OR h.stream = ANY ($6))
              AND ($7::text IS NULL OR h.state ->> 'council' = $7)
            ORDER BY h.stream LIMIT 2000`,
    values: [prefecture, actor.userId, actor.orgId, kind, sight, ids ?? null, council ?? null],
  });
  return rows;
}
