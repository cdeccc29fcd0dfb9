import type { Instant } from '#kernel';
import { AreaNodes, type AreaNode, type AreaStructure } from './area-nodes.js';
import type { IssueRules } from './issue.rules.js';
import { regionalIssueId, type IssueLevel } from './issue-types.js';
import { plusWholeDays, recurredAt, type Counted } from './recurrence.js';
import type { Evidence, RollUpReason, WantedIssue } from './regional-issue.commands.js';

/** One signal of a key, as the roll-up counts it. */
export interface Signal extends Counted {
  readonly id: string;
  readonly municipality: string;
  readonly escalationReason: string | null;
  readonly otherMunicipalities: readonly string[];
}

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
  /** The roll-up has said already that nothing is heard of it. */
  readonly asleep: boolean;
}

export interface RulesInForce {
  readonly ref: { readonly id: string; readonly version: number };
  readonly values: IssueRules;
}

export interface RollUpInput {
  readonly key: string;
  /** Those that stand; a withdrawn one is not among them. */
  readonly signals: readonly Signal[];
  readonly tree: AreaStructure;
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
export function rollUp(input: RollUpInput): WantedIssue[] {
  return new RollUp(input).wanted();
}

class RollUp {
  private readonly nodes: AreaNodes;
  private readonly signals: readonly Signal[];
  private readonly chains = new Map<string, readonly AreaNode[]>();

