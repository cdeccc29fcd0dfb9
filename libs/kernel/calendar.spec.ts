import * as fc from 'fast-check';
import {
  closingOn,
  isCoveredAt,
  isOpenAt,
  isOpenOn,
  OFFICE_HOURS,
  openOnOrAfter,
  openOnOrBefore,
  plusOpenDays,
  plusOpenMinutes,
  WEEKDAYS,
  type Opening,
} from './calendar.js';
import { atMinute, dateIn, minuteOfDay, MINUTE_MS, millisOf, plusDays, plusMinutes } from './time.js';

const days = fc.integer({ min: 0, max: 365 * 30 }).map((n) => plusDays('2020-01-01', n));
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const range = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => `${clock(from)}-${clock(to)}`);
/** Any hours that open on some weekday, ranges in any order, and some closed days. */
const openings: fc.Arbitrary<Opening> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
    fc.array(range, { minLength: 1, maxLength: 3 }),
    fc.array(days, { maxLength: 10 }),
    fc.array(days, { maxLength: 10 }),
  )
  .map(([weekdays, ranges, closedDays, openDays]) => ({
    hours: Object.fromEntries(weekdays.map((day) => [day, ranges])),
    closedDays,
    openDays: openDays.filter((day) => !closedDays.includes(day)),
  }));
const moments = fc.tuple(days, fc.integer({ min: 0, max: 1439 })).map(([on, minute]) => atMinute(on, minute));

describe('an open day', () => {
  it.each([
    ['2025-06-02', true, 'a Monday'],
    ['2025-06-07', false, 'a Saturday'],
    ['2025-06-08', false, 'a Sunday'],
    ['2025-05-05', false, 'こどもの日'],
    ['2025-05-06', false, 'a substitute holiday (振替休日): みどりの日 fell on a Sunday'],
    ['2026-09-22', false, 'a day between two holidays (国民の休日)'],
    ['2025-03-20', false, '春分の日, which the almanac dates'],
    ['2025-02-24', false, 'the substitute of a 天皇誕生日 on a Sunday'],
    ['2021-07-23', false, 'スポーツの日 where the Olympics moved it'],
    ['2021-10-11', true, '… and not where it would have been'],
    ['2025-08-13', true, 'お盆, which no law closes'],
    ['2025-12-26', true, 'the last Friday of the year'],
    ['2025-12-29', false, '年末年始 begins'],
    ['2025-12-31', false, 'New Year’s Eve'],
    ['2026-01-01', false, '元日'],
    ['2026-01-02', false, 'no holiday by law, closed by custom'],
    ['2025-01-03', false, '年末年始 ends'],
    ['2027-01-04', true, 'the first Monday of the year'],
  ])('%s: %s (%s)', (on, open) => {
    expect(isOpenOn(on, OFFICE_HOURS)).toBe(open);
  });

  it.each([
    ['2025-05-05', 'a holiday'],
    ['2025-12-29', 'the year’s end'],
    ['2025-06-07', 'a Saturday that its week does not know: the hours of a Monday hold'],
  ])('%s, opened specially (%s), counts as any other', (on) => {
    const opening = { ...OFFICE_HOURS, openDays: [on] };
    expect(isOpenOn(on, opening)).toBe(true);
    expect(closingOn(on, opening)).toBe(atMinute(on, 17 * 60));
    expect(isOpenAt(atMinute(on, 8 * 60 + 29), opening)).toBe(false);
    expect(isOpenAt(atMinute(on, 8 * 60 + 30), opening)).toBe(true);
    expect(plusOpenDays(plusDays(on, -1), 1, opening)).toBe(on);
  });

  it('closed specially is closed, whatever else is said of it', () => {
    const on = '2025-06-02';
    expect(isOpenOn(on, { ...OFFICE_HOURS, closedDays: [on], openDays: [on] })).toBe(false);
  });

  it('is open on a special day, and on no other day otherwise than without it', () => {
    fc.assert(
      fc.property(openings, days, days, (opening, special, other) => {
        const { closedDays } = opening;
        const after = { ...opening, openDays: [...(opening.openDays ?? []), special] };
        expect(isOpenOn(special, after)).toBe(!closedDays.includes(special));
        expect(other === special || isOpenOn(other, after) === isOpenOn(other, opening)).toBe(true);
      }),
    );
  });

  it('is none of the organization’s own closed days', () => {
    const opening = { ...OFFICE_HOURS, closedDays: ['2025-06-04'] };
    expect(isOpenOn('2025-06-04', opening)).toBe(false);
    expect(plusOpenDays('2025-06-03', 1, opening)).toBe('2025-06-05');
    expect(plusOpenDays('2025-06-05', -1, opening)).toBe('2025-06-03');
  });

  it('counts over weekends, Golden Week and the turn of the year', () => {
    expect(plusOpenDays('2025-06-06', 1, OFFICE_HOURS)).toBe('2025-06-09');
    expect(plusOpenDays('2025-05-02', 1, OFFICE_HOURS)).toBe('2025-05-07');
    expect(plusOpenDays('2025-12-26', 1, OFFICE_HOURS)).toBe('2026-01-05');
    expect(plusOpenDays('2026-01-05', -1, OFFICE_HOURS)).toBe('2025-12-26');
    expect(plusOpenDays('2025-06-07', 0, OFFICE_HOURS)).toBe('2025-06-07');
  });
});

