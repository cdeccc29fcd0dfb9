import { idOf, type Instant } from '#kernel';
import { AreaNodes, type AreaNode, type AreaStructure } from './area-nodes.js';
import { Counting, grouped, NOTHING, type Counts, type NodeCounts, type Share, type Signal } from './counts.js';
import type { IssueRules } from './issue.rules.js';
import { regionalIssueId, type IssueLevel } from './issue-types.js';
import { plusWholeDays } from './recurrence.js';
import type { Evidence, RollUpReason, WantedIssue } from './regional-issue.commands.js';

/** What became of an issue since the roll-up first asked for it. */
export interface Standing {
  readonly level: IssueLevel;
  readonly areaId: string;
  readonly episode: number;
  /** Only signals after this moment count: its last episode ended then. */
  readonly since: Instant | null;
  readonly closed: boolean;
  /** 取り上げない: its episode ended without anything being done. */
  readonly dismissed: boolean;
  /** Its council has passed it on to the next area up. */
  readonly escalatedAt: Instant | null;
  /** Of what the roll-up last asked for it: only what differs is asked again. */
  readonly asked: string | null;
}

export interface RulesInForce {
  readonly ref: { readonly id: string; readonly version: number };
  readonly values: IssueRules;
}

export interface RollUpInput {
  readonly key: string;
  /** Of those that stand; a withdrawn one is not among them. */
  readonly counts: Counts;
  readonly nodes: AreaNodes;
  readonly rules: (node: AreaNode) => RulesInForce;
  readonly asOf: Instant;
  readonly standing: ReadonlyMap<string, Standing>;
}

/** A municipality that holds the key: its issue recurs, from one moment to the last signal. */
interface Holder {
  readonly issue: string;
  readonly homeCareArea: string;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Which issues the signals of one key call for, from the municipality up (R0, R2, R3, R4 and collapse of model.md 2.6).
 * A pure function of the signal set, so that it can be run again at any time, over any part of the log.
 */
export function rollUp({
  signals,
  tree,
  ...input
}: Omit<RollUpInput, 'counts' | 'nodes'> & { signals: readonly Signal[]; tree: AreaStructure }): WantedIssue[] {
  const nodes = new AreaNodes(tree);
  return rollUpCounted({ ...input, nodes, counts: countingOf({ ...input, nodes }).whole(signals) });
}

/** The same of what is counted already; of the given nodes alone, or of all. */
export const rollUpCounted = (input: RollUpInput, at?: readonly AreaNode[]): WantedIssue[] =>
  new RollUp(input).wanted(at);

/** Counts as the roll-up of this key does. */
export const countingOf = ({
  key,
  nodes,
  standing,
  rules,
}: Pick<RollUpInput, 'key' | 'nodes' | 'standing' | 'rules'>): Counting =>
  new Counting(
    nodes,
    ({ level, id }) => standing.get(regionalIssueId(key, level, id))?.since ?? null,
    (node) => rules(node).values,
  );

class RollUp {
  private readonly nodes: AreaNodes;
  private readonly found = new Map<string, WantedIssue[]>();

  constructor(private readonly input: RollUpInput) {
    this.nodes = input.nodes;
  }

  wanted(at: readonly AreaNode[] = this.places()): WantedIssue[] {
    return at
      .toSorted((a, b) => RANK[a.level] - RANK[b.level] || a.id.localeCompare(b.id))
      .flatMap((node) => this.at(node));
  }

  private places(): AreaNode[] {
    const places = new Map<string, AreaNode>();
    const municipalities = [...this.input.counts.values()].flatMap(({ shares }) => [...shares.keys()]);
    for (const node of new Set(municipalities.flatMap((municipality) => this.nodes.above(municipality))))
      places.set(node.id, node);
    // An issue that stands keeps its evidence up to date even when its last signal has been withdrawn, and what its council
    // has passed on stands above it.
    for (const { level, areaId } of this.input.standing.values())
      for (const node of this.nodes.from(this.nodes.at(level, areaId))) places.set(node.id, node);
    return [...places.values()];
  }

