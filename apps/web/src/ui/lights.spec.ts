import { countsDown } from './lights.ts';

const NOW = Date.parse('2026-11-27T04:00:00+09:00');
const LATER = '2026-11-27T17:00:00+09:00';
const BEFORE = '2026-11-26T17:00:00+09:00';

describe('what time is left', () => {
  it('is counted until the moment, and after it', () => {
    expect(countsDown({ state: 'open', dueAt: LATER }, NOW)).toBe(true);
    expect(countsDown({ state: 'open', dueAt: BEFORE }, NOW)).toBe(true);
    expect(countsDown({ state: 'missed', dueAt: BEFORE }, NOW)).toBe(true);
  });

  it('is none where it was missed before its moment: the patient has left without it', () => {
    expect(countsDown({ state: 'missed', dueAt: LATER }, NOW)).toBe(false);
  });
});
