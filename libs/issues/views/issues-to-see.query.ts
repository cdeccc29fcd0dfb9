import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { Kinds } from '#cases';
import type { Queryable } from '#platform';
import { regionalIssueKind } from '../issues.kinds.js';
import type { IssueStatus } from '../domain/regional-issue.js';
import { Candidates } from './candidates.query.js';
import { reviews } from './seen-issues.js';

export interface IssuesCounted {
  /** 繰り返している, and on no agenda yet. */
  readonly recurring: number;
  /** 兆し below the threshold; null for those who do not judge them. */
  readonly observed: number | null;
  /** 課題の候補 that wait to be confirmed; null for those who confirm none. */
  readonly candidates: number | null;
}

const WAITING: readonly IssueStatus[] = ['RECURRENT', 'DRAFTED', 'REOPENED'];

/** How many issues somebody has to look at: as many as the register shows him. Null for those who see no issue. */
@Injectable()
export class IssuesToSee {
  constructor(
    private readonly kinds: Kinds,
    private readonly candidates: Candidates,
  ) {}

  async of(tx: Queryable, caller: Caller): Promise<IssuesCounted | null> {
    const { prefecture, actor } = caller;
    const sight = this.kinds.sightOf(actor.role)[regionalIssueKind.kind] ?? [];
    if (sight.length === 0) return null;
    const { rows } = await tx.query<{ recurring: number; observed: number }>({
      name: 'issues-to-see',
      text: `WITH me AS MATERIALIZED (SELECT app.standing($1, $2, $3) AS standing)
             SELECT count(*) FILTER (WHERE h.status = ANY ($5::text[]))::int AS recurring,
                    count(*) FILTER (WHERE h.status = 'OBSERVED')::int AS observed
               FROM me CROSS JOIN stream_head h
              CROSS JOIN LATERAL app.relations_to(h, me.standing) AS r(relations)
              WHERE h.prefecture = $1 AND h.kind = 'regional_issue' AND $4::text[] && r.relations
                AND (h.status = ANY ($5::text[]) OR h.status = 'OBSERVED')`,
      values: [prefecture, actor.userId, actor.orgId, sight, WAITING],
    });
    const { recurring = 0, observed = 0 } = rows[0] ?? {};
    return {
      recurring,
      observed: reviews(caller) ? observed : null,
      candidates: await this.candidates.count(tx, caller),
    };
  }
}
