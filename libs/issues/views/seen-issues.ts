import type { Caller } from '#access';
import type { FoundHead } from '#cases';
import { can, type Instant } from '#kernel';
import type { Queryable } from '#platform';
import { ISSUE_LEVELS } from '../domain/issue-types.js';
import type { IssueStatus, RegionalIssue } from '../domain/regional-issue.js';

const WATCHED: readonly IssueStatus[] = ['OBSERVED', 'DORMANT'];
const ENDED: readonly IssueStatus[] = ['CLOSED', 'DISMISSED', 'MERGED'];
/** What never reached the threshold, was judged to be nothing, or is told by another is a matter of those who judge. */
const BELOW: readonly IssueStatus[] = [...WATCHED, 'DISMISSED', 'MERGED'];

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

type Place = Pick<RegionalIssue, 'key' | 'level' | 'areaId'>;

/** All issues of these keys that stand above a municipality, whoever sees them. */
export async function widerIssues(tx: Queryable, prefecture: string, keys: readonly string[]): Promise<Place[]> {
  const { rows } = await tx.query<Place>({
    name: 'issues-above-municipalities',
    text: `SELECT state ->> 'key' AS key, state ->> 'level' AS level, state ->> 'areaId' AS "areaId" FROM stream_head
            WHERE prefecture = $1 AND kind = 'regional_issue' AND state ->> 'level' <> 'municipality'
              AND state ->> 'key' = ANY ($2::text[])`,
    values: [prefecture, keys],
  });
  return rows;
}

/** Whether an issue is part of a wider one of the same key: its number and that one's would tell of the other parts. */
export const isPart = (
  { key, level, area }: Pick<RegionalIssue, 'key' | 'level' | 'area'>,
  wider: readonly Place[],
): boolean =>
  wider.some(
    (other) =>
      other.key === key &&
      ISSUE_LEVELS.indexOf(other.level) > ISSUE_LEVELS.indexOf(level) &&
      (other.level === 'prefecture' || [area.homeCareAreaId, area.secondaryAreaId].includes(other.areaId)),
  );
