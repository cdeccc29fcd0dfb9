import { takesSpot, type Grid, type Sum } from './grid.js';

/** Somebody who stood elsewhere: one step from a place to another that differs from it in one dimension. */
interface Step {
  readonly from: number;
  readonly to: number;
  /** How the published figures would tell: their places in the list, each `+` or `-`. Empty: nobody could tell. */
  readonly shows: string;
}

/**
 * Who is hidden could as well be elsewhere: makes other regions that nobody could tell from the true one by anything that
 * was published, and in which a hidden cell has other numbers. They are made of whole persons, one moved or two moved at
 * a time, so what is found is truly possible (its proof is the region itself); what is not found counts as not possible.
 * An attacker is taken to know besides that no hidden cell is empty.
 */
export class Witness {
  private readonly places: number[][] = [];
  private readonly indexOf = new Map<string, number>();
  private readonly counts: number[] = [];
  private readonly steps: readonly Step[];
  private readonly byShows = new Map<string, Step[]>();
  private readonly kept: readonly Sum[];

  constructor(
    private readonly grid: Grid,
    shown: readonly Sum[],
    hidden: readonly Sum[],
  ) {
    this.kept = hidden.filter(({ count }) => count > 0);
    for (const { at, count } of grid.spots) this.counts[this.place([...at])] = count;
    const occupied = this.counts.length;
    const telling = this.tellingFigures(shown);
    const steps: Step[] = [];
    for (let from = 0; from < occupied; from++) {
      const at = this.places[from] ?? [];
      grid.sizes.forEach((size, d) => {
        for (let to = 0; to < size; to++) {
          if (to === at[d]) continue;
          const shows = shownBy(telling[d]?.[at[d] ?? 0]?.[to] ?? [], at, d);
          const step = { from, to: this.place(at.with(d, to)), shows };
          steps.push(step);
          const alike = this.byShows.get(shows);
          if (alike) alike.push(step);
          else this.byShows.set(shows, [step]);
        }
      });
    }
    this.steps = steps;
  }

  /** How low and how high a hidden cell could be, as far as is asked: `enough` numbers apart and up to `high`. */
  range(cell: Sum, enough: number, high: number): { readonly low: number; readonly high: number } {
    const up = this.stretch(cell, 1, Math.max(enough, high - cell.count));
    const down = up >= enough ? 0 : this.stretch(cell, -1, enough - up);
    return { low: cell.count - down, high: cell.count + up };
  }

  /** By how much the cell can be made to differ in one direction, at most by `enough`. */
  private stretch(cell: Sum, direction: 1 | -1, enough: number): number {
    const world = new World(this.counts, this.places, this.kept);
    const inside = this.places.map((at) => takesSpot(cell.takes, at));
    const effect = ({ from, to }: Step) => Number(inside[to]) - Number(inside[from]);
    const towards = this.steps.filter((step) => effect(step) === direction);
    let gained = 0;
    for (const step of towards) {
      if (step.shows !== '') continue;
      gained += world.move([step], enough - gained);
      if (gained >= enough) return gained;
    }
    for (const step of towards) {
      if (step.shows === '') continue;
      for (const other of this.byShows.get(opposite(step.shows)) ?? []) {
        const both = effect(other) === direction ? 2 : 1;
        if (effect(other) === -direction) continue;
        gained += world.move([step, other], Math.ceil((enough - gained) / both)) * both;
        if (gained >= enough) return gained;
      }
    }
    return gained;
  }

  private place(at: number[]): number {
    const key = at.join();
    const known = this.indexOf.get(key);
    if (known !== undefined) return known;
    const index = this.places.push(at) - 1;
    this.indexOf.set(key, index);
    return index;
  }

  /** By dimension and by the classes before and after, the published figures that take one of the two only. */
  private tellingFigures(shown: readonly Sum[]): (readonly Telling[])[][][] {
    return this.grid.sizes.map((size, d) =>
      Array.from({ length: size }, (_, from) =>
        Array.from({ length: size }, (__, to) =>
          shown.flatMap(({ takes }, figure) => {
            const taken = takes[d];
            if (!taken || taken[from] === taken[to]) return [];
            return [{ figure, sign: taken[to] === true ? ('+' as const) : ('-' as const), takes }];
          }),
        ),
      ),
    );
  }
}

interface Telling {
  readonly figure: number;
  readonly sign: '+' | '-';
  readonly takes: Sum['takes'];
}

const shownBy = (telling: readonly Telling[], at: readonly number[], dimension: number): string =>
  telling
    .filter(({ takes }) => takes.every((taken, d) => d === dimension || taken === null || taken[at[d] ?? 0] === true))
    .map(({ figure, sign }) => `${figure}${sign}`)
    .join();

const opposite = (shows: string): string => shows.replaceAll(/[+-]/g, (sign) => (sign === '+' ? '-' : '+'));

/** Another possible region, moved step by step away from the true one. */
class World {
  private readonly counts: number[];
  private readonly left: number[];
  private readonly taken: readonly (readonly boolean[])[];

  constructor(
    counts: readonly number[],
    places: readonly (readonly number[])[],
    private readonly kept: readonly Sum[],
  ) {
    this.counts = places.map((_, i) => counts[i] ?? 0);
    this.left = kept.map(({ count }) => count);
    this.taken = kept.map(({ takes }) => places.map((at) => takesSpot(takes, at)));
  }

  /** Takes steps together as often as somebody is left to take them and no hidden cell is emptied; says how often. */
  move(steps: readonly Step[], most: number): number {
    let times = most;
    const change = new Map<number, number>();
    for (const { from, to } of steps) {
      change.set(from, (change.get(from) ?? 0) - 1);
      change.set(to, (change.get(to) ?? 0) + 1);
    }
    for (const [place, by] of change) if (by < 0) times = Math.min(times, Math.floor((this.counts[place] ?? 0) / -by));
    const effects = this.kept.map((_, i) =>
      steps.reduce((sum, { from, to }) => sum + Number(this.taken[i]?.[to]) - Number(this.taken[i]?.[from]), 0),
    );
    effects.forEach((by, i) => {
      if (by < 0) times = Math.min(times, Math.floor(((this.left[i] ?? 0) - 1) / -by));
    });
    if (times <= 0) return 0;
    for (const [place, by] of change) this.counts[place] = (this.counts[place] ?? 0) + by * times;
    effects.forEach((by, i) => (this.left[i] = (this.left[i] ?? 0) + by * times));
    return times;
  }
}
