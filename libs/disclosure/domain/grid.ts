import type { Figure, Population } from './figures.js';

/** A figure over the classes of a grid: in each dimension which it counts, or null where it counts all. */
export interface Sum {
  readonly id: string;
  readonly takes: readonly (readonly boolean[] | null)[];
  readonly count: number;
}

export interface Spot {
  /** Its class in each dimension. */
  readonly at: readonly number[];
  readonly count: number;
}

/**
 * A population as far as its figures tell its places apart: values that every figure treats alike are one class. So its
 * size follows from what is published and not from how many municipalities there are.
 */
export class Grid {
  readonly sizes: readonly number[];
  readonly spots: readonly Spot[];
  readonly sums: ReadonlyMap<string, Sum>;
  private readonly known: readonly boolean[];

  constructor({ dimensions, counted, known = [] }: Population, figures: readonly Figure[]) {
    const names = Object.keys(dimensions);
    this.known = names.map((name) => known.includes(name));
    const extents = new Map(
      figures.map((figure) => [
        figure,
        names.map((name) => {
          const values = figure.extent[name];
          return values && new Set(values);
        }),
      ]),
    );
    const classes = names.map((name, d) => {
      const bySignature = new Map<string, number>();
      const members = [...extents.values()].map((extent) => extent[d]);
      return new Map(
        (dimensions[name] ?? []).map((value) => {
          const signature = members.map((set) => (set?.has(value) === false ? '0' : '1')).join('');
          const of = bySignature.get(signature) ?? bySignature.size;
          bySignature.set(signature, of);
          return [value, of] as const;
        }),
      );
    });
    this.sizes = classes.map((of) => Math.max(0, ...of.values()) + 1);

    const spots = new Map<string, { at: number[]; count: number }>();
    for (const { place, count } of counted) {
      const at = names.map((name, d) => {
        const found = classes[d]?.get(place[name] ?? '');
        if (found === undefined) throw new Error(`${String(place[name])} is no value of ${name}`);
        return found;
      });
      const key = at.join();
      const spot = spots.get(key) ?? { at, count: 0 };
      spot.count += count;
      spots.set(key, spot);
    }
    this.spots = [...spots.values()].filter(({ count }) => count > 0);

    this.sums = new Map(
      figures.map((figure) => {
        const takes = names.map((_, d) => {
          const values = extents.get(figure)?.[d];
          if (!values) return null;
          const taken = Array<boolean>(this.sizes[d] ?? 0).fill(false);
          for (const [value, of] of classes[d] ?? []) if (values.has(value)) taken[of] = true;
          return taken;
        });
        const count = this.spots.reduce((sum, spot) => (takesSpot(takes, spot.at) ? sum + spot.count : sum), 0);
        return [figure.id, { id: figure.id, takes, count }] as const;
      }),
    );
  }

  /** Whether everybody knows that nobody of these places is of this class: it is a known dimension, and nobody is. */
  isKnownEmpty(takes: Sum['takes'], dimension: number, of: number): boolean {
    if (this.known[dimension] !== true) return false;
    return !this.spots.some(({ at }) => at[dimension] === of && takesSpot(takes, at));
  }

  sum(id: string): Sum {
    const found = this.sums.get(id);
    if (!found) throw new Error(`there is no figure ${id}`);
    return found;
  }
}

export const takesSpot = (takes: Sum['takes'], at: readonly number[]): boolean =>
  takes.every((taken, d) => taken === null || taken[at[d] ?? 0] === true);
