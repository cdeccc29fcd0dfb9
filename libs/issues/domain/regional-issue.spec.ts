import type { Circumstances } from '#kernel';
import { verdictOf, type Standing } from '#test/verdict.js';
import type { FollowAgenda, WantedIssue } from './regional-issue.commands.js';
import type { RegionalIssueEvent } from './regional-issue.events.js';
import { issueSignalKind, regionalIssueKind, type RegionalIssueCommand } from '../issues.kinds.js';
import type { RegionalIssue } from './regional-issue.js';

const { decider: issueSignal } = issueSignalKind;
const { decider: regionalIssue } = regionalIssueKind;

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
    signals: cases,
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

  it('sleeps from the start when it was written down too late, unless it recurred', () => {
    expect(types(after(record(1, { dormant: true })).last)).toEqual(['RegionalIssueObserved', 'RegionalIssueDormant']);
    expect(after(record(1, { dormant: true, reached: 'recurrent' })).state?.status).toBe('RECURRENT');
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

  it('comes back after a dismissal in a new episode, with no measures to blame', () => {
    const dismissed = [record(1, { reached: 'recurrent' }, 3), { type: 'DismissIssue' } as const];
    const { state, last } = after(...dismissed, record(2, { reached: 'recurrent', episode: 2 }, 3));
    expect(types(last)).toEqual(['RegionalIssueReopened']);
    expect(state).toMatchObject({ status: 'REOPENED', episode: 2, ineffective: false });
    expect(after(...dismissed, record(2, { reached: 'observed', episode: 2 })).last).toEqual([]);
  });

  it('is dismissed with a reason, once, and hears no more of that episode', () => {
    const dismissed = [record(1), { type: 'DismissIssue' } as const];
    expect(after(...dismissed).last).toMatchObject([{ payload: { reasonRef: 'reason-ref' } }]);
    expect(() => after(...dismissed, { type: 'CloseIssue' })).toThrow('invalid_state');
    expect(after(...dismissed, record(2, { reached: 'recurrent' }, 3)).last).toEqual([]);
  });
});

describe('the order of time of an issue and its signals', () => {
  const person = { userId: 'u', role: 'coordinator', orgId: 'desk' } as const;
  const earlier = { ...given, actor: person, occurredAt: '2025-06-16T02:59:59.000Z' };
  const refused = expect.objectContaining({ code: 'invalid_input', errors: [expect.anything()] });

  it('is neither dismissed nor closed before it came up, in this episode', () => {
    const { state } = after(record(1));
    for (const type of ['DismissIssue', 'CloseIssue'] as const) {
      expect(() => regionalIssue.decide({ type }, state, earlier)).toThrow(refused);
      expect(regionalIssue.decide({ type }, state, { ...earlier, occurredAt: NOW })).toHaveLength(1);
    }
  });

  it('a signal is not withdrawn before it was raised', () => {
    const raised = issueSignal.decide({ type: 'RaiseIssueSignal', scene: 'daily_care', issueType: 'supply' }, null, {
      ...given,
      actor: person,
      found: { area: wanted().area, otherAreas: [] },
    });
    const state = raised.reduce<Parameters<typeof issueSignal.decide>[1]>(
      (s, e) => issueSignal.evolve(s, e, NOW),
      null,
    );
    const found = { area: undefined, otherAreas: [] };
    expect(() => issueSignal.decide({ type: 'WithdrawIssueSignal' }, state, { ...earlier, found })).toThrow(refused);
    expect(issueSignal.decide({ type: 'WithdrawIssueSignal' }, state, { ...given, found })).toHaveLength(1);
  });

  it('is not dismissed without its reason', () => {
    const { state } = after(record(1));
    expect(() => regionalIssue.decide({ type: 'DismissIssue' }, state, { ...given, records: {} })).toThrow(
      '"dismissal_reason"',
    );
  });
});

describe('who may ask of issues', () => {
  const { state } = after(record(1));
  const { state: top } = after(record(1, { level: 'prefecture', areaId: '01' }));
  const serves = { serves: state ? [state.area.secondaryAreaId] : [] };
  const asks = (
    role: 'coordinator' | 'prefecture_ltc' | 'care_manager',
    type: 'DismissIssue' | 'CloseIssue',
    of: RegionalIssue | null,
    standing: Standing = {},
  ) => verdictOf(regionalIssueKind, { userId: 'u', role, orgId: 'desk' }, { type }, of, standing);

  it('those of its area, and the prefecture at the top', () => {
    expect(asks('coordinator', 'DismissIssue', state, serves)).toBe('allowed');
    expect(asks('coordinator', 'DismissIssue', state)).toBe('hidden');
    expect(asks('coordinator', 'DismissIssue', null, serves)).toBe('hidden');
    expect(asks('prefecture_ltc', 'DismissIssue', state)).toBe('forbidden');
    expect(asks('prefecture_ltc', 'DismissIssue', top)).toBe('allowed');
    expect(asks('care_manager', 'CloseIssue', state, serves)).toBe('hidden');
  });

  it('a signal may be raised for any area, and withdrawn in its own', () => {
    const person = { userId: 'u', role: 'coordinator', orgId: 'desk' } as const;
    const signal = state && { key: 'k', source: 's', sourceId: 'i', area: state.area, withdrawn: false };
    const raise = { type: 'RaiseIssueSignal', scene: 'daily_care', issueType: 'other' } as const;
    expect(verdictOf(issueSignalKind, person, raise, null)).toBe('allowed');
    expect(verdictOf(issueSignalKind, person, { type: 'WithdrawIssueSignal' }, signal, serves)).toBe('allowed');
    expect(verdictOf(issueSignalKind, person, { type: 'WithdrawIssueSignal' }, signal)).toBe('hidden');
  });
});
