import fc from 'fast-check';
import { plusDays, whole, type Bounds, type LocalDate } from '#kernel';
import { changedEditions, epochsOf, rulesInForce, type Edition, type RuleSet, type RuleValues } from './rule-set.js';
import { comingOf, decidedOf, decisionsOf, heldOf } from './rule-timeline.js';

const defaults = { a: 1, b: 1, c: 1 };
const bounds: Bounds<typeof defaults> = { a: whole(0, 9), b: whole(0, 9), c: whole(0, 9) };
const stated = { defaults, bounds };
const KEYS = ['a', 'b', 'c'] as const;
const DAY = '2026-01-01';

const setOf = (area: string, editions: readonly Edition[]): RuleSet => ({ context: 'x', area, editions });
const edition = (version: number, effectiveFrom: LocalDate, values: RuleValues): Edition => ({
  version,
  effectiveFrom,
  values,
});

interface Change {
  readonly effectiveFrom: LocalDate;
  readonly set: RuleValues;
  readonly withdrawn: readonly string[];
}

/** Days of a fortnight, so that changes meet. */
const aDay = fc.integer({ min: 0, max: 13 }).map((n) => plusDays(DAY, n));
const aChange: fc.Arbitrary<Change> = fc
  .record({
    effectiveFrom: aDay,
    said: fc.dictionary(fc.constantFrom(...KEYS), fc.option(fc.integer({ min: 0, max: 3 })), { minKeys: 1 }),
  })
  .map(({ effectiveFrom, said }) => ({
    effectiveFrom,
    set: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
    withdrawn: Object.entries(said).flatMap(([key, value]) => (value === null ? [key] : [])),
  }));

const after = (editions: readonly Edition[], change: Change): Edition[] => [
  ...editions,
  ...changedEditions(editions, change).map((one, i) => ({ version: editions.length + 2 + i, ...one })),
];
const played = (changes: readonly Change[]): Edition[] => changes.reduce(after, [] as Edition[]);
const ALL_DAYS = Array.from({ length: 16 }, (_, n) => plusDays(DAY, n - 1));
const on = (editions: readonly Edition[], day: LocalDate): RuleValues =>
  epochsOf(editions).findLast(({ effectiveFrom }) => effectiveFrom <= day)?.values ?? {};

describe('a change of rules', () => {
  it('changes what it names from its day on, and nothing else on any day', () => {
    fc.assert(
      fc.property(fc.array(aChange, { maxLength: 6 }), aChange, (earlier, change) => {
        const before = played(earlier);
        const now = after(before, change);
        const kept = ALL_DAYS.flatMap((day) =>
          KEYS.filter(
            (key) => day < change.effectiveFrom || !(Object.hasOwn(change.set, key) || change.withdrawn.includes(key)),
          ).map((key) => ({ day, key })),
        );
        expect(kept.map(({ day, key }) => on(now, day)[key])).toEqual(kept.map(({ day, key }) => on(before, day)[key]));
        for (const key of [...Object.keys(change.set), ...change.withdrawn])
          expect(on(now, change.effectiveFrom)[key]).toEqual(change.set[key]);
      }),
    );
  });

  it('goes on in what was decided for later, until that says something else of the rule', () => {
    fc.assert(
      fc.property(fc.array(aChange, { maxLength: 6 }), aChange, (earlier, change) => {
        const before = played(earlier);
        const now = after(before, change);
        for (const key of [...Object.keys(change.set), ...change.withdrawn]) {
          const later = ALL_DAYS.filter((day) => day > change.effectiveFrom);
          const turns = later.find((day) => on(before, day)[key] !== on(before, plusDays(day, -1))[key]);
          for (const day of later)
            expect(on(now, day)[key]).toEqual(
              turns === undefined || day < turns ? change.set[key] : on(before, day)[key],
            );
        }
      }),
    );
  });

  it('that changes nothing adds nothing', () => {
    const editions = played([{ effectiveFrom: DAY, set: { a: 2 }, withdrawn: [] }]);
    expect(changedEditions(editions, { effectiveFrom: plusDays(DAY, 3), set: { a: 2 }, withdrawn: [] })).toEqual([]);
    expect(changedEditions(editions, { effectiveFrom: DAY, set: {}, withdrawn: ['b'] })).toEqual([]);
  });

  it('is told as it was decided: what stood before, what stands now, and nothing that was only said again', () => {
    const editions = played([
      { effectiveFrom: '2026-01-10', set: { a: 5 }, withdrawn: [] },
      { effectiveFrom: '2026-01-02', set: { b: 3 }, withdrawn: [] },
      { effectiveFrom: '2026-01-12', set: {}, withdrawn: ['a'] },
    ]);
    expect(editions.map(({ effectiveFrom, carries }) => [effectiveFrom, carries ?? false])).toEqual([
      ['2026-01-10', false],
      ['2026-01-02', false],
      ['2026-01-10', true],
      ['2026-01-12', false],
    ]);
    expect(decisionsOf(editions, 'a', bounds)).toEqual([
      { version: 2, from: '2026-01-10', value: 5 },
      { version: 5, from: '2026-01-12', before: 5 },
    ]);
    expect(decisionsOf(editions, 'b', bounds)).toEqual([{ version: 3, from: '2026-01-02', value: 3 }]);
    expect(decidedOf(editions, 'b', bounds)).toEqual([{ version: 3, from: '2026-01-02', value: 3 }]);
  });
});