describe('opening hours', () => {
  it('begin with their minute and end before it', () => {
    expect(isOpenAt(atMinute('2025-06-02', 8 * 60 + 29), OFFICE_HOURS)).toBe(false);
    expect(isOpenAt(atMinute('2025-06-02', 8 * 60 + 30), OFFICE_HOURS)).toBe(true);
    expect(isOpenAt(atMinute('2025-06-02', 17 * 60 + 14), OFFICE_HOURS)).toBe(true);
    expect(isOpenAt(atMinute('2025-06-02', 17 * 60 + 15), OFFICE_HOURS)).toBe(false);
  });

  it('are counted over lunch, the night and the weekend, however their ranges are ordered', () => {
    const day = ['13:00-17:00', '09:00-12:00'];
    const opening: Opening = { hours: { mon: day, fri: day }, closedDays: [] };
    expect(plusOpenMinutes(atMinute('2025-06-06', 9 * 60), 60, opening)).toBe(atMinute('2025-06-06', 10 * 60));
    expect(plusOpenMinutes(atMinute('2025-06-06', 11 * 60), 120, opening)).toBe(atMinute('2025-06-06', 14 * 60));
    expect(plusOpenMinutes(atMinute('2025-06-06', 16 * 60), 240, opening)).toBe(atMinute('2025-06-09', 12 * 60));
    expect(plusOpenMinutes(atMinute('2025-06-07', 3 * 60), 30, opening)).toBe(atMinute('2025-06-09', 9 * 60 + 30));
  });

  it('that overlap are counted once', () => {
    const opening: Opening = { hours: { mon: ['09:00-12:00', '10:00-13:00'] }, closedDays: [] };
    expect(plusOpenMinutes(atMinute('2025-06-02', 9 * 60), 240, opening)).toBe(atMinute('2025-06-02', 13 * 60));
  });
});

describe('the moment a day’s work is due', () => {
  it.each([
    [['08:30-17:15'], 17 * 60],
    [['09:00-16:00'], 16 * 60],
    [['09:00-12:00', '13:00-15:30'], 15 * 60 + 30],
    [['00:00-24:00'], 17 * 60],
    [[], 17 * 60],
  ])('of %j is minute %d', (ranges, minute) => {
    expect(closingOn('2025-06-02', { hours: { mon: ranges }, closedDays: [] })).toBe(atMinute('2025-06-02', minute));
  });

  it('is of that day and never later than 17:00', () => {
    fc.assert(
      fc.property(days, openings, (on, opening) => {
        const at = closingOn(on, opening);
        expect(dateIn(at)).toBe(on);
        expect(minuteOfDay(at)).toBeLessThanOrEqual(17 * 60);
      }),
    );
  });
});