  /** An area asks for those below it, and each is judged once. */
  private at(node: AreaNode): WantedIssue[] {
    const known = this.found.get(node.id) ?? this.judge(node);
    this.found.set(node.id, known);
    return known;
  }

  private judge(node: AreaNode): WantedIssue[] {
    const id = this.issueAt(node);
    const standing = this.input.standing.get(id);
    const ended = standing !== undefined && (standing.closed || standing.dismissed);
    const counts = this.countsAt(node);
    const rules = this.input.rules(node);
    const because = this.reasons(node, counts, rules.values);
    const reached = this.reached(node, counts, because);
    if (reached === 'none' && !standing) return [];
    // What was closed or dismissed comes back only when it recurs by itself; one more signal is no relapse yet.
    if (ended && reached !== 'recurrent' && reached !== 'rolled_up') return [];
    const evidence = evidenceOf(counts);
    const silentSince = evidence.lastAt && plusWholeDays(evidence.lastAt, rules.values.dormantDays);
    return [
      {
        id,
        key: this.input.key,
        level: node.level,
        areaId: node.id,
        area: node.area,
        episode: (standing?.episode ?? 1) + (ended ? 1 : 0),
        reached,
        because,
        children: this.childrenOf(node, counts),
        evidence,
        dormant: silentSince === null || silentSince < this.input.asOf,
        ruleSet: rules.ref,
      },
    ];
  }

  private reached(node: AreaNode, counts: NodeCounts, because: readonly RollUpReason[]): WantedIssue['reached'] {
    // Where all tiers are one node, its own signals count as those of a municipality.
    const own = [...counts.shares.values()].filter(
      ({ municipality }) => this.nodes.municipality(municipality).id === node.id,
    );
    if (own.some((share) => share.recurredAt !== null)) return 'recurrent';
    if (because.length > 0) return 'rolled_up';
    // A signal with one of the five reasons goes to the secondary area directly, and leaves nothing to watch below.
    return own.some(({ plain }) => plain > 0) ? 'observed' : 'none';
  }

  private reasons(node: AreaNode, counts: NodeCounts, rules: IssueRules): RollUpReason[] {
    const reasons: RollUpReason[] = [];
    const shares = [...counts.shares.values()];
    const holders = this.holders(node, counts);
    const coincident = node.level === 'secondary_area' && node.area.homeCareAreaId !== '';
    if (node.level === 'home_care_area' || coincident) {
      if (isHeldTogether(holders, rules)) reasons.push('several_municipalities');
    } else if (node.level === 'secondary_area') {
      if (this.holdingAreas(holders, shares).size >= rules.homeCareAreas) reasons.push('several_home_care_areas');
    }
    if (shares.some(({ crossing }) => crossing > 0)) reasons.push('crosses_areas');
    if (node.level === 'secondary_area' && shares.some(({ escalated }) => escalated > 0))
      reasons.push('escalation_reason');
    if (this.isEscalatedTo(node)) reasons.push('council_escalated');
    return reasons;
  }

  /** Home-care areas that hold the key, at a municipality or as a matter of the whole area. */
  private holdingAreas(holders: readonly Holder[], shares: readonly Share[]): ReadonlySet<string> {
    const crossing = shares.filter(({ crossingArea }) => crossingArea > 0);
    return new Set([
      ...holders.map(({ homeCareArea }) => homeCareArea),
      ...crossing.map(({ municipality }) => this.nodes.homeCareOf(municipality)),
    ]);
  }

  private isEscalatedTo(node: AreaNode): boolean {
    const since = this.input.standing.get(this.issueAt(node))?.since ?? null;
    return [...this.input.standing.values()].some(({ areaId, level, escalatedAt }) => {
      if (escalatedAt === null || (since !== null && escalatedAt <= since)) return false;
      return this.upward(level, areaId)?.id === node.id;
    });
  }

