import { Injectable } from '@nestjs/common';
import { onlyRegionReaders, type Caller } from '#access';
import { Heads, Kinds } from '#cases';
import { Directory, RuleBook } from '#directory';
import { dateIn, DISCLOSURE_CONTEXT } from '#kernel';
import { Databases } from '#platform';
import type { RegionalIssue } from '../domain/regional-issue.js';
import type { IssueListed } from '../http/read.dto.js';
import { regionalIssueKind } from '../issues.kinds.js';
import type { Keeps } from './issue-figures.js';
import { isPart, reviews, seenIssues, widerIssues, type SeenIssue } from './seen-issues.js';

export interface Seen {
  readonly head: SeenIssue;
  readonly issue: RegionalIssue;
  readonly keeps: Keeps;
  /** 秘匿の下限 in its area. */
  readonly least: number;
}

/** 地域課題台帳: the issues of the reader's own areas. */
@Injectable()
export class Issues {
  constructor(
    private readonly databases: Databases,
    private readonly directory: Directory,
    private readonly kinds: Kinds,
    private readonly heads: Heads,
    private readonly rules: RuleBook,
  ) {}

  async of(caller: Caller): Promise<IssueListed[]> {
    const found = await this.seen(caller);
    const nameOf = await this.directory.areaNames(caller.prefecture);
    return found.map((seen) => issueListed(seen, nameOf));
  }

  /** @throws forbidden for whoever does not look at a region. */
  async seen(caller: Caller, id?: string): Promise<Seen[]> {
    onlyRegionReaders(caller);
    const { prefecture, actor } = caller;
    const sight = this.kinds.sightOf(actor.role)[regionalIssueKind.kind] ?? [];
    const found = await this.databases.reading(prefecture, (tx) => seenIssues(tx, caller, sight, id));
    const seen = await Promise.all(
      found.map(async (head) => ({ head, issue: (await this.heads.today(prefecture, head)) as RegionalIssue })),
    );
    // Who judges issues sees every number of them.
    if (reviews(caller)) return seen.map((one) => ({ ...one, keeps: 'nothing', least: 0 }));
    const leastIn = await this.leastByArea(prefecture, seen);
    const keys = [...new Set(seen.map(({ issue }) => issue.key))];
    const wider = await this.databases.reading(prefecture, (tx) => widerIssues(tx, prefecture, keys));
    return seen.map((one) => ({ ...one, keeps: isPart(one.issue, wider) ? 'all' : 'few', least: leastIn(one.issue) }));
  }

  /** How few cases tell of somebody is one rule for packs and the register, and one number for each area. */
  private async leastByArea(
    prefecture: string,
    seen: readonly Pick<Seen, 'head' | 'issue'>[],
  ): Promise<(issue: RegionalIssue) => number> {
    const areas = new Map(seen.map(({ issue, head }) => [issue.areaId, { area: issue.area, on: dateIn(head.now) }]));
    const least = new Map(
      await Promise.all(
        [...areas].map(async ([id, { area, on }]) => {
          const { values } = await this.rules.inForce<{ readonly leastCases: number }>(
            prefecture,
            DISCLOSURE_CONTEXT,
            area,
            on,
          );
          return [id, values.leastCases] as const;
        }),
      ),
    );
    return ({ areaId }) => least.get(areaId) ?? Infinity;
  }
}

export function issueListed({ head, issue, keeps, least }: Seen, nameOf: (area: string) => string): IssueListed {
  const { distinctCases, distinctOrganizations, signals } = issue;
  // Few cases come from as many organizations or fewer, by as many signals or more: these would tell their number.
  const shown = keeps === 'nothing' || (keeps === 'few' && (distinctCases === 0 || distinctCases >= least));
  return {
    id: head.stream,
    key: issue.key,
    level: issue.level,
    area: { id: issue.areaId, name: nameOf(issue.areaId) },
    state: issue.status,
    distinctCases: shown ? distinctCases : null,
    distinctOrganizations: shown ? distinctOrganizations : null,
    children: [...issue.children],
    signals: shown ? signals : null,
    since: issue.episodeSince,
    lastAt: issue.lastAt,
    agendaItem: issue.agendaItem ?? null,
    mergedInto: issue.merged?.into ?? null,
  };
}
