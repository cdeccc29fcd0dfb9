import * as fc from 'fast-check';
import { closingOn, isOpenOn, OFFICE_HOURS, plusOpenDays } from './calendar.js';
import { chaseLadder, compressedLadder } from './ladder.js';
import type { Addressee } from './obligation.js';
import { atMinute, dateIn, plusDays, plusHours, plusMinutes } from './time.js';

const OFFSETS = [-1, 0, 1, 2, 3].map((businessDays, level) => ({ level, businessDays }));
const TOLD: Record<number, readonly Addressee[]> = Object.fromEntries(
  [0, 1, 2, 3, 4].map((level) => [level, [{ user: `u${level}` }]]),
);
const ladder = (now: string, dueAt: string, told = TOLD) =>
  chaseLadder({ dueAt, now, opening: OFFICE_HOURS, offsets: OFFSETS }, told);
const jst = (on: string, hour: number) => atMinute(on, hour * 60);

describe('a chase ladder', () => {
  it('reminds a business day before, and rises with the business days after', () => {
    expect(ladder(jst('2025-06-02', 9), jst('2025-06-20', 17)).map(({ level, at }) => [level, at])).toEqual([
      [0, jst('2025-06-19', 17)],
      [1, jst('2025-06-20', 17)],
      [2, jst('2025-06-23', 17)],
      [3, jst('2025-06-24', 17)],
      [4, jst('2025-06-25', 17)],
    ]);
  });

  it('leaves out the reminder whose moment lies before it opens', () => {
    expect(ladder(jst('2025-06-19', 18), jst('2025-06-20', 17)).map(({ level }) => level)).toEqual([1, 2, 3, 4]);
  });

  it('goes to level 1 at once when the due moment has passed, and counts the others from now', () => {
    expect(ladder(jst('2025-06-27', 10), jst('2025-06-20', 17)).map(({ level, at }) => [level, at])).toEqual([
      [1, jst('2025-06-27', 10)],
      [2, jst('2025-06-30', 17)],
      [3, jst('2025-07-01', 17)],
      [4, jst('2025-07-02', 17)],
    ]);
  });

  it('passes over the turn of the year', () => {
    expect(ladder(jst('2025-12-01', 9), jst('2025-12-26', 17)).at(2)?.at).toBe(jst('2026-01-05', 17));
  });

  it('has only the levels for which somebody is named', () => {
    const told = { 1: [{ user: 'owner' }], 2: [{ user: 'base' }] };
    expect(ladder(jst('2025-06-02', 9), jst('2025-06-20', 17), told)).toEqual([
      { level: 1, at: jst('2025-06-20', 17), to: [{ user: 'owner' }] },
      { level: 2, at: jst('2025-06-23', 17), to: [{ user: 'base' }] },
    ]);
  });

  it('is in order, never in the past, and every level is there once', () => {
    fc.assert(
      fc.property(
        fc.nat(3_000),
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: 0, max: 1_439 }),
        (day, ahead, minute) => {
          const now = atMinute(plusDays('2022-01-01', day), minute);
          const dueAt = closingOn(plusOpenDays(dateIn(now), ahead, OFFICE_HOURS), OFFICE_HOURS);
          const rungs = ladder(now, dueAt);
          const moments = rungs.map(({ at }) => at);
          expect(moments).toEqual(moments.toSorted());
          for (const { level, at } of rungs) {
            expect(at >= now).toBe(true);
            expect(level <= 1 || isOpenOn(dateIn(at), OFFICE_HOURS)).toBe(true);
            expect(level > 0 || at < dueAt).toBe(true);
          }
          expect(rungs.map(({ level }) => level).filter((level) => level > 0)).toEqual([1, 2, 3, 4]);
        },
      ),
    );
  });
});

describe('a compressed ladder (急な退院)', () => {
  const now = jst('2025-06-07', 20);
  it('sends two levels at once and the third after clock hours, closed or not', () => {
    expect(compressedLadder(now, 4, TOLD)).toEqual([
      { level: 1, at: now, to: TOLD[1] },
      { level: 2, at: now, to: TOLD[2] },
      { level: 3, at: plusHours(now, 4), to: TOLD[3] },
    ]);
    expect(compressedLadder(now, 4, { 2: [{ user: 'u2' }] })).toEqual([{ level: 2, at: now, to: [{ user: 'u2' }] }]);
    expect(plusMinutes(now, 240)).toBe(plusHours(now, 4));
  });
});
