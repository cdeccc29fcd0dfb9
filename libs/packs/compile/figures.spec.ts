import fc from 'fast-check';
import type { Release } from '#disclosure';
import { SCENES } from '#kernel';
import { Attacker } from '#test/attacker.js';
import type { Audience } from '../domain/pack.content.js';
import { figuresOf, type EarlierPack, type PackSignal, type PackToCount } from './figures.js';
import { casesOf, releaseOf, together, type Covered, type Value } from './releases.js';

const LEAST = { council: 5, public: 10 };
const SOURCES = ['consultation', 'handover'];
const TOWNS = ['a', 'b', 'c'];
/** When it is written down: before the packs of May, or between them and that of June. */
const [SOON, MAY, LATER, JUNE] = ['2025-05-30', '2025-05-31', '2025-06-15', '2025-06-30'] as const;
const plain = (codes: readonly string[]): Value[] => codes.map((code) => ({ code, members: [code] }));

interface Known extends PackSignal {
  /** Written down before the first pack, or between that and the next. */
  readonly late: boolean;
}

const known: fc.Arbitrary<Known> = fc
  .record({
    caseKey: fc.integer({ min: 1, max: 60 }).map(String),
    reporter: fc.constantFrom('x', 'y', null),
    source: fc.constantFrom(...SOURCES),
    scene: fc.constantFrom('sudden_change'),
    municipality: fc.constantFrom(...TOWNS),
    month: fc.constantFrom('2025-03', '2025-04', '2025-05', '2025-06'),
    late: fc.boolean(),
    escalationReason: fc.constantFrom('E2', null),
  })
  .map(({ month, ...rest }) => ({
    ...rest,
    occurredAt: `${month}-10T00:00:00.000Z`,
    recordedAt: rest.late ? LATER : SOON,
    id: '',
  }));
const signals = fc
  .array(known, { maxLength: 90 })
  .map((all) =>
    all.map((one, i) => ({ ...one, id: String(i) })).toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1)),
  );

/** 圏域の会議 in May, that of one town in May, and 圏域の会議 in June, which knows what was written down late. */
const PACKS: readonly (Omit<Covered, 'signals'> & { readonly late: boolean })[] = [
  { id: 'may', months: ['2025-03', '2025-04', '2025-05'], municipalities: TOWNS, late: false },
  { id: 'town', months: ['2025-03', '2025-04', '2025-05'], municipalities: ['a'], late: false },
  { id: 'june', months: ['2025-04', '2025-05', '2025-06'], municipalities: TOWNS, late: true },
].map((pack) => ({
  ...pack,
  knownAt: pack.late ? JUNE : MAY,
  splits: [
    { by: 'month' as const, values: plain(pack.months) },
    { by: 'source' as const, values: plain(SOURCES) },
    { by: 'scene' as const, values: plain(SCENES) },
    ...(pack.municipalities.length > 1 ? [{ by: 'area' as const, values: plain(TOWNS) }] : []),
  ],
}));

const toCount = ({ late, ...pack }: (typeof PACKS)[number], all: readonly Known[]): PackToCount => ({
  ...pack,
  signals: all.filter(
    (one) =>
      (late || !one.late) &&
      pack.months.includes(one.occurredAt.slice(0, 7)) &&
      pack.municipalities.includes(one.municipality),
  ),
});

/** One pack after another, each frozen in the knowledge of those before. */
function frozen(all: readonly Known[], order: typeof PACKS): EarlierPack[] {
  const earlier: EarlierPack[] = [];
  for (const one of order) {
    const pack = toCount(one, all);
    const figures = figuresOf({
      pack,
      earlier: [...earlier],
      least: LEAST,
      population: 10_000,
      sources: SOURCES,
      municipalities: [...TOWNS, 'd'],
    });
    earlier.push({ ...pack, figures });
  }
  return earlier;
}

const told = (packs: readonly EarlierPack[], audience: Audience): Release =>
  together(packs.map((pack) => releaseOf(pack, pack.figures[audience], behind(packs))));
