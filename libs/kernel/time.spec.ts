import * as fc from 'fast-check';
import {
  atMinute,
  dateIn,
  daysBetween,
  fiscalYear,
  instantOf,
  isInstantText,
  isLocalDate,
  millisOf,
  minuteOfDay,
  plusDays,
  toInstant,
} from './time.js';

const near = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) });

/** What comes in from forms, spreadsheets and people who try. */
const HOSTILE = [
  '',
  ' ',
  'now',
  'null',
  '0',
  '20250602',
  '2025-6-2',
  '2025/06/02',
  '２０２５-０６-０２',
  '2025-06-02 ',
  ' 2025-06-02',
  '2025-06-02\n',
  '2025-06-02\u0000',
  '+002025-06-02',
  '-2025-06-02',
  '12025-06-02',
  '2025-00-10',
  '2025-13-01',
  '2025-06-00',
  '2025-06-31',
  '2025-02-29',
  '1900-02-29',
  '2025-W23-1',
  '2025-153',
  '令和7年6月2日',
  "2025-06-02'; DROP TABLE event; --",
];

describe('the text of a day', () => {
  it.each(['2025-06-02', '2024-02-29', '2000-02-29', '1948-05-02', '2025-12-31'])('takes %s', (text) =>
    expect(isLocalDate(text)).toBe(true),
  );
  it.each(HOSTILE)('refuses %j', (text) => expect(isLocalDate(text)).toBe(false));

  it('is taken for exactly the days there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), fc.nat(14), fc.nat(33), (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const inMonth = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
        expect(isLocalDate(text)).toBe(day >= 1 && day <= inMonth);
      }),
    );
  });
});

describe('the text of a moment', () => {
  it.each([
    ['2025-06-02T10:00:00+09:00', '2025-06-02T01:00:00.000Z'],
    ['2025-06-02T10:00+09:00', '2025-06-02T01:00:00.000Z'],
    ['2025-06-02T10:00:00+0900', '2025-06-02T01:00:00.000Z'],
    ['2025-06-02T00:00:00.123456789Z', '2025-06-02T00:00:00.123Z'],
    ['2025-06-02T00:00:00-03:30', '2025-06-02T03:30:00.000Z'],
    ['2024-02-29T23:59:59.9+14:00', '2024-02-29T09:59:59.900Z'],
  ])('takes %s as %s', (text, instant) => {
    expect(isInstantText(text)).toBe(true);
    expect(toInstant(text)).toBe(instant);
  });

  it.each([
    ...HOSTILE,
    '2025-06-02',
    '2025-06-02T10:00:00',
    '2025-06-02 10:00:00+09:00',
    '2025-06-02T10:00:00 +09:00',
    '2025-06-02t10:00:00z',
    '2025-06-02T10Z',
    '2025-06-02T24:00:00Z',
    '2025-06-02T23:60:00Z',
    '2025-06-02T23:59:60Z',
    '2025-06-02T10:00:00,5Z',
    '2025-06-02T10:00:00.Z',
    '2025-06-02T10:00:00.1234567890Z',
    '2025-06-02T10:00:00+24:00',
    '2025-06-02T10:00:00+09:60',
    '2025-06-02T10:00:00+9:00',
    '2025-06-02T10:00:00+09',
    '2025-06-02T10:00:00JST',
    '2025-06-02T10:00:00Z\n',
    '2025-06-02T10:00:00Z 2025-06-03T10:00:00Z',
    '2025-02-29T10:00:00Z',
    '２０２５-06-02T10:00:00Z',
    'Mon, 02 Jun 2025 10:00:00 GMT',
    '1748858400000',
  ])('refuses %j', (text) => expect(isInstantText(text)).toBe(false));

  it('has one form of ours, whose text order is time order', () => {
    fc.assert(
      fc.property(near, near, fc.integer({ min: -14 * 60, max: 14 * 60 }), (a, b, offset) => {
        expect(isInstantText(instantOf(a))).toBe(true);
        expect(toInstant(instantOf(a))).toBe(instantOf(a));
        expect(instantOf(a) < instantOf(b)).toBe(a < b);
        const minutes = Math.abs(offset);
        const zone = `${offset < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const abroad = instantOf(a + offset * 60_000).replace('Z', zone);
        expect(isInstantText(abroad)).toBe(true);
        expect(toInstant(abroad)).toBe(instantOf(a));
      }),
    );
  });

  it('never throws and never lets through what is no moment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isInstantText(text) && Number.isNaN(Date.parse(text))).toBe(false);
      }),
    );
  });
});

describe('a day in Japan', () => {
  it('begins nine hours before UTC’s, in the years of daylight saving (1948–1951) too', () => {
    expect(dateIn('2025-06-01T14:59:59.999Z')).toBe('2025-06-01');
    expect(dateIn('2025-06-01T15:00:00.000Z')).toBe('2025-06-02');
    expect(atMinute('2025-06-02', 0)).toBe('2025-06-01T15:00:00.000Z');
    expect(plusDays('1948-05-01', 1)).toBe('1948-05-02');
    expect(plusDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(daysBetween('2025-06-02', '2025-05-30')).toBe(-3);
  });

  it('and the minute of it give the moment back', () => {
    fc.assert(
      fc.property(near, (ms) => {
        const at = instantOf(ms - (ms % 60_000));
        expect(atMinute(dateIn(at), minuteOfDay(at))).toBe(at);
        expect(millisOf(at)).toBe(Date.parse(at));
      }),
    );
  });

  it('is so many days from another as were added', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: -40_000, max: 40_000 }), (ms, n) => {
        const on = dateIn(instantOf(ms));
        expect(daysBetween(on, plusDays(on, n))).toBe(n);
      }),
    );
  });
});

describe('the fiscal year (年度)', () => {
  it.each([
    ['2026-03-31T14:59:59.999Z', 2025, 'the last moment of 31 March in Japan'],
    ['2026-03-31T15:00:00.000Z', 2026, '1 April 00:00 in Japan, still March in UTC'],
    ['2025-12-31T23:00:00.000Z', 2025, 'the turn of the calendar year'],
    ['2026-01-01T00:00:00.000Z', 2025, 'January'],
    ['2025-04-01T00:00:00.000Z', 2025, 'April'],
  ])('of %s is %d (%s, E26)', (at, year) => {
    expect(fiscalYear(at)).toBe(year);
  });
});
