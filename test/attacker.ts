import { countOf, type Extent, type Figure, type Population, type Release } from '#disclosure';

const isZero = (value: number): boolean => Math.abs(value) < 1e-7;

/**
 * An attacker on published tables: has every figure that was ever shown and every place there could be, knows that where
 * zero was published nobody is, and solves the linear system.
 */
export class Attacker {
  private readonly places: readonly Readonly<Record<string, string>>[];
  private readonly rows: { readonly pivot: number; readonly row: readonly number[] }[] = [];
  private readonly empty: readonly boolean[];

  constructor(
    private readonly population: Population,
    private readonly release: Pick<Release, 'shown' | 'hidden'>,
  ) {
    this.places = Object.entries(population.dimensions).reduce<Readonly<Record<string, string>>[]>(
      (places, [name, values]) => places.flatMap((place) => values.map((value) => ({ ...place, [name]: value }))),
      [{}],
    );
    const zeros = release.shown.filter((figure) => countOf(population, figure) === 0);
    this.empty = this.places.map((place) => zeros.some(({ extent }) => isWithin(place, extent)));
    for (const figure of release.shown) this.learn([...this.rowOf(figure), countOf(population, figure)]);
  }

  /** The number of a figure, if it follows. */
  numberOf(figure: Figure): number | undefined {
    const rest = this.reduced([...this.rowOf(figure), 0]);
    return rest.slice(0, -1).every(isZero) ? Math.round(-(rest.at(-1) ?? 0)) : undefined;
  }

  /** Numbers from one to below k that he has: of any cell, shown or hidden, and of any difference of two shown figures. */
  learned(least: number): string[] {
    const isSmall = (n: number | undefined) => n !== undefined && n > 0 && n < least;
    const { shown, hidden } = this.release;
    const cells = [...hidden, ...shown].flatMap((figure) => {
      const n = this.numberOf(figure);
      return isSmall(n) ? [`${figure.id} = ${n}`] : [];
    });
    const rows = shown.map((figure) => ({
      figure,
      row: this.places.map((place) => isWithin(place, figure.extent)),
      n: countOf(this.population, figure),
    }));
    const differences = rows.flatMap((outer) =>
      rows.flatMap((inner) =>
        isSmall(outer.n - inner.n) && inner.row.every((isIn, i) => !isIn || outer.row[i] === true)
          ? [`${outer.figure.id} - ${inner.figure.id} = ${outer.n - inner.n}`]
          : [],
      ),
    );
    return [...cells, ...differences];
  }

  private rowOf({ extent }: Figure): number[] {
    return this.places.map((place, i) => (this.empty[i] !== true && isWithin(place, extent) ? 1 : 0));
  }

  private reduced(row: readonly number[]): readonly number[] {
    return this.rows.reduce((left, { pivot, row: known }) => {
      const factor = (left[pivot] ?? 0) / (known[pivot] ?? 1);
      return isZero(factor) ? left : left.map((value, i) => value - factor * (known[i] ?? 0));
    }, row);
  }

  private learn(row: readonly number[]): void {
    const rest = this.reduced(row);
    const pivot = rest.slice(0, -1).findIndex((value) => !isZero(value));
    if (pivot >= 0) this.rows.push({ pivot, row: rest });
  }
}

const isWithin = (place: Readonly<Record<string, string>>, extent: Extent): boolean =>
  Object.entries(extent).every(([dimension, values]) => values.includes(place[dimension] ?? ''));
