import type { Circumstances } from '#kernel';
import type { FollowAgenda, RegionalIssueCommand, WantedIssue } from './regional-issue.commands.js';
import type { RegionalIssueEvent } from './regional-issue.events.js';
import { regionalIssue, type RegionalIssue } from './regional-issue.js';

const NOW = '2025-06-16T03:00:00.000Z';
const given: Circumstances = {
  now: NOW,
  occurredAt: NOW,
  actor: { system: 'worker', job: 'spec' },
  found: undefined,
  id: 'issue',
  records: { dismissal_reason: 'reason-ref' },
  newId: String,
};

const wanted = (rest: Partial<WantedIssue> = {}, cases = 1): WantedIssue => ({
  id: 'issue',
  key: 'sudden_change|night_cover',
  level: 'municipality',
  areaId: '015636',
  area: { municipalityId: '015636', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' },
  episode: 1,
  reached: 'observed',
  because: [],
  children: [],
  evidence: {
    signals: Array.from({ length: cases }, (_, i) => `signal-${i}`),
    distinctCases: cases,
    distinctOrganizations: Math.min(cases, 2),
    municipalities: 1,
    firstAt: NOW,
    lastAt: NOW,
  },
  dormant: false,
  ruleSet: { id: 'default', version: 1 },
  ...rest,
});

const record = (through: number, rest: Partial<WantedIssue> = {}, cases = 1): RegionalIssueCommand => ({
  type: 'RecordIssue',
  wanted: wanted(rest, cases),
  through,
});

function after(...commands: readonly RegionalIssueCommand[]): {
  state: RegionalIssue | null;
  last: readonly RegionalIssueEvent[];
} {
  let state: RegionalIssue | null = null;
  let last: readonly RegionalIssueEvent[] = [];
  for (const command of commands) {
    last = regionalIssue.decide(command, state, given);
    state = last.reduce<RegionalIssue | null>((s, event) => regionalIssue.evolve(s, event, NOW), state);
  }
  return { state, last };
}

const types = (events: readonly RegionalIssueEvent[]) => events.map(({ type }) => type);

const follow = (to: 'DRAFTED' | 'DECIDED'): FollowAgenda => ({
  type: 'FollowAgenda',
  to,
  agendaItem: 'item',
});

describe('a regional issue', () => {
  it('is observed first and recurs when R0 says so', () => {
    const { state, last } = after(record(1), record(2, {}, 2), record(3, { reached: 'recurrent' }, 3));
    expect(types(last)).toEqual(['RegionalIssueRecurred']);
    expect(state).toMatchObject({ status: 'RECURRENT', distinctCases: 3, distinctOrganizations: 2 });
  });

  it('recurs at once by one severe signal', () => {
    expect(types(after(record(1, { reached: 'recurrent' })).last)).toEqual([
      'RegionalIssueObserved',
      'RegionalIssueRecurred',
    ]);
  });

  it('only attaches later signals, and ignores what a replay says of earlier times', () => {
    const first = record(3, { reached: 'recurrent' }, 3);
    const later = after(first, record(4, { reached: 'recurrent' }, 4));
    expect(types(later.last)).toEqual(['RegionalIssueEvidenceChanged']);
    expect(later.state).toMatchObject({ status: 'RECURRENT', distinctCases: 4 });
    expect(after(first, record(4, { reached: 'recurrent' }, 4), first).last).toEqual([]);
  });

  it('stands at an upper area with those it came from, and loses none of them', () => {
    const rolled = { level: 'secondary_area', reached: 'rolled_up', children: ['b', 'a'] } as const;
    const { state, last } = after(record(1, rolled), record(2, { ...rolled, children: ['c'] }));
    expect(types(last)).toEqual(['RegionalIssueEvidenceChanged']);
    expect(state?.children).toEqual(['a', 'b', 'c']);
  });

  it('sleeps when nothing is heard of it and wakes with the next signal', () => {
    const asleep = after(record(1), record(2, { dormant: true }));
    expect(asleep.state?.status).toBe('DORMANT');
    expect(after(record(1), record(2, { dormant: true }), record(3, { dormant: true })).last).toEqual([]);
    expect(after(record(1), record(2, { dormant: true }), record(3, {}, 2)).state?.status).toBe('OBSERVED');
  });

  it('is reopened in a new episode, flagged that the measures had no effect', () => {
    const recurrent = { reached: 'recurrent' } as const;
    const closed = [record(1, recurrent, 3), { type: 'CloseIssue' } as const];
    expect(after(...closed, record(2, recurrent, 4)).last).toEqual([]);
    expect(after(...closed, record(3, { reached: 'observed', episode: 2 })).last).toEqual([]);
    const { state, last } = after(...closed, record(4, { ...recurrent, episode: 2 }, 3));
    expect(types(last)).toEqual(['RegionalIssueReopened']);
    expect(state).toMatchObject({ status: 'REOPENED', episode: 2, ineffective: true });
  });

  it('follows its agenda item', () => {
    const recurrent = record(1, { reached: 'recurrent' }, 3);
    expect(types(after(recurrent, follow('DRAFTED')).last)).toEqual(['RegionalIssueDrafted']);
    expect(after(recurrent, follow('DRAFTED'), follow('DRAFTED')).last).toEqual([]);
    expect(after(recurrent, follow('DRAFTED'), follow('DECIDED')).state?.status).toBe('DECIDED');
    expect(after(recurrent, follow('DRAFTED'), { ...follow('DECIDED'), agendaItem: 'earlier' }).last).toEqual([]);
    expect(after(recurrent, { type: 'CloseIssue' }, follow('DECIDED')).state?.status).toBe('CLOSED');
  });

  it('is dismissed with a reason, once, and hears no more', () => {
    const dismissed = [record(1), { type: 'DismissIssue' } as const];
    expect(after(...dismissed).last).toMatchObject([{ payload: { reasonRef: 'reason-ref' } }]);
    expect(() => after(...dismissed, { type: 'CloseIssue' })).toThrow('invalid_state');
    expect(after(...dismissed, record(2, { reached: 'recurrent' }, 3)).last).toEqual([]);
  });
});