describe('what holds of a rule', () => {
  it('is what the rules in force say, on every day and under every chain of areas', () => {
    fc.assert(
      fc.property(fc.array(fc.array(aChange, { maxLength: 4 }), { minLength: 1, maxLength: 3 }), aDay, (areas, day) => {
        const sets = areas.map((changes, i) => (changes.length > 0 ? setOf(`area-${i}`, played(changes)) : undefined));
        const { values } = rulesInForce('x', stated, sets, day);
        for (const key of KEYS) expect(heldOf(key, stated, sets, day).value).toEqual(values[key]);
      }),
    );
  });

  it('names the nearest area that has decided, since when, and what is to come', () => {
    const sets = [
      setOf('prefecture', [edition(2, '2026-01-01', { a: 4 })]),
      setOf('town', [edition(2, '2026-01-05', { a: 6, b: 2 }), edition(3, '2026-01-09', { b: 2 })]),
    ];
    expect(heldOf('a', stated, sets, '2025-12-31')).toEqual({ value: 1, area: null, version: null, since: null });
    expect(heldOf('a', stated, sets, '2026-01-04')).toEqual({
      value: 4,
      area: 'prefecture',
      version: 2,
      since: '2026-01-01',
    });
    expect(heldOf('a', stated, sets, '2026-01-08')).toMatchObject({ value: 6, area: 'town', since: '2026-01-05' });
    // Withdrawn: the prefecture's holds again, and since that day.
    expect(heldOf('a', stated, sets, '2026-01-09')).toMatchObject({
      value: 4,
      area: 'prefecture',
      since: '2026-01-09',
    });
    expect(comingOf('a', stated, sets, '2026-01-02').map(({ from, value }) => [from, value])).toEqual([
      ['2026-01-05', 6],
      ['2026-01-09', 4],
    ]);
    expect(comingOf('b', stated, sets, '2026-01-05')).toEqual([]);
  });

  it('is attributed to the edition that decided it, not to one of the same day about another rule', () => {
    const editions = [edition(2, '2026-01-05', { a: 6 }), edition(3, '2026-01-05', { a: 6, b: 2 })];
    expect(heldOf('a', stated, [setOf('town', editions)], '2026-01-06')).toMatchObject({ version: 2 });
    expect(heldOf('b', stated, [setOf('town', editions)], '2026-01-06')).toMatchObject({ version: 3 });
  });

  it('passes over what nobody can live by', () => {
    expect(heldOf('a', stated, [setOf('town', [edition(2, DAY, { a: 99 })])], DAY)).toMatchObject({ area: null });
  });
});
