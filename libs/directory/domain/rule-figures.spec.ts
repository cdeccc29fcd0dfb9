import fc from 'fast-check';
import { figuresOf } from './rule-figures.js';

const none = { looked: 0, earlier: 0, later: 0, atOnce: 0, chasedOtherwise: 0, otherwise: 0, more: false };

describe('what a change would do, in figures', () => {
  it('is said where it is nothing or enough', () => {
    expect(figuresOf({ dues: { ...none, looked: 30, earlier: 10, atOnce: 5, later: 0 } }, 5).dues).toEqual({
      ...none,
      looked: 30,
      earlier: 10,
      atOnce: 5,
    });
    expect(figuresOf({ issues: { arising: 0, falling: 7 } }, 5)).toEqual({
      dues: null,
      issues: { arising: 0, falling: 7 },
    });
  });

  it('never shows a small number, nor lets it be reckoned from the total', () => {
    const count = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        fc.tuple(count, count, count, count, count, count),
        ([earlier, later, other, otherwise, same, atOnce]) => {
          const part = Math.min(atOnce, earlier);
          const looked = earlier + later + other + otherwise + same;
          const { dues } = figuresOf(
            { dues: { looked, earlier, later, atOnce: part, chasedOtherwise: other, otherwise, more: false } },
            5,
          );
          const shown = [
            dues?.looked,
            dues?.earlier,
            dues?.later,
            dues?.atOnce,
            dues?.chasedOtherwise,
            dues?.otherwise,
          ];
          for (const one of shown) expect(one === null || one === 0 || (one ?? 0) >= 5).toBe(true);
          const isSmall = (n: number) => n > 0 && n < 5;
          const tells = [earlier, later, other, otherwise, same].some(isSmall) && dues?.looked !== null;
          const tellsPart = isSmall(earlier - part) && dues?.atOnce !== null;
          expect([tells, tellsPart]).toEqual([false, false]);
        },
      ),
    );
  });
});
