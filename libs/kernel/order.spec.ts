import type { Actor } from './event.js';
import { inOrder, ITSELF, type Sequence } from './order.js';
import { recordOf } from './decider.js';

interface Case {
  readonly begunAt: string;
  readonly meetingOn?: string;
}
type Command = { readonly type: 'End' } | { readonly type: 'Call'; readonly on: string; readonly checkOn?: string };

const ORDER: Readonly<Record<Command['type'], Sequence<Case>>> = {
  End: {
    path: 'occurredAt',
    after: [
      { ja: '開始', en: 'the beginning', at: ({ begunAt }) => begunAt },
      { ja: '会議', en: 'the meeting', at: ({ meetingOn }) => meetingOn },
    ],
    daysAfter: {},
  },
  Call: { path: 'occurredAt', after: [], daysAfter: { on: ITSELF, checkOn: ITSELF } },
};
const person: Actor = { userId: 'u', role: 'coordinator', orgId: 'o' };
const worker: Actor = { system: 'worker', job: 'spec' };
const begunAt = '2025-06-02T01:00:00.000Z';

const asked = (command: Command, occurredAt: string, state: Case = { begunAt }, actor: Actor = person) => {
  try {
    inOrder(ORDER[command.type], command, state, { occurredAt, actor });
    return 'in order';
  } catch (error) {
    return (error as { errors: { path: string; ja: string }[] }).errors.map(({ path, ja }) => `${path}: ${ja}`).join();
  }
};

describe('the order of time within a case (時の順)', () => {
  it('refuses what precedes what it follows, and says which, on the field of the moment', () => {
    expect(asked({ type: 'End' }, begunAt)).toBe('in order');
    expect(asked({ type: 'End' }, '2025-06-02T00:59:59.999Z')).toMatch(/^occurredAt: 開始（2025-06-02 10:00）/);
  });

  it('compares with a day by the day in Japan, and passes over what has not come about', () => {
    const meeting = { begunAt, meetingOn: '2025-06-20' };
    expect(asked({ type: 'End' }, '2025-06-19T14:59:59.000Z', meeting)).toMatch(/^occurredAt: 会議（2025-06-20）/);
    expect(asked({ type: 'End' }, '2025-06-19T15:00:00.000Z', meeting)).toBe('in order');
  });

  it('measures the days that a command names by the day it happened, not the day it was written down', () => {
    expect(asked({ type: 'Call', on: '2025-06-02' }, begunAt)).toBe('in order');
    expect(asked({ type: 'Call', on: '2025-06-01' }, begunAt)).toMatch(/^on: /);
    expect(asked({ type: 'Call', on: '2025-06-02', checkOn: '2025-06-01' }, begunAt)).toMatch(/^checkOn: /);
  });

  it('lets a worker through, whose moment is that of another case', () => {
    expect(asked({ type: 'End' }, '2025-01-01T00:00:00.000Z', { begunAt }, worker)).toBe('in order');
  });
});

describe('the records of a command', () => {
  it('are there, or nothing is written', () => {
    expect(recordOf({ note: 'id' }, 'note')).toBe('id');
    expect(() => recordOf({}, 'note')).toThrow('"note"');
  });
});
