import type { Instant } from '#kernel';
import type { AreaNode, AreaNodes } from './area-nodes.js';
import type { IssueRules } from './issue.rules.js';
import { recurredAt, type Counted } from './recurrence.js';

/** One signal of a key, as the roll-up counts it. */
export interface Signal extends Counted {
  readonly id: string;
  readonly municipality: string;
  readonly escalationReason: string | null;
  readonly otherMunicipalities: readonly string[];
}

/** What one signal adds to its municipality's part in a node. */
export interface Contribution {
  /** Without one of the five reasons, for which it would go to the secondary area directly. */
  readonly plain: number;
  readonly escalated: number;
  /** This node is the lowest that holds all of its municipalities. */
  readonly crossing: number;
  /** Its home-care area is. */
  readonly crossingArea: number;
}

/** 市町村の分: what the signals of one municipality are to a node, of after the moment from which the node counts. */
export interface Share extends Contribution {
  readonly municipality: string;
  readonly signals: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** R0, by those that its own issue counts as well. */
  readonly recurredAt: Instant | null;
}

/** What is counted for one node: all that the roll-up needs to know of its signals, however many they are. */
export interface NodeCounts {
  readonly cases: number;
  readonly organizations: number;
  /** By municipality. */
  readonly shares: ReadonlyMap<string, Share>;
}

/** By the node's id. */
export type Counts = ReadonlyMap<string, NodeCounts>;

export const NOTHING: NodeCounts = { cases: 0, organizations: 0, shares: new Map() };

/** From which moment on a node counts: the end of its last episode. */
export type Since = (node: AreaNode) => Instant | null;

/** Counts the signals of one key. What it counts whole, `views/issue-counts.rows.ts` keeps signal by signal. */
export class Counting {
  /** Of one list of signals, by where they begin to count: most nodes count from the same moment. */
  private readonly recurred = new WeakMap<readonly Signal[], Map<Instant | null, Instant | null>>();

  constructor(
    private readonly nodes: AreaNodes,
    private readonly since: Since,
    private readonly rules: (node: AreaNode) => IssueRules,
  ) {}

  /** Everything, of all signals: they come in any order. */
  whole(signals: readonly Signal[]): Counts {
    const counts = new Map<string, { cases: Set<string>; organizations: Set<string>; shares: Map<string, Share> }>();
    for (const [municipality, own] of grouped(signals, (signal) => signal.municipality)) {
      if (!this.nodes.knows(municipality)) continue;
      const ordered = own.toSorted(inTime);
      for (const node of this.nodes.above(municipality)) {
        const share = this.share(node, ordered);
        if (!share) continue;
        const found = counts.get(node.id) ?? { cases: new Set(), organizations: new Set(), shares: new Map() };
        counts.set(node.id, found);
        found.shares.set(municipality, share);
        for (const { caseKey, reporter } of this.counted(node, ordered)) {
          found.cases.add(caseKey);
          if (reporter !== null) found.organizations.add(reporter);
        }
      }
    }
    return new Map(
      [...counts].map(([id, { cases, organizations, shares }]) => [
        id,
        { cases: cases.size, organizations: organizations.size, shares },
      ]),
    );
  }

  /** What all signals of one municipality, in order, are to a node. */
  share(node: AreaNode, ordered: readonly Signal[]): Share | undefined {
    const counted = this.counted(node, ordered);
    const [first] = counted;
    const last = counted.at(-1);
    if (!first || !last) return undefined;
    const added = counted.map((signal) => this.contribution(node, signal));
    const sum = (of: keyof Contribution) => added.reduce((total, one) => total + one[of], 0);
    return {
      municipality: first.municipality,
      signals: counted.length,
      plain: sum('plain'),
      escalated: sum('escalated'),
      crossing: sum('crossing'),
      crossingArea: sum('crossingArea'),
      firstAt: first.occurredAt,
      lastAt: last.occurredAt,
      recurredAt: this.recurredAt(node, ordered),
    };
  }

  contribution(node: AreaNode, { municipality, otherMunicipalities, escalationReason }: Signal): Contribution {
    const lowest = this.nodes.lowestOf(municipality, otherMunicipalities)?.id;
    const area = this.nodes.homeCare(this.nodes.homeCareOf(municipality))?.id;
    return {
      plain: escalationReason === null ? 1 : 0,
      escalated: escalationReason === null ? 0 : 1,
      crossing: lowest === node.id ? 1 : 0,
      crossingArea: lowest !== undefined && lowest === area ? 1 : 0,
    };
  }

  /** Whether a signal of that moment counts for the node. */
  counts(node: AreaNode, at: Instant): boolean {
    const since = this.since(node);
    return since === null || at > since;
  }

  /** What counts for R0 begins where the node and the municipality's own issue both count. */
  from(node: AreaNode, municipality: string): Instant | null {
    const both = [this.since(node), this.since(this.nodes.municipality(municipality))].filter((at) => at !== null);
    return both.toSorted().at(-1) ?? null;
  }

  private recurredAt(node: AreaNode, ordered: readonly Signal[]): Instant | null {
    const municipality = ordered[0]?.municipality ?? '';
    const from = this.from(node, municipality);
    const known = this.recurred.get(ordered) ?? new Map<Instant | null, Instant | null>();
    this.recurred.set(ordered, known);
    if (!known.has(from)) {
      const own = from === null ? ordered : ordered.filter(({ occurredAt }) => occurredAt > from);
      known.set(from, recurredAt(own, this.rules(this.nodes.municipality(municipality)), ordered) ?? null);
    }
    return known.get(from) ?? null;
  }

  private counted(node: AreaNode, signals: readonly Signal[]): readonly Signal[] {
    return signals.filter(({ occurredAt }) => this.counts(node, occurredAt));
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const inTime = (a: Signal, b: Signal): number => order(a.occurredAt, b.occurredAt) || order(a.id, b.id);

export function grouped<T>(things: readonly T[], by: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(by(thing));
    if (group) group.push(thing);
    else groups.set(by(thing), [thing]);
  }
  return groups;
}
