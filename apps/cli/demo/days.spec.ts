import { DemoDays } from './days.js';

/** Sunday noon before a public holiday (勤労感謝の日 on Monday 2026-11-23). */
const SUNDAY = '2026-11-22T03:00:00.000Z';
/** Wednesday 10:00 and 18:00. */
const MORNING = '2026-11-25T01:00:00.000Z';
const EVENING = '2026-11-25T09:00:00.000Z';

describe('the calendar of the demo', () => {
  it('puts office work on business days before today', () => {
    expect(new DemoDays(MORNING).office(1, '10:00')).toBe('2026-11-24T01:00:00.000Z');
    expect(new DemoDays(MORNING).officeDay(2)).toBe('2026-11-20');
  });

  it.each([
    [MORNING, 60, '2026-11-25T00:00:00.000Z'],
    [MORNING, 120, '2026-11-24T07:45:00.000Z'],
    [SUNDAY, 35, '2026-11-20T07:40:00.000Z'],
    [EVENING, 0, '2026-11-25T08:15:00.000Z'],
  ])('counts office minutes back from %s: %d', (now, minutes, at) => {
    expect(new DemoDays(now).officeAgo(minutes)).toBe(at);
  });

  it.each([
    [MORNING, '2026-11-24', '2026-11-20'],
    [EVENING, '2026-11-25', '2026-11-24'],
    [SUNDAY, '2026-11-20', '2026-11-19'],
  ])('knows the last two days whose office hours were over at %s', (now, last, before) => {
    const days = new DemoDays(now);
    expect([days.closed(1), days.closed(2)]).toEqual([last, before]);
  });

  it('takes the last whole night, however early it is', () => {
    expect(new DemoDays(MORNING).lastNight('21:50')).toBe('2026-11-24T12:50:00.000Z');
    expect(new DemoDays('2026-11-24T20:00:00.000Z').lastNight('21:50')).toBe('2026-11-23T12:50:00.000Z');
  });
});
