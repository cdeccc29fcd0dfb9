import fc from 'fast-check';
import { Attacker } from '#test/attacker.js';
import { countOf, type Figure, type Population, type Release, type Table } from './figures.js';
import { toHide, type Question } from './suppress.js';

const K = 5;
const MONTHS = ['m1', 'm2', 'm3', 'm4'];
const SOURCES = ['consultation', 'handover', 'backup'];
const TOWNS = ['a', 'b', 'c'];
const ELSEWHERE = 'elsewhere';
const DIMENSIONS = {
  month: [...MONTHS, 'm5', ELSEWHERE],
  source: SOURCES,
  town: [...TOWNS, ELSEWHERE],
  known: ['first', 'second'],
};

/** A pack: its total, and the total split in each dimension. */
function packOf(name: string, months: readonly string[], towns: readonly string[], known: readonly string[]): Table[] {
  const whole = { month: months, town: towns, known };
  const margin: Figure = { id: name, extent: whole };
  const split = (dimension: string, values: readonly string[]): Table => ({
    margin,
    cells: values.map((value) => ({ id: `${name} ${value}`, extent: { ...whole, [dimension]: [value] } })),
  });
  return [split('month', months), split('source', SOURCES), split('town', towns)];
}

const FIRST = packOf('first', MONTHS, TOWNS, ['first']);
/** The next month's pack: one month on, and with what was written down late. */
const NEXT = packOf('next', [...MONTHS.slice(1), 'm5'], TOWNS, ['first', 'second']);
/** The same month for one town, as the council of that town sees it. */
const OF_A_TOWN = packOf('town', MONTHS, ['a'], ['first']);

const figuresOf = (tables: readonly Table[]): Figure[] => [
  ...new Map(tables.flatMap(({ margin, cells }) => [margin, ...cells]).map((f) => [f.id, f])).values(),
];

const regions = fc
  .array(
    fc.record({
      place: fc.record({
        month: fc.constantFrom(...MONTHS, 'm5'),
        source: fc.constantFrom(...SOURCES),
        town: fc.constantFrom(...TOWNS),
        known: fc.constantFrom('first', 'first', 'first', 'second'),
      }),
      count: fc.integer({ min: 1, max: 7 }),
    }),
    { maxLength: 24 },
  )
  .map((counted): Population => ({ dimensions: DIMENSIONS, counted }));

/** Publishes one pack after another, each with all before it. */
function publish(population: Population, packs: readonly (readonly Table[])[], masker = toHide): Release {
  return packs.reduce<Release>(
    (earlier, tables) => {
      const { ids } = masker({ population, tables, earlier, least: K });
      const figures = figuresOf(tables);
      return {
        tables: [...earlier.tables, ...tables],
        shown: [...earlier.shown, ...figures.filter(({ id }) => !ids.has(id))],
        hidden: [...earlier.hidden, ...figures.filter(({ id }) => ids.has(id))],
      };
    },
    { tables: [], shown: [], hidden: [] },
  );
}

/** Hides what is small, and nothing that would give it away. */
const withoutComplement = ({ population, tables, least }: Question) => {
  const small = figuresOf(tables).filter((figure) => {
    const count = countOf(population, figure);
    return count > 0 && count < least;
  });
  return { ids: new Set(small.map(({ id }) => id)), all: false };
};

/** All that must stay hidden, and that he has all the same. */
const learned = (population: Population, release: Release): string[] => new Attacker(population, release).learned(K);

const PACKS = [FIRST, OF_A_TOWN, NEXT];

describe('the masker', () => {
  it('gives an attacker who subtracts and solves nothing, across tables, areas, months and packs', () => {
    fc.assert(
      fc.property(regions, fc.shuffledSubarray(PACKS, { minLength: 1 }), (population, packs) => {
        expect(learned(population, publish(population, packs))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('would give cells away without complementary suppression: the attack is one', () => {
    const found = fc.check(
      fc.property(
        regions,
        (population) => learned(population, publish(population, PACKS, withoutComplement)).length === 0,
      ),
      { numRuns: 100, endOnFailure: true },
    );
    expect(found.failed).toBe(true);
  });

  it('shows no number from one to below k', () => {
    fc.assert(
      fc.property(regions, (population) => {
        for (const figure of publish(population, PACKS).shown) {
          const n = countOf(population, figure);
          expect(n === 0 || n >= K).toBe(true);
        }
      }),
    );
  });

  it('hides nothing of a region in which everything is large', () => {
    const population: Population = {
      dimensions: DIMENSIONS,
      counted: MONTHS.flatMap((month) =>
        SOURCES.flatMap((source) =>
          TOWNS.map((town) => ({ place: { month, source, town, known: 'first' }, count: K })),
        ),
      ),
    };
    expect(publish(population, [FIRST, OF_A_TOWN]).hidden).toEqual([]);
  });
});