  constructor(private readonly input: RollUpInput) {
    this.nodes = new AreaNodes(input.tree);
    this.signals = input.signals
      .filter(({ municipality }) => this.nodes.knows(municipality))
      .toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt) || a.id.localeCompare(b.id));
  }

  wanted(): WantedIssue[] {
    const places = new Map<string, AreaNode>();
    for (const node of this.signals.flatMap(({ municipality }) => this.above(municipality))) places.set(node.id, node);
    // An issue that stands keeps its evidence up to date even when its last signal has been withdrawn.
    for (const { level, areaId } of this.input.standing.values()) {
      const node = this.nodes.at(level, areaId);
      places.set(node.id, node);
    }
    return [...places.values()]
      .toSorted((a, b) => RANK[a.level] - RANK[b.level] || a.id.localeCompare(b.id))
      .flatMap((node) => this.at(node));
  }

  private at(node: AreaNode): WantedIssue[] {
    const id = this.issueAt(node);
    const standing = this.input.standing.get(id);
    const ended = standing !== undefined && (standing.closed || standing.dismissed);
    const signals = this.within(node, standing?.since ?? null);
    const rules = this.input.rules(node);
    const because = this.reasons(node, signals, standing?.since ?? null, rules.values);
    const reached = this.reached(node, signals, because, rules.values);
    if (reached === 'none' && !standing) return [];
    // What was closed or dismissed comes back only when it recurs by itself; one more signal is no relapse yet.
    if (ended && reached !== 'recurrent' && reached !== 'rolled_up') return [];
    const evidence = evidenceOf(signals);
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
        children: this.childrenOf(node, standing?.since ?? null),
        evidence,
        dormant: silentSince === null || silentSince < this.input.asOf,
        ruleSet: rules.ref,
      },
    ];
  }

  private reached(
    node: AreaNode,
    signals: readonly Signal[],
    because: readonly RollUpReason[],
    rules: IssueRules,
  ): WantedIssue['reached'] {
    // Where all tiers are one node, its own signals count as those of a municipality.
    const own = node.level === 'municipality' || this.isWholeSecondary(node, signals);
    if (own && recurredAt(signals, rules) !== undefined) return 'recurrent';
    if (because.length > 0) return 'rolled_up';
    // A signal with one of the five reasons goes to the secondary area directly, and leaves nothing to watch below.
    return own && signals.some(({ escalationReason }) => escalationReason === null) ? 'observed' : 'none';
  }

  private isWholeSecondary({ id, level }: AreaNode, [signal]: readonly Signal[]): boolean {
    return level === 'secondary_area' && signal !== undefined && this.nodes.municipality(signal.municipality).id === id;
  }

  private reasons(
    node: AreaNode,
    signals: readonly Signal[],
    since: Instant | null,
    rules: IssueRules,
  ): RollUpReason[] {
    const reasons: RollUpReason[] = [];
    const holders = this.holders(node, since);
    const coincident = node.level === 'secondary_area' && node.area.homeCareAreaId !== '';
    if (node.level === 'home_care_area' || coincident) {
      if (isHeldTogether(holders, rules)) reasons.push('several_municipalities');
    } else if (node.level === 'secondary_area') {
      if (this.holdingAreas(holders, signals).size >= rules.homeCareAreas) reasons.push('several_home_care_areas');
    }
    if (signals.some((signal) => this.crossesAt(node, signal))) reasons.push('crosses_areas');
    if (node.level === 'secondary_area' && signals.some(({ escalationReason }) => escalationReason !== null))
      reasons.push('escalation_reason');
    if (this.isEscalatedTo(node, since)) reasons.push('council_escalated');
    return reasons;
  }

  /** Home-care areas that hold the key, at a municipality or as a matter of the whole area. */
  private holdingAreas(holders: readonly Holder[], signals: readonly Signal[]): ReadonlySet<string> {
    const crossing = signals.flatMap((signal) => {
      const id = this.nodes.homeCareOf(signal.municipality);
      const area = this.nodes.homeCare(id);
      return area && this.crossesAt(area, signal) ? [id] : [];
    });
    return new Set([...holders.map(({ homeCareArea }) => homeCareArea), ...crossing]);
  }

  /** Whether the lowest area that holds all of the signal's municipalities is this one, and no single municipality. */
  private crossesAt(node: AreaNode, { municipality, otherMunicipalities }: Signal): boolean {
    const others = otherMunicipalities.filter((other) => other !== municipality && this.nodes.knows(other));
    if (others.length === 0) return false;
    const shared = this.above(municipality).find(({ id }) =>
      others.every((other) => this.above(other).some((above) => above.id === id)),
    );
    return shared?.id === node.id;
  }

  private isEscalatedTo(node: AreaNode, since: Instant | null): boolean {
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
    return this.above(areaId)[1];
  }

  /** Municipalities below a node that hold the key by signals after the moment from which the node counts. */
  private holders(node: AreaNode, since: Instant | null): Holder[] {
    const byMunicipality = grouped(this.within(node, since), ({ municipality }) => municipality);
    return [...byMunicipality].flatMap(([municipality, signals]) => {
      const below = this.nodes.municipality(municipality);
      const issue = this.issueAt(below);
      const standing = this.input.standing.get(issue);
      if (below.id === node.id) return [];
      const own = signals.filter(({ occurredAt }) => !standing?.since || occurredAt > standing.since);
      const from = recurredAt(own, this.input.rules(below).values);
      const to = own.at(-1)?.occurredAt;
      if (from === undefined || to === undefined) return [];
      return [{ issue, homeCareArea: this.nodes.homeCareOf(municipality), from, to }];
    });
  }

  /** The issues directly below: an area's own where it has one, else those of its municipalities. */
  private childrenOf(node: AreaNode, since: Instant | null): string[] {
    const holders = this.holders(node, since);
    if (node.level === 'municipality') return [];
    if (node.level === 'prefecture') {
      const secondaries = new Set(this.signals.map(({ municipality }) => this.nodes.secondaryOf(municipality)));
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

  private within(node: AreaNode, since: Instant | null): Signal[] {
    return this.signals.filter(
      ({ municipality, occurredAt }) =>
        (since === null || occurredAt > since) && this.above(municipality).some(({ id }) => id === node.id),
    );
  }

  /** A municipality's nodes, found once: every signal asks for them. */
  private above(municipality: string): readonly AreaNode[] {
    const known = this.chains.get(municipality) ?? this.nodes.above(municipality);
    this.chains.set(municipality, known);
    return known;
  }

  private issueAt({ level, id }: AreaNode): string {
    return regionalIssueId(this.input.key, level, id);
  }
}

function grouped<T>(things: readonly T[], by: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(by(thing));
    if (group) group.push(thing);
    else groups.set(by(thing), [thing]);
  }
  return groups;
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

export function evidenceOf(signals: readonly Signal[]): Evidence {
  return {
    signals: signals.map(({ id }) => id),
    distinctCases: new Set(signals.map(({ caseKey }) => caseKey)).size,
    distinctOrganizations: new Set(signals.flatMap(({ reporter }) => reporter ?? [])).size,
    municipalities: new Set(signals.map(({ municipality }) => municipality)).size,
    firstAt: signals[0]?.occurredAt ?? null,
    lastAt: signals.at(-1)?.occurredAt ?? null,
  };
}

/** What a change of the signals makes different, and what has fallen asleep since: only that is worth a command. */
export function differences(
  before: readonly WantedIssue[],
  after: readonly WantedIssue[],
  standing: ReadonlyMap<string, Standing>,
): WantedIssue[] {
  const known = new Map(before.map((issue) => [issue.id, JSON.stringify(issue)]));
  return after.filter(
    (issue) => known.get(issue.id) !== JSON.stringify(issue) || issue.dormant !== standing.get(issue.id)?.asleep,
  );
}
