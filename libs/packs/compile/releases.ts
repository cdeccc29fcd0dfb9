import type { Figure, Population, Release, Table } from '#disclosure';
import { dateIn, type Instant } from '#kernel';
import type { Figures, SplitBy } from '../domain/pack.content.js';

/** A signal as far as a pack counts it. */
export interface CountedSignal {
  readonly caseKey: string;
  readonly reporter: string | null;
  readonly source: string;
  readonly scene: string;
  readonly municipality: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** One pack among those of the same trouble: what it covers, and the signals that it was made of, oldest first. */
export interface Covered {
  readonly id: string;
  readonly knownAt: Instant;
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

/** The tables of a pack among others, as the masker judges them. */
export function tablesOf({ id, months, municipalities, splits }: Covered, { patterns }: Cases): Table[] {
  const known = patterns.filter((pattern) => pattern.split(' ').includes(id));
  const whole = { month: months, municipality: municipalities, known };
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
export function releaseOf(pack: Covered, figures: Figures, behind: Cases): Release {
  const tables = tablesOf(pack, behind);
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

/** The cases behind several packs, with the packs that know them: "v1 v2", or "v2" of what was written down in between. */
export interface Cases {
  readonly population: Population;
  readonly patterns: readonly string[];
}

/** Which packs count a case, and where. A case stands where it was first noticed, once however often it was reported. */
interface Standing {
  readonly place: {
    readonly month: string;
    readonly source: string;
    readonly scene: string;
    readonly municipality: string;
  };
  readonly recordedAt: Instant;
  readonly packs: Set<string>;
}

/**
 * The cases behind several packs of one trouble. A pack that did not know a case, or for which it had been withdrawn, does
 * not count it: what was written down between two packs is one more way in which they differ. Whether a pack knew a case
 * that is not of its months or area follows from when it was written down.
 */
export function casesOf(
  packs: readonly Covered[],
  values: {
    readonly sources: readonly string[];
    readonly scenes: readonly string[];
    readonly municipalities: readonly string[];
  },
): Cases {
  const standings = new Map<string, Standing>();
  for (const pack of packs) {
    for (const [caseKey, { occurredAt, recordedAt, source, scene, municipality }] of firstOf(pack.signals)) {
      const place = { month: dateIn(occurredAt).slice(0, 7), source, scene, municipality };
      const key = JSON.stringify([caseKey, place]);
      const known = standings.get(key);
      if (known) known.packs.add(pack.id);
      else standings.set(key, { place, recordedAt, packs: new Set([pack.id]) });
    }
  }
  const counted = [...standings.values()].map(({ place, recordedAt, packs: of }) => {
    const knowing = packs.filter(({ id, knownAt, months, municipalities }) =>
      months.includes(place.month) && municipalities.includes(place.municipality) ? of.has(id) : recordedAt <= knownAt,
    );
    return { place: { ...place, known: knowing.map(({ id }) => id).join(' ') }, count: 1 };
  });
  const patterns = [...new Set(counted.map(({ place }) => place.known))];
  return {
    patterns,
    population: {
      dimensions: {
        // All packs name their months and their area, so that nobody knows who is elsewhere.
        month: [...new Set(packs.flatMap(({ months }) => months)), 'elsewhere'],
        source: values.sources,
        scene: values.scenes,
        municipality: values.municipalities,
        known: [...patterns, 'later'],
      },
      known: ['known'],
      counted,
    },
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
      known: ['packs'],
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
