import { OFFICE_HOURS, plusHours, type Duty, type Instant } from '#kernel';
import { movedBy, type Dating, type Replans } from './due-trial.js';

interface Case {
  readonly from: Instant;
  readonly reopened: Instant;
}
interface Values {
  readonly hours: number;
  readonly chase: number;
}

const NOW = '2026-01-05T00:00:00.000Z';
const STATE: Case = { from: '2026-01-04T12:00:00.000Z', reopened: '2026-01-04T20:00:00.000Z' };
const replans: Replans<Case, Values> = ({ from, reopened }, _duty, { rules }) =>
  [from, reopened].map((at) => {
    const dueAt = plusHours(at, rules.hours);
    return { dueAt, rungs: [{ level: 1, at: plusHours(dueAt, rules.chase), to: [] }] };
  });
const under = (rules: Values): Dating<Values> => ({ rules, now: NOW, opening: () => OFFICE_HOURS });
const duty = (dueAt: Instant): Duty => ({
  step: 'answer',
  owedBy: 'o',
  dueAt,
  urgency: 'routine',
  template: 't',
  rungs: [],
  state: 'open',
});
const moved = (after: Values, dueAt = '2026-01-05T12:00:00.000Z', before: Values = { hours: 24, chase: 1 }) =>
  movedBy(replans, STATE, duty(dueAt), {
    own: under({ hours: 24, chase: 1 }),
    before: under(before),
    after: under(after),
  });

it('a change dates what is open as its own functions do', () => {
  expect(moved({ hours: 20, chase: 1 })).toBe('earlier');
  expect(moved({ hours: 30, chase: 1 })).toBe('later');
  expect(moved({ hours: 2, chase: 1 })).toBe('at_once');
  expect(moved({ hours: 24, chase: 1 })).toBe('same');
  expect(moved({ hours: 24, chase: 2 })).toBe('chased_otherwise');
});

it('what was overdue anyway is not said to be due at once', () => {
  expect(moved({ hours: 1, chase: 1 }, '2026-01-05T12:00:00.000Z', { hours: 2, chase: 1 })).toBe('earlier');
});

it('counts from the moment that explains the date, and leaves alone what a person has dated', () => {
  expect(moved({ hours: 5, chase: 1 }, '2026-01-05T20:00:00.000Z')).toBe('earlier');
  expect(moved({ hours: 2, chase: 1 }, '2026-02-01T00:00:00.000Z')).toBe('otherwise');
});
