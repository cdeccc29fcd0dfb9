import type { Meeting } from '../domain/meeting.js';
import { calendarOf } from './calendar.js';

const meeting = {
  on: '2025-07-10',
  startsAt: '14:00',
  place: '市民会館; 2階, 大会議室',
  status: 'CALLED',
  agenda: [
    { item: 'a', number: '1', minutes: 20 },
    { item: 'b', number: '2', minutes: 25 },
  ],
} as unknown as Meeting;
const at = { version: 3, now: '2025-06-01T00:00:00.000Z' };

describe('the invitation to a meeting', () => {
  const lines = calendarOf('m', meeting, '北網在宅医療推進協議会', at).split('\r\n');

  it('says when and where, in the one form that calendars take', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:m@tsunagi',
        'SEQUENCE:3',
        'DTSTART:20250710T050000Z',
        'DTEND:20250710T054500Z',
        'SUMMARY:北網在宅医療推進協議会',
        'LOCATION:市民会館\\; 2階\\, 大会議室',
        'STATUS:CONFIRMED',
      ]),
    );
    expect(lines.at(-1)).toBe('');
  });

  it('is called off where the meeting is, and says nothing of what is talked about', () => {
    expect(calendarOf('m', { ...meeting, status: 'POSTPONED' }, 'x', at)).toContain('STATUS:CANCELLED');
    expect(lines.join('\n')).not.toContain('DESCRIPTION');
  });

  it('breaks long lines at 75 octets and never inside a character', () => {
    const name = '二次医療圏在宅医療・介護連携推進協議会'.repeat(4);
    const text = calendarOf('m', meeting, name, at);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(76);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${name}`);
  });
});
