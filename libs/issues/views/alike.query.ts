import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { notFound } from '#kernel';
import { Databases } from '#platform';
import { likeness } from '../domain/likeness.js';
import { mayRegroup } from '../domain/regroup.js';
import type { IssueAlike } from '../http/read.dto.js';
import { Issues, type Seen } from './issues.query.js';
import { NarrativesOf } from './narratives-of.query.js';
import { reviews } from './seen-issues.js';
import { SignalsOf } from './signals-of.query.js';

/** Of so many of its newest signals so many narratives say what an issue is about. */
const LOOKED_THROUGH = 50;
const NEWEST = 5;
const MOST = 5;

/** 似た説明の課題: which issues of an area may be one. Only who may merge them is told, and nothing follows by itself. */
@Injectable()
export class AlikeIssues {
  constructor(
    private readonly issues: Issues,
    private readonly databases: Databases,
    private readonly signals: SignalsOf,
    private readonly narratives: NarrativesOf,
  ) {}

  /** @throws not_found */
  async of(caller: Caller, id: string): Promise<IssueAlike[]> {
    const all = await this.issues.seen(caller);
    const own = all.find(({ head }) => head.stream === id);
    if (!own) throw notFound('issue', '地域課題');
    if (!reviews(caller)) return [];
    const others = all.filter(
      ({ head, issue }) =>
        head.stream !== id && issue.areaId === own.issue.areaId && issue.level === own.issue.level && mayRegroup(issue),
    );
    const words = await this.wordsOf(caller, [own, ...others]);
    const said = words.get(id) ?? [];
    return others
      .map(({ head: { stream }, issue: { key } }) => ({
        id: stream,
        key,
        likeness: Math.max(0, ...said.flatMap((one) => (words.get(stream) ?? []).map((other) => likeness(one, other)))),
      }))
      .filter((alike) => alike.likeness > 0)
      .toSorted((a, b) => b.likeness - a.likeness || a.id.localeCompare(b.id))
      .slice(0, MOST);
  }

  /** The newest narratives of each issue. */
  private async wordsOf(caller: Caller, issues: readonly Seen[]): Promise<Map<string, string[]>> {
    const { prefecture } = caller;
    const ids = await this.databases.reading(prefecture, (tx) =>
      Promise.all(issues.map(({ issue }) => this.signals.newest(tx, prefecture, issue, LOOKED_THROUGH))),
    );
    const refs = await this.narratives.refs(prefecture, ids.flat(), { confirmed: false });
    const chosen = ids.map((each) => each.flatMap((id) => refs.get(id) ?? []).slice(0, NEWEST));
    const texts = await this.narratives.texts(caller, 'alike_issues', chosen.flat());
    return new Map(
      issues.map(({ head }, i) => [head.stream, (chosen[i] ?? []).flatMap((ref) => texts.get(ref) ?? [])]),
    );
  }
}
