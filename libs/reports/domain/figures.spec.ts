import * as fc from 'fast-check';
import { cellsOf, DIMENSIONS, figuresOf, hashOf, type Counted } from './figures.js';

const counted: fc.Arbitrary<Counted> = fc.record({
  side: fc.constantFrom('medical', 'care', 'resident'),
  profession: fc.constantFrom('nurse', 'care_manager', null),
  topics: fc.uniqueArray(fc.constantFrom('dementia', 'rehab', 'child', 'other'), { minLength: 1, maxLength: 3 }),
  scene: fc.constantFrom('daily_care', 'end_of_life'),
  municipality: fc.constantFrom('012297', '014605'),
  channel: fc.constantFrom('phone', 'fax'),
  outcome: fc.constantFrom('solved', 'referred', null),
  days: fc.option(fc.integer({ min: 0, max: 60 })),
});
const month = fc.array(counted, { maxLength: 40 });
const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);

it('every table sums to the consultations of the month, by topic to their topics (H-02)', () => {
  fc.assert(
    fc.property(month, (all) => {
      const { total, by, matrix } = figuresOf(all);
      const sums = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, sum(by[dimension])]));
      const topics = all.flatMap((one) => one.topics).length;
      expect(total).toBe(all.length);
      expect(sum(matrix)).toBe(total);
      expect(sums).toEqual({
        ...Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, total])),
        topic: topics,
      });
    }),
  );
});

it('every figure walks to as many consultations as it counts', () => {
  fc.assert(
    fc.property(month, (all) => {
      const { by } = figuresOf(all);
      const wrong = DIMENSIONS.flatMap((dimension) =>
        Object.entries(by[dimension]).filter(
          ([code, n]) => all.filter((one) => cellsOf(one, dimension).includes(code)).length !== n,
        ),
      );
      expect(wrong).toEqual([]);
    }),
  );
});

it('figures and their hash do not depend on the order in which consultations are read', () => {
  fc.assert(
    fc.property(month, fc.infiniteStream(fc.nat()), (all, dice) => {
      const shuffled = all
        .map((one) => ({ one, at: Number(dice.next().value) }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(figuresOf(shuffled)).toEqual(figuresOf(all));
      expect(hashOf(figuresOf(shuffled))).toBe(hashOf(figuresOf(all)));
    }),
  );
});

it('the hash tells of every consultation more', () => {
  fc.assert(
    fc.property(month, counted, (all, late) => {
      expect(hashOf(figuresOf([...all, late]))).not.toBe(hashOf(figuresOf(all)));
    }),
  );
});
