import type { Caller } from '#access';
import type { FoundHead } from '#cases';
import { can, type Instant } from '#kernel';
import type { Queryable } from '#platform';
import type { IssueStatus } from '../domain/regional-issue.js';

const WATCHED: readonly IssueStatus[] = ['OBSERVED', 'DORMANT'];
const ENDED: readonly IssueStatus[] = ['CLOSED', 'DISMISSED'];
/** What never reached the threshold, or was judged to be nothing, is a matter of those who judge. */
const BELOW: readonly IssueStatus[] = [...WATCHED, 'DISMISSED'];

export const reviews = ({ actor: { role } }: Caller): boolean => can(role, 'issue_review');
const seesBelow = ({ actor: { role } }: Caller): boolean =>
  can(role, 'issue_review') || can(role, 'prefecture_work') || can(role, 'administration');

export interface SeenIssue extends FoundHead {
  readonly now: Instant;
}

/** Issues that somebody sees, the most pressing first: open, watched, ended; of these the last heard of. */
export async function seenIssues(
  tx: Queryable,
  caller: Caller,
  sight: readonly string[],
  id: string | null = null,
): Promise<SeenIssue[]> {
  const { prefecture, actor } = caller;
  const { rows } = await tx.query<SeenIssue>({
    name: 'issues-seen',
    text: `WITH me AS MATERIALIZED (SELECT app.standing($1, $2, $3) AS standing)
           SELECT h.stream, h.kind, h.status, h.state, h.state_version, app.now() AS now
             FROM me CROSS JOIN stream_head h
            CROSS JOIN LATERAL app.relations_to(h, me.standing) AS r(relations)
            WHERE h.prefecture = $1 AND h.kind = 'regional_issue' AND $4::text[] && r.relations
              AND ($5::uuid IS NULL OR h.stream = $5) AND h.status <> ALL ($6::text[])
            ORDER BY h.status = ANY ($7::text[]), h.status = ANY ($8::text[]), h.state ->> 'lastAt' DESC NULLS LAST, h.stream
            LIMIT 1000`,
    values: [prefecture, actor.userId, actor.orgId, sight, id, seesBelow(caller) ? [] : BELOW, ENDED, WATCHED],
  });
  return rows;
}
