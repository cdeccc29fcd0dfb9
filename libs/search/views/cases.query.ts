import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { Databases, Followers } from '#platform';
import type { CaseList } from '../http/search.dto.js';
import { CaseRows } from './case-rows.js';
import { newest, type Candidate, type Wanted } from './newest.js';
import { SEARCH_FOLLOWER } from './search-index.projection.js';
import { Sights, type Sight } from './sight.js';

/** What a list is narrowed to. None of it says anything of a person: it stands in the address. */
export interface CaseFilter {
  readonly kinds?: readonly string[];
  readonly state?: 'open' | 'over';
  /** The reader or his organization is named in it. */
  readonly mine?: boolean;
  /** 未対応: nothing of what it owes has been done. */
  readonly untouched?: boolean;
  /** 期限超過. */
  readonly overdue?: boolean;
  /** 終結した月: from its first moment, until before the first of the next. */
  readonly overFrom?: string;
  readonly overUntil?: string;
  /** An organization that is named in it: a desk, a hospital. */
  readonly organization?: string;
}

/** [D] Rows of a page. */
const PAGE = 100;
/** What has slipped from the reader's sight since it was indexed takes no room from what has not. */
const SPARE = 50;

/** 一覧: every case that the reader sees, the newest first, also when it is over. */
@Injectable()
export class CaseLists {
  constructor(
    private readonly databases: Databases,
    private readonly followers: Followers,
    private readonly sights: Sights,
    private readonly rows: CaseRows,
  ) {}

  async of(caller: Caller, filter: CaseFilter, after: number, position?: number): Promise<CaseList> {
    if (position !== undefined) await this.followers.reached(caller.prefecture, position, [SEARCH_FOLLOWER]);
    const sight = await this.sights.of(caller);
    const candidates = await newest<Candidate>(
      this.databases.writer,
      caller.prefecture,
      this.wanted(sight, filter),
      after,
      PAGE + SPARE,
    );
    const ids = candidates.map(({ stream }) => stream);
    const seen = await this.sights.seen(sight, ids);
    const visible = candidates.filter(({ stream }) => seen.has(stream));
    const shown = visible.slice(0, PAGE);
    const isCut = visible.length > PAGE;
    const last = isCut ? shown.at(-1) : candidates.at(-1);
    return {
      rows: await this.rows.of(
        sight,
        'list',
        shown.map(({ stream }) => stream),
        seen,
      ),
      now: await this.databases.now(),
      next: last && (isCut || candidates.length === PAGE + SPARE) ? last.position : null,
    };
  }

  private wanted({ caller, seers }: Sight, filter: CaseFilter): Wanted {
    const where = ['seers && $3::bigint[]'];
    const values: unknown[] = [seers];
    const add = (condition: (n: string) => string, value: unknown) => {
      values.push(value);
      where.push(condition(`$${values.length + 2}`));
    };
    const { kinds, state, mine, untouched, overdue, overFrom, overUntil, organization } = filter;
    const { userId, orgId } = caller.actor;
    if (kinds) add((n) => `kind = ANY (${n}::text[])`, kinds);
    if (mine) add((n) => `seers && ${n}::bigint[]`, this.sights.seersOf(caller, [userId, orgId]));
    if (organization !== undefined) add((n) => `seers && ${n}::bigint[]`, this.sights.seersOf(caller, [organization]));
    if (untouched) where.push('untouched');
    if (state === 'over') where.push('over_at IS NOT NULL');
    if (overFrom !== undefined) add((n) => `over_at >= ${n}::timestamptz`, overFrom);
    if (overUntil !== undefined) add((n) => `over_at < ${n}::timestamptz`, overUntil);
    if (overdue) where.push(OVERDUE);
    const open = state === 'open' || untouched === true || overdue === true;
    const among = open ? `${CASES} AND over_at IS NULL` : CASES;
    return { table: 'search_case', columns: '', among, where, values };
  }
}

/** The index holds persons as well. */
const CASES = 'person IS DISTINCT FROM stream';
const OVERDUE = `EXISTS (SELECT FROM obligation o WHERE o.prefecture = $1 AND o.case_id = stream
                            AND o.state IN ('open', 'promised') AND o.due_at <= app.now())`;
