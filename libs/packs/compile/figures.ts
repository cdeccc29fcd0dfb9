import { countOf, toHide, type Release } from '#disclosure';
import { SCENES } from '#kernel';
import type { Audience, Figures, PackContent } from '../domain/pack.content.js';
import {
  casesOf,
  firstOf,
  lineOf,
  releaseOf,
  signalsPopulationOf,
  tablesOf,
  together,
  wholeOf,
  type CountedSignal,
  type Covered,
} from './releases.js';

/** A signal with its id and why it was raised at once. */
export interface PackSignal extends CountedSignal {
  readonly id: string;
  readonly escalationReason: string | null;
}

export interface PackToCount extends Covered {
  readonly signals: readonly PackSignal[];
}

/** A pack that was frozen before, of the same trouble, wherever it was: its signals as it knew them. */
export interface EarlierPack extends PackToCount {
  readonly figures: PackContent['figures'];
}

export interface Counting {
  readonly pack: PackToCount;
  readonly earlier: readonly EarlierPack[];
  readonly least: Readonly<Record<Audience, number>>;
  readonly population: number | null;
  /** Every source and municipality there is: what could be counted. */
  readonly sources: readonly string[];
  readonly municipalities: readonly string[];
}

const NONE: Figures = {
  signals: null,
  cases: null,
  organizations: null,
  municipalities: null,
  perTenThousand: null,
  splits: [],
  reasons: [],
};

/**
 * The exit (開示の出口): the only place where numbers of signals become numbers of a pack. Each audience is judged with what
 * it was told before; the public is shown nothing that a council is not.
 */
export function figuresOf(counting: Counting): PackContent['figures'] {
  const council = figuresFor('council', counting, new Set());
  const hidden = new Set(
    council.splits.flatMap(({ by, lines }) =>
      lines.flatMap(({ code, cases }) => (cases === null ? [lineOf(counting.pack.id, by, code)] : [])),
    ),
  );
  if (council.cases === null) return { council, public: council };
  return { council, public: figuresFor('public', counting, hidden, council.signals === null) };
}

function figuresFor(
  audience: Audience,
  { pack, earlier, least: leasts, population: people, sources, municipalities }: Counting,
  alsoHidden: ReadonlySet<string>,
  withoutSignals = false,
): Figures {
  const least = leasts[audience];
  const behind = casesOf([pack, ...earlier], { sources, scenes: SCENES, municipalities });
  const { population } = behind;
  const before: Release = together(earlier.map((one) => releaseOf(one, one.figures[audience], behind)));
  const tables = tablesOf(pack, behind);
  const { ids, all } = toHide({ population, tables, earlier: before, least, alsoHidden });
  const codes = pack.splits.map(({ by, values }) => ({ by, codes: values.map(({ code }) => code) }));
  // Where the whole is hidden, even a zero would say where those few are.
  if (all || ids.has(wholeOf(pack.id)))
    return {
      ...NONE,
      splits: codes.map(({ by, codes: of }) => ({ by, lines: of.map((code) => ({ code, cases: null })) })),
    };

  const counts = new Map(
    tables.flatMap(({ cells }) => cells).map((figure) => [figure.id, countOf(population, figure)] as const),
  );
  const cases = firstOf(pack.signals).size;
  const isQuiet = withoutSignals || hidesSignals(audience, { pack, earlier, least });
  return {
    signals: isQuiet ? null : pack.signals.length,
    cases,
    organizations: new Set(pack.signals.flatMap(({ reporter }) => reporter ?? [])).size,
    municipalities: new Set(pack.signals.map(({ municipality }) => municipality)).size,
    perTenThousand: people === null ? null : Math.round((cases / people) * 100_000) / 10,
    splits: codes.map(({ by, codes: of }) => ({
      by,
      lines: of.map((code) => {
        const id = lineOf(pack.id, by, code);
        return { code, cases: ids.has(id) ? null : (counts.get(id) ?? null) };
      }),
    })),
    reasons: [...new Set(pack.signals.flatMap(({ escalationReason }) => escalationReason ?? []))].toSorted(),
  };
}

/** Whether the number of signals tells of a few, by itself or beside that of an earlier pack. */
function hidesSignals(
  audience: Audience,
  { pack, earlier, least }: { pack: PackToCount; earlier: readonly EarlierPack[]; least: number },
): boolean {
  const idsOf = ({ id, signals }: PackToCount) => ({ id, signals: signals.map((signal) => signal.id) });
  const { population, figureOf } = signalsPopulationOf([pack, ...earlier].map(idsOf));
  const told = earlier.filter(({ figures }) => figures[audience].signals !== null).map(({ id }) => figureOf(id));
  const margin = figureOf(pack.id);
  const { all } = toHide({
    population,
    tables: [{ margin, cells: [] }],
    earlier: { tables: [], shown: told, hidden: [] },
    least,
  });
  return all;
}