describe('counting open days', () => {
  it('lands on open days, so many of them away', () => {
    fc.assert(
      fc.property(days, openings, fc.integer({ min: -20, max: 20 }), (on, opening, n) => {
        const there = plusOpenDays(on, n, opening);
        expect(n === 0 || isOpenOn(there, opening)).toBe(true);
        let between = 0;
        for (let day = on; day !== there;) {
          day = plusDays(day, Math.sign(n));
          if (isOpenOn(day, opening)) between++;
        }
        expect(between).toBe(Math.abs(n));
      }),
    );
  });

  it('never overtakes: a later day or more days end no earlier', () => {
    fc.assert(
      fc.property(
        days,
        fc.nat(30),
        openings,
        fc.integer({ min: 1, max: 20 }),
        fc.nat(5),
        (on, wait, opening, n, more) => {
          expect(plusOpenDays(plusDays(on, wait), n, opening) >= plusOpenDays(on, n, opening)).toBe(true);
          expect(plusOpenDays(on, n + more, opening) >= plusOpenDays(on, n, opening)).toBe(true);
        },
      ),
    );
  });

  it('moves a due date to an open day once: moving it again does nothing', () => {
    fc.assert(
      fc.property(days, openings, (on, opening) => {
        const after = openOnOrAfter(on, opening);
        const before = openOnOrBefore(on, opening);
        expect(isOpenOn(after, opening) && isOpenOn(before, opening)).toBe(true);
        expect(before <= on && on <= after).toBe(true);
        expect(openOnOrAfter(after, opening)).toBe(after);
        expect(openOnOrBefore(before, opening)).toBe(before);
      }),
    );
  });

  it('does not give up on a long way, and counts plain days where no day is ever open', () => {
    const mondays: Opening = { hours: { mon: ['09:00-12:00'] }, closedDays: [] };
    expect(plusOpenDays('2025-06-02', 100, mondays) > '2027-05-01').toBe(true);
    const never: Opening = { hours: {}, closedDays: [] };
    expect(plusOpenDays('2025-06-02', 3, never)).toBe('2025-06-05');
    expect(plusOpenDays('2025-06-02', -1, never)).toBe('2025-06-01');
  });
});

describe('counting opening minutes', () => {
  it('ends within hours, having passed that many open minutes and no fewer minutes in all', () => {
    fc.assert(
      fc.property(moments, openings, fc.integer({ min: 1, max: 600 }), (at, opening, wanted) => {
        const end = plusOpenMinutes(at, wanted, opening);
        // The last minute counted is an open one.
        expect(isOpenAt(plusMinutes(end, -1), opening)).toBe(true);
        expect(millisOf(end) - millisOf(at)).toBeGreaterThanOrEqual(wanted * MINUTE_MS);
        expect(plusOpenMinutes(at, wanted + 1, opening) > end).toBe(true);
      }),
    );
  });

  it('counts each open minute once', () => {
    fc.assert(
      fc.property(moments, openings, fc.integer({ min: 1, max: 300 }), (at, opening, wanted) => {
        const end = plusOpenMinutes(at, wanted, opening);
        fc.pre(millisOf(end) - millisOf(at) < 5 * 1440 * MINUTE_MS);
        let open = 0;
        for (let now = at; now < end; now = plusMinutes(now, 1)) if (isOpenAt(now, opening)) open++;
        expect(open).toBe(wanted);
      }),
      { numRuns: 30 },
    );
  });
});

describe('hours of duty', () => {
  const nights = { mon: ['18:00-08:00'], tue: ['18:00-08:00'], sun: ['00:00-24:00'] };
  const covered = (at: string, hours: Opening['hours'] = nights) => isCoveredAt(new Date(at).toISOString(), hours);

  it('run over midnight and belong to the day they begin on', () => {
    expect(covered('2025-06-09T18:00:00+09:00')).toBe(true);
    expect(covered('2025-06-10T07:59:00+09:00')).toBe(true);
    expect(covered('2025-06-10T08:00:00+09:00')).toBe(false);
    expect(covered('2025-06-09T17:59:00+09:00')).toBe(false);
  });

  it('are those of Sunday on a public holiday and at the end of the year', () => {
    expect(covered('2025-05-05T12:00:00+09:00')).toBe(true);
    expect(covered('2025-12-30T12:00:00+09:00')).toBe(true);
    expect(covered('2025-05-05T19:00:00+09:00', { mon: ['18:00-08:00'] })).toBe(false);
    // Begun on the Monday that is a holiday, so not begun at all; the night before it is a Sunday's.
    expect(covered('2025-05-06T07:00:00+09:00', { mon: ['18:00-08:00'] })).toBe(false);
    expect(covered('2025-05-05T07:00:00+09:00', { sun: ['18:00-08:00'] })).toBe(true);
  });

  it('agree with the opening hours on days that are no holiday, and cover nothing on one without those of Sunday', () => {
    fc.assert(
      fc.property(openings, days, fc.integer({ min: 0, max: 1439 }), ({ hours }, on, minute) => {
        const { sun: _sun, ...weekdays } = hours;
        const opening = { hours: weekdays, closedDays: [] };
        const at = atMinute(on, minute);
        return isCoveredAt(at, weekdays) === isOpenAt(at, opening);
      }),
    );
  });
});
