import fc from 'fast-check';
import { comesBack, deputiesOn, type Covering } from './desk-cover.js';

const cover = (desk: string, deputy: string, from = '2025-06-01', until = '2025-06-30'): Covering => ({
  desk,
  deputy,
  from,
  until,
});

describe('who stands in for a desk', () => {
  it('is its deputy on the days of the cover, and whoever stands in for that one', () => {
    const covers = [cover('a', 'b'), cover('b', 'c', '2025-06-10', '2025-06-20')];
    expect(deputiesOn(covers, '2025-06-09').get('a')).toEqual(['b']);
    expect(deputiesOn(covers, '2025-06-10').get('a')).toEqual(['b', 'c']);
    expect(deputiesOn(covers, '2025-07-01').size).toBe(0);
  });

  it('is never the desk itself: what leads back to it is refused, on whichever day', () => {
    expect(comesBack(cover('a', 'a'), [])).toBe(true);
    expect(comesBack(cover('a', 'b'), [cover('b', 'a')])).toBe(true);
    expect(comesBack(cover('a', 'b'), [cover('b', 'c'), cover('c', 'a')])).toBe(true);
    expect(comesBack(cover('a', 'b'), [cover('b', 'a', '2025-07-01', '2025-07-31')])).toBe(false);
    // Two steps that never hold on one day lead nowhere.
    const apart = [cover('b', 'c', '2025-06-01', '2025-06-10'), cover('c', 'a', '2025-06-11', '2025-06-30')];
    expect(comesBack(cover('a', 'b'), apart)).toBe(false);
  });

  it('is somebody on every day, as long as no cover was taken that leads back', () => {
    const desk = fc.constantFrom('a', 'b', 'c', 'd');
    const day = fc.integer({ min: 1, max: 9 }).map((n) => `2025-06-0${n}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(desk, desk, day, day), { maxLength: 12 }), day, (asked, on) => {
        const taken: Covering[] = [];
        for (const [of, deputy, one, other] of asked) {
          const wanted = cover(of, deputy, one < other ? one : other, one < other ? other : one);
          const isFree = !taken.some(
            (each) => each.desk === of && each.from <= wanted.until && wanted.from <= each.until,
          );
          if (isFree && !comesBack(wanted, taken)) taken.push(wanted);
        }
        const deputies = deputiesOn(taken, on);
        for (const [of, all] of deputies) {
          expect(all).not.toContain(of);
          expect(all.some((one) => !deputies.has(one))).toBe(true);
        }
      }),
    );
  });
});
