import type { Figure, Population, Release, Table } from '#disclosure';
import { dateIn, type Instant } from '#kernel';
import type { Audience, Figures, SplitBy } from '../domain/pack.content.js';

/** A signal as far as a pack counts it. */
export interface CountedSignal {
  readonly caseKey: string;
  readonly reporter: string | null;
  readonly source: string;
  readonly scene: string;
  readonly municipality: string;
  readonly occurredAt: Instant;
}

/** One pack among those of the same trouble: what it covers, and the signals that it was made of, oldest first. */
export interface Covered {
  readonly id: string;
  readonly months: readonly string[];
  readonly municipalities: readonly string[];
  readonly splits: readonly { readonly by: SplitBy; readonly values: readonly Value[] }[];
  readonly signals: readonly CountedSignal[];
}

/** A line of a split; of an area, its municipalities. */
export interface Value {
  readonly code: string;
  readonly members: readonly string[];
}

/** The dimension in which a split tells cases apart. */
const DIMENSION: Readonly<Record<SplitBy, string>> = {
  month: 'month',
  source: 'source',
  scene: 'scene',
  area: 'municipality',
};

export const wholeOf = (pack: string): string => `${pack} all`;
export const lineOf = (pack: string, by: SplitBy, code: string): string => `${pack} ${by} ${code}`;

/** The tables of a pack, as the masker judges them. */
export function tablesOf({ id, months, municipalities, splits }: Covered): Table[] {
  const whole = { month: months, municipality: municipalities, [inPack(id)]: ['yes'] };
  const margin: Figure = { id: wholeOf(id), extent: whole };
  return splits.map(({ by, values }) => ({
    margin,
    cells: values.map(({ code, members }) => ({
      id: lineOf(id, by, code),
      extent: { ...whole, [DIMENSION[by]]: members },
    })),
  }));
}

/** What an earlier pack told an audience. */
export function releaseOf(pack: Covered, figures: Figures): Release {
  const tables = tablesOf(pack);
  const shown = new Set([
    ...(figures.cases === null ? [] : [wholeOf(pack.id)]),
    ...figures.splits.flatMap(({ by, lines }) =>
      lines.flatMap(({ code, cases }) => (cases === null ? [] : [lineOf(pack.id, by, code)])),
    ),
  ]);
  const all = [...new Map(tables.flatMap(({ margin, cells }) => [margin, ...cells]).map((f) => [f.id, f])).values()];
  return { tables, shown: all.filter(({ id }) => shown.has(id)), hidden: all.filter(({ id }) => !shown.has(id)) };
}

export const together = (releases: readonly Release[]): Release => ({
  tables: releases.flatMap(({ tables }) => tables),
  shown: releases.flatMap(({ shown }) => shown),
  hidden: releases.flatMap(({ hidden }) => hidden),
});

/** Which pack counts a case, and where. A case stands where it was first noticed, once however often it was reported. */
interface Standing {
  readonly place: {
    readonly month: string;
    readonly source: string;
    readonly scene: string;
    readonly municipality: string;
  };
  readonly packs: Set<string>;
}

/**
 * The cases behind several packs of one trouble. A pack that did not know a case, or for which it had been withdrawn, does
 * not count it: what was written down between two packs is one more way in which they differ.
 */
export function populationOf(
  packs: readonly Covered[],
  values: {
    readonly sources: readonly string[];
    readonly scenes: readonly string[];
    readonly municipalities: readonly string[];
  },
): Population {
  const standings = new Map<string, Standing>();
  for (const pack of packs) {
    for (const [caseKey, { occurredAt, source, scene, municipality }] of firstOf(pack.signals)) {
      const place = { month: dateIn(occurredAt).slice(0, 7), source, scene, municipality };
      const key = JSON.stringify([caseKey, place]);
      const known = standings.get(key);
      if (known) known.packs.add(pack.id);
      else standings.set(key, { place, packs: new Set([pack.id]) });
    }
  }
  return {
    dimensions: {
      // All packs name their months and their area, so that nobody knows who is elsewhere.
      month: [...new Set(packs.flatMap(({ months }) => months)), 'elsewhere'],
      source: values.sources,
      scene: values.scenes,
      municipality: values.municipalities,
      ...Object.fromEntries(packs.map(({ id }) => [inPack(id), ['yes', 'no']])),
    },
    counted: [...standings.values()].map(({ place, packs: of }) => ({
      place: { ...place, ...Object.fromEntries(packs.map(({ id }) => [inPack(id), of.has(id) ? 'yes' : 'no'])) },
      count: 1,
    })),
  };
}

/** How many signals each pack counted: told apart only by which packs count them. */
export function signalsPopulationOf(packs: readonly { readonly id: string; readonly signals: readonly string[] }[]): {
  readonly population: Population;
  readonly figureOf: (pack: string) => Figure;
} {
  const patterns = new Map<string, number>();
  const sets = packs.map(({ id, signals }) => ({ id, signals: new Set(signals) }));
  for (const signal of new Set(packs.flatMap(({ signals }) => signals))) {
    const pattern = sets.flatMap(({ id, signals }) => (signals.has(signal) ? [id] : [])).join(' ');
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
  }
  const all = [...patterns.keys()];
  return {
    population: {
      dimensions: { packs: [...all, 'none'] },
      counted: [...patterns].map(([pattern, count]) => ({ place: { packs: pattern }, count })),
    },
    figureOf: (pack) => ({
      id: `${pack} signals`,
      extent: { packs: all.filter((pattern) => pattern.split(' ').includes(pack)) },
    }),
  };
}

export const firstOf = (signals: readonly CountedSignal[]): Map<string, CountedSignal> => {
  const first = new Map<string, CountedSignal>();
  for (const signal of signals) if (!first.has(signal.caseKey)) first.set(signal.caseKey, signal);
  return first;
};

const inPack = (pack: string): string => `in ${pack}`;

export type ByAudience<T> = Readonly<Record<Audience, T>>;
