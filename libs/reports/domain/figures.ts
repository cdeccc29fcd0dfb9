import { idOf } from '#kernel';

export const DIMENSIONS = [
  'side',
  'profession',
  'topic',
  'scene',
  'municipality',
  'channel',
  'outcome',
  'time_to_close',
] as const;
/** By what the consultations of a month are counted (H-04, ux.md C10). */
export type Dimension = (typeof DIMENSIONS)[number];

/** One consultation, as a report counts it. */
export interface Counted {
  readonly side: string;
  readonly profession: string | null;
  readonly topics: readonly string[];
  readonly scene: string;
  readonly municipality: string;
  readonly channel: string;
  readonly outcome: string | null;
  /** Whole days from its receipt to its closing; null while it is open. */
  readonly days: number | null;
}

/** What a report says of a month. */
export interface Figures {
  readonly total: number;
  readonly by: Readonly<Record<Dimension, Readonly<Record<string, number>>>>;
  /** Side by first topic (H-02): its sum is the number of consultations, though most have several topics. */
  readonly matrix: Readonly<Record<string, number>>;
}

/** Where nothing was said, or nothing has come of it yet. */
export const NONE = 'none';
export const OPEN = 'open';

const SPANS = [
  ['same_day', 0],
  ['within_3_days', 3],
  ['within_7_days', 7],
  ['within_30_days', 30],
] as const;

/** 終結までの日数, in spans that a person can take in. */
const spanOf = (days: number | null): string =>
  days === null ? OPEN : (SPANS.find(([, most]) => days <= most)?.[0] ?? 'over_30_days');

const CELLS: Readonly<Record<Dimension, (one: Counted) => readonly string[]>> = {
  side: ({ side }) => [side],
  profession: ({ profession }) => [profession ?? NONE],
  topic: ({ topics }) => topics,
  scene: ({ scene }) => [scene],
  municipality: ({ municipality }) => [municipality],
  channel: ({ channel }) => [channel],
  outcome: ({ outcome }) => [outcome ?? OPEN],
  time_to_close: ({ days }) => [spanOf(days)],
};

/** In which cells of a table a consultation counts: in one, but by topic in each of its own. */
export const cellsOf = (one: Counted, dimension: Dimension): readonly string[] => CELLS[dimension](one);

/** What is counted in each cell, by the cell's code. */
function tally(cells: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The figures of a month: the same for the same consultations, in whatever order they come. */
export const figuresOf = (counted: readonly Counted[]): Figures => ({
  total: counted.length,
  by: Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, tally(counted.flatMap((one) => cellsOf(one, dimension)))]),
  ) as Record<Dimension, Record<string, number>>,
  matrix: tally(counted.map(({ side, topics }) => `${side}|${topics[0] ?? NONE}`)),
});

/** A hash of figures, in the form of an id: whoever approves can tell that nothing was changed since. */
export const hashOf = ({ total, by, matrix }: Figures): string =>
  idOf(
    'figures',
    total,
    JSON.stringify(DIMENSIONS.map((dimension) => sorted(by[dimension]))),
    JSON.stringify(sorted(matrix)),
  );

const sorted = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1));
