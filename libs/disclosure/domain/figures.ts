/**
 * What is counted stands at a place: one value in each dimension (月, 発生源, 市町村 …). A figure counts the places of its
 * extent. Whatever is published is a sum over places, so that what can be computed from it is a matter of places alone.
 */
export type Place = Readonly<Record<string, string>>;

/** In each dimension named, the values that are counted; in all others every value. */
export type Extent = Readonly<Record<string, readonly string[]>>;

export interface Figure {
  readonly id: string;
  readonly extent: Extent;
}

/** Figures of one table with its margin (総数), which may be the margin of other tables too. */
export interface Table {
  readonly margin: Figure;
  readonly cells: readonly Figure[];
}

export interface Counted {
  readonly place: Place;
  readonly count: number;
}

/** All that is counted, and every value that each dimension can take: an empty place is as possible as any. */
export interface Population {
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
  /** Dimensions in which an attacker is taken to know which values occur where: that nothing was withdrawn, when nothing was. */
  readonly known?: readonly string[];
  readonly counted: readonly Counted[];
}

/** What was published of a population before: each figure with its number, and those that were kept back. */
export interface Release {
  readonly tables: readonly Table[];
  readonly shown: readonly Figure[];
  readonly hidden: readonly Figure[];
}

export const countOf = ({ counted }: Pick<Population, 'counted'>, { extent }: Pick<Figure, 'extent'>): number =>
  counted.reduce((sum, { place, count }) => (isWithin(place, extent) ? sum + count : sum), 0);

const isWithin = (place: Place, extent: Extent): boolean =>
  Object.entries(extent).every(([dimension, values]) => values.includes(place[dimension] ?? ''));
