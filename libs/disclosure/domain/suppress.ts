import { smallDifference } from './differences.js';
import type { Figure, Population, Release, Table } from './figures.js';
import { Grid, type Sum } from './grid.js';
import { Witness } from './witness.js';

/** Before the first release. */
const NOTHING: Release = { tables: [], shown: [], hidden: [] };

export interface Question {
  readonly population: Population;
  /** What is to be published now. */
  readonly tables: readonly Table[];
  /** What was published before, of the same population. */
  readonly earlier?: Release;
  /** 秘匿の下限 (k): no number from one to below it is shown, nor can be computed. */
  readonly least: number;
  /** What is kept back in any case: the public never sees what a council does not. */
  readonly alsoHidden?: ReadonlySet<string>;
}

/** Ids of the figures that must not be shown. `all`: none of them can be. */
export interface Hidden {
  readonly ids: ReadonlySet<string>;
  readonly all: boolean;
}

/**
 * Which figures of a release are kept back (秘匿). First those below k; then, as long as anything kept back could be
 * computed from margins, from other tables or from what was published before, also others (補完的秘匿). Where that finds no
 * end, nothing is shown at all.
 */
export function toHide(question: Question): Hidden {
  const release = new Judgment(question);
  const hidden = new Set([...release.below(), ...(question.alsoHidden ?? [])]);
  // Each round hides one more, so that it ends at the latest when nothing is left.
  for (let round = 0; round <= release.ids.length; round++) {
    const fault = release.faultOf(hidden);
    if (fault === undefined) return { ids: hidden, all: hidden.size === release.ids.length };
    const more = release.remedyOf(fault, hidden);
    if (more === undefined) break;
    hidden.add(more);
  }
  return { ids: new Set(release.ids), all: true };
}

/** What can be learned that must not: a hidden cell, or a difference of two published figures. */
type Fault = { readonly cell: string } | { readonly from: ReadonlySet<string> };

/** Judges what a release would tell, together with all that was told before. */
class Judgment {
  readonly ids: readonly string[];
  private readonly grid: Grid;
  private readonly now: ReadonlySet<string>;
  private readonly margins: ReadonlySet<string>;
  private readonly splits: readonly { readonly margin: string; readonly cells: readonly string[] }[];

  constructor(private readonly question: Question) {
    const { tables, population, earlier = NOTHING } = question;
    const figures = uniqueById(tables.flatMap(({ margin, cells }) => [margin, ...cells]));
    this.ids = figures.map(({ id }) => id);
    this.now = new Set(this.ids);
    this.margins = new Set(tables.map(({ margin }) => margin.id));
    this.splits = [...tables, ...earlier.tables].map(({ margin, cells }) => ({
      margin: margin.id,
      cells: cells.map(({ id }) => id),
    }));
    this.grid = new Grid(population, uniqueById([...figures, ...earlier.shown, ...earlier.hidden]));
  }

  /** 一次秘匿. */
  below(): string[] {
    return this.ids.filter((id) => isSmall(this.grid.sum(id).count, this.question.least));
  }

  faultOf(hidden: ReadonlySet<string>): Fault | undefined {
    const { least } = this.question;
    const shown = this.shown(hidden);
    const difference = smallDifference(this.grid, shown, this.splits, this.now, least);
    if (difference) return difference;
    const kept = this.kept(hidden);
    const witness = new Witness(this.grid, shown, kept);
    const cell = kept.find(
      (sum) =>
        isSmall(sum.count, least) &&
        !isVague(witness, sum, least) &&
        // What was told before can no longer be helped: only what is new is judged.
        (this.now.has(sum.id) || this.wasVague(sum)),
    );
    return cell && { cell: cell.id };
  }

  /** One more figure to hide, that mends the fault or comes nearest to it: the smallest first, margins last. */
  remedyOf(fault: Fault, hidden: ReadonlySet<string>): string | undefined {
    const open = this.ids
      .filter((id) => !hidden.has(id) && this.grid.sum(id).count > 0)
      .toSorted((a, b) => this.weight(a) - this.weight(b));
    if ('from' in fault) return open.find((id) => fault.from.has(id));
    let best: { readonly id: string; readonly spread: number } | undefined;
    for (const id of open) {
      const spread = this.spread(fault.cell, new Set([...hidden, id]));
      if (spread >= this.question.least) return id;
      if (!best || spread > best.spread) best = { id, spread };
    }
    return best?.id;
  }

  private weight(id: string): number {
    return this.grid.sum(id).count + (this.margins.has(id) ? 1e9 : 0);
  }

  /** How many numbers a cell could be; more than asked for is not looked for. */
  private spread(cell: string, hidden: ReadonlySet<string>): number {
    const { least } = this.question;
    const sum = this.grid.sum(cell);
    const { low, high } = new Witness(this.grid, this.shown(hidden), this.kept(hidden)).range(sum, least - 1, least);
    return Math.min(high - low + 1, high);
  }

  private shown(hidden: ReadonlySet<string>): Sum[] {
    const before = this.question.earlier?.shown ?? [];
    return [...before.map(({ id }) => this.grid.sum(id)), ...this.open(hidden)];
  }

  private open(hidden: ReadonlySet<string>): Sum[] {
    return this.ids.filter((id) => !hidden.has(id)).map((id) => this.grid.sum(id));
  }

  private kept(hidden: ReadonlySet<string>): Sum[] {
    const before = this.question.earlier?.hidden ?? [];
    return [...before.map(({ id }) => id), ...this.ids.filter((id) => hidden.has(id))].map((id) => this.grid.sum(id));
  }

  private wasVague(cell: Sum): boolean {
    const { earlier = NOTHING, least } = this.question;
    const of = (figures: readonly Figure[]) => figures.map(({ id }) => this.grid.sum(id));
    return isVague(new Witness(this.grid, of(earlier.shown), of(earlier.hidden)), cell, least);
  }
}

const isSmall = (count: number, least: number): boolean => count > 0 && count < least;

/** Whether a hidden cell could be any of so many numbers, and as large as what may be shown. */
function isVague(witness: Witness, cell: Sum, least: number): boolean {
  const { low, high } = witness.range(cell, least - 1, least);
  return high - low >= least - 1 && high >= least;
}

const uniqueById = (figures: readonly Figure[]): Figure[] => [...new Map(figures.map((f) => [f.id, f])).values()];
