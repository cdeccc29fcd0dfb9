import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { Kinds } from '#cases';
import { areaRef, areasIn, Directory, type AreaTree } from '#directory';
import { atMinute, dateIn, monthsTo, notFound } from '#kernel';
import { Databases, type Queryable } from '#platform';
import type { RegionalIssue } from '../domain/regional-issue.js';
import type { IssueShown, IssueSignalListed } from '../http/read.dto.js';
import { issueSignalKind } from '../issues.kinds.js';
import { figuresOf, MONTHS } from './issue-figures.js';
import { issueListed, Issues } from './issues.query.js';
import type { SignalSeen } from '../domain/signal-seen.js';
import { SignalsOf } from './signals-of.query.js';

const NEWEST = 50;

/** One 地域課題 with the numbers that speak for it, and the way back to each signal for those who may open it. */
@Injectable()
export class IssuePage {
  constructor(
    private readonly issues: Issues,
    private readonly databases: Databases,
    private readonly directory: Directory,
    private readonly kinds: Kinds,
    private readonly signals: SignalsOf,
  ) {}

  /** @throws not_found for an issue of others, as for one that does not exist. */
  async of(caller: Caller, id: string): Promise<IssueShown> {
    const { prefecture } = caller;
    const [seen] = await this.issues.seen(caller, id);
    if (!seen) throw notFound('issue', '地域課題');
    const { issue, head, keeps, least } = seen;
    const [tree, nameOf] = await Promise.all([this.directory.tree(prefecture), this.directory.areaNames(prefecture)]);
    const months = monthsTo(dateIn(head.now).slice(0, 7), MONTHS);
    const { recent, behind } = await this.databases.reading(prefecture, async (tx) => {
      const all = await this.signals.of(tx, prefecture, issue);
      const from = atMinute(`${months[0] ?? ''}-01`, 0);
      return {
        recent: all.filter(({ occurredAt }) => occurredAt >= from),
        behind: await this.behind(tx, caller, all, nameOf),
      };
    });
    const areaOf = partsOf(tree, issue);
    const counted = recent.map((signal) => ({ ...signal, area: areaOf(signal.municipality) }));
    const areas = [...new Set([...municipalitiesOf(tree, issue).map(areaOf), ...counted.map(({ area }) => area)])];
    const { cases, ...lines } = figuresOf(counted, { months, areas, keeps, least });
    return Object.assign(issueListed(seen, nameOf), {
      least: keeps === 'nothing' ? null : least,
      cases,
      months: [...lines.months],
      sources: [...lines.sources],
      areas: lines.areas.map((line) => ({ ...line, name: nameOf(line.code) })),
      ...behind,
    });
  }

  /** The newest signals that the reader may open: they are a matter of the desks of their places. */
  private async behind(
    tx: Queryable,
    { prefecture, actor }: Caller,
    signals: readonly SignalSeen[],
    nameOf: (area: string) => string,
  ): Promise<Pick<IssueShown, 'newest' | 'others'>> {
    const sight = this.kinds.sightOf(actor.role)[issueSignalKind.kind] ?? [];
    if (sight.length === 0) return { newest: null, others: signals.length > 0 };
    const { rows: open } = await tx.query<{ id: string }>({
      name: 'issue-signals-seen',
      text: `WITH me AS MATERIALIZED (SELECT app.standing($1, $3, $4) AS standing)
             SELECT h.stream AS id FROM me CROSS JOIN stream_head h
              CROSS JOIN LATERAL app.relations_to(h, me.standing) AS r(relations)
              WHERE h.prefecture = $1 AND h.stream = ANY ($2::uuid[]) AND $5::text[] && r.relations`,
      values: [prefecture, signals.map(({ id }) => id), actor.userId, actor.orgId, sight],
    });
    const visible = new Set(open.map(({ id }) => id));
    const shown = signals.filter(({ id }) => visible.has(id));
    return { newest: shown.slice(-NEWEST).toReversed().map(listedWith(nameOf)), others: shown.length < signals.length };
  }
}

const listedWith =
  (nameOf: (area: string) => string) =>
  ({ id, occurredAt, source, municipality, severity }: SignalSeen): IssueSignalListed => ({
    id,
    occurredAt,
    source,
    municipality: { id: municipality, name: nameOf(municipality) },
    severity,
  });

type OfArea = Pick<RegionalIssue, 'level' | 'areaId'>;

const municipalitiesOf = (tree: AreaTree, { areaId }: OfArea): string[] =>
  areasIn(tree, areaId)
    .flatMap(({ level, id }) => (level === 'municipality' ? [id] : []))
    .toSorted();

/** The part of an area that a municipality is shown in: itself, or in the whole prefecture its secondary area. */
const partsOf =
  (tree: AreaTree, { level }: OfArea) =>
  (municipality: string): string =>
    level === 'prefecture' ? (areaRef(tree, municipality)?.secondaryAreaId ?? municipality) : municipality;