  /** The next node above an issue's own. */
  private upward(level: IssueLevel, areaId: string): AreaNode | undefined {
    if (level === 'prefecture') return undefined;
    if (level === 'secondary_area') return this.nodes.prefecture;
    if (level === 'home_care_area') return this.nodes.secondary(this.nodes.at(level, areaId).area.secondaryAreaId);
    return this.nodes.above(areaId)[1];
  }

  /** Municipalities below a node that hold the key by signals after the moment from which the node counts. */
  private holders(node: AreaNode, { shares }: NodeCounts): Holder[] {
    return [...shares.values()].flatMap(({ municipality, recurredAt: from, lastAt: to }) => {
      const below = this.nodes.municipality(municipality);
      if (below.id === node.id || from === null) return [];
      return [{ issue: this.issueAt(below), homeCareArea: this.nodes.homeCareOf(municipality), from, to }];
    });
  }

  /** The issues directly below: an area's own where it has one, else those of its municipalities. */
  private childrenOf(node: AreaNode, counts: NodeCounts): string[] {
    if (node.level === 'municipality') return [];
    const holders = this.holders(node, counts);
    if (node.level === 'prefecture') {
      const heard = [...this.input.counts].flatMap(([, { shares }]) => [...shares.keys()]);
      const secondaries = new Set(heard.map((municipality) => this.nodes.secondaryOf(municipality)));
      return this.standingAmong([...secondaries].map((id) => this.nodes.secondary(id)));
    }
    return [...grouped(holders, ({ homeCareArea }) => homeCareArea)]
      .flatMap(([homeCareArea, held]) => {
        const area = this.nodes.homeCare(homeCareArea);
        const own = area && area.id !== node.id ? this.standingAmong([area]) : [];
        return own.length > 0 ? own : held.map(({ issue }) => issue);
      })
      .toSorted();
  }

  private standingAmong(nodes: readonly AreaNode[]): string[] {
    return nodes
      .flatMap((node) => this.at(node).filter(({ reached }) => reached === 'rolled_up' || reached === 'recurrent'))
      .map(({ id }) => id)
      .toSorted();
  }

  private countsAt({ id }: AreaNode): NodeCounts {
    return this.input.counts.get(id) ?? NOTHING;
  }

  private issueAt({ level, id }: AreaNode): string {
    return regionalIssueId(this.input.key, level, id);
  }
}

const RANK: Record<IssueLevel, number> = { municipality: 0, home_care_area: 1, secondary_area: 2, prefecture: 3 };

/** R2: enough of them held it within the window of one of them. */
const isHeldTogether = (holders: readonly Holder[], rules: IssueRules): boolean =>
  holders.some(
    (one) =>
      holders.filter(
        (other) =>
          other.from <= plusWholeDays(one.to, rules.rollUpDays) &&
          one.from <= plusWholeDays(other.to, rules.rollUpDays),
      ).length >= rules.municipalities,
  );

export function evidenceOf({ cases, organizations, shares }: NodeCounts): Evidence {
  const all = [...shares.values()];
  return {
    signals: all.reduce((sum, { signals }) => sum + signals, 0),
    distinctCases: cases,
    distinctOrganizations: organizations,
    municipalities: shares.size,
    firstAt: all.map(({ firstAt }) => firstAt).toSorted()[0] ?? null,
    lastAt:
      all
        .map(({ lastAt }) => lastAt)
        .toSorted()
        .at(-1) ?? null,
  };
}

/** Names what is asked for of an issue: the same again is not worth a command. */
export const namedBy = ({ ruleSet: _edition, ...wanted }: WantedIssue): string =>
  // A new edition of the rules is no news by itself, and a rebuild reads signals of its first day by it.
  idOf('wanted', JSON.stringify(wanted));

/** What differs from what was asked for before, and what has fallen asleep since. */
export const news = (wanted: readonly WantedIssue[], standing: ReadonlyMap<string, Standing>): WantedIssue[] =>
  wanted.filter((issue) => standing.get(issue.id)?.asked !== namedBy(issue));