const behind = (packs: readonly EarlierPack[]) =>
  casesOf(packs, { sources: SOURCES, scenes: SCENES, municipalities: [...TOWNS, 'd'] });

describe('what the packs of one trouble tell', () => {
  it('shows no council and no public a number of a few, whatever is subtracted from what', () => {
    fc.assert(
      fc.property(signals, fc.shuffledSubarray([...PACKS], { minLength: 2 }), (all, order) => {
        const packs = frozen(all, order);
        const { population } = behind(packs);
        expect(new Attacker(population, told(packs, 'council')).learned(LEAST.council)).toEqual([]);
        expect(new Attacker(population, told(packs, 'public')).learned(LEAST.public)).toEqual([]);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('shows the public nothing that a council is not shown', () => {
    fc.assert(
      fc.property(signals, (all) => {
        for (const { figures } of frozen(all, PACKS)) {
          const { council, public: open } = figures;
          for (const name of ['signals', 'cases', 'organizations', 'municipalities', 'perTenThousand'] as const)
            expect([null, council[name]]).toContain(open[name]);
          open.splits.forEach(({ lines }, i) =>
            lines.forEach(({ cases }, j) => expect([null, council.splits[i]?.lines[j]?.cases]).toContain(cases)),
          );
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('counts a person once, where first noticed, and hides all of a few persons with many signals', () => {
    const of = (caseKey: string, month: string, i: number): Known => ({
      id: `${caseKey} ${i}`,
      caseKey,
      reporter: 'x',
      source: 'handover',
      scene: 'sudden_change',
      municipality: 'a',
      occurredAt: `${month}-1${i}T00:00:00.000Z`,
      recordedAt: SOON,
      late: false,
      escalationReason: null,
    });
    const six = ['1', '2', '3', '4', '5', '6'].flatMap((caseKey) => [
      of(caseKey, '2025-03', 1),
      of(caseKey, '2025-05', 2),
    ]);
    const [may] = frozen(
      six.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1)),
      PACKS.slice(0, 1),
    );
    expect(may?.figures.council).toMatchObject({ cases: 6, signals: 12, perTenThousand: 6 });
    expect(may?.figures.council.splits[0]?.lines.map(({ cases }) => cases)).toEqual([6, 0, 0]);
    expect(may?.figures.public).toMatchObject({ cases: null, signals: null, municipalities: null });

    const few = Array.from({ length: 9 }, (_, i) => of('1', '2025-03', i));
    const [hidden] = frozen(few, PACKS.slice(0, 1));
    expect(hidden?.figures.council).toMatchObject({ cases: null, signals: null, organizations: null, reasons: [] });
    expect(hidden?.figures.council.splits.flatMap(({ lines }) => lines.map(({ cases }) => cases))).not.toContain(0);
  });

  it('does not tell of the one case that was written down between two packs', () => {
    const of = (i: number, recordedAt: string): Known => ({
      id: String(i),
      caseKey: String(i),
      reporter: 'x',
      source: 'handover',
      scene: 'sudden_change',
      municipality: 'a',
      occurredAt: '2025-05-10T00:00:00.000Z',
      recordedAt,
      late: recordedAt === LATER,
      escalationReason: null,
    });
    const twenty = Array.from({ length: 20 }, (_, i) => of(i, SOON));
    const [may, june] = frozen(
      [...twenty, of(20, LATER)],
      [PACKS[0], PACKS[2]].flatMap((pack) => pack ?? []),
    );
    expect(may?.figures.council).toMatchObject({ cases: 20, signals: 20 });
    expect(june?.figures.council).toMatchObject({ cases: null, signals: null });
    const [, five] = frozen(
      [...twenty, ...[20, 21, 22, 23, 24].map((i) => of(i, LATER))],
      [PACKS[0], PACKS[2]].flatMap((pack) => pack ?? []),
    );
    expect(five?.figures.council).toMatchObject({ cases: 25, signals: 25 });
  });
});
