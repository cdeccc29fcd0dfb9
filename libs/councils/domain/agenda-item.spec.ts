import { DomainError, dutiesOf, OFFICE_HOURS, type Circumstances, type Role } from '#kernel';
import { verdictOf, type Standing } from '#test/verdict.js';
import type { Decision } from './agenda-item.commands.js';
import type { AgendaItemEvent } from './agenda-item.events.js';
import { agendaItemKind, type AgendaItemCommand } from '../agenda-item.case.js';
import type { AgendaItem } from './agenda-item.js';
import type { Assigning } from './agenda-item.state.js';
import type { Deciding } from './decide/meeting.js';
import type { Scheduling } from './decide/schedule.js';
import { actionOwed } from './agenda-item.obligations.js';
import { AGENDA_RULES } from './agenda.rules.js';

const { decider: agendaItem } = agendaItemKind;
const NOW = '2025-06-16T03:00:00.000Z';
const given: Circumstances<Assigning & Deciding & Scheduling> = {
  now: NOW,
  occurredAt: NOW,
  actor: { userId: 'u', role: 'council_secretariat', orgId: 'town' },
  found: { kind: 'cooperation_base', opening: OFFICE_HOURS, rules: AGENDA_RULES, areas: ['s'], ruleFaults: [] },
  id: 'item',
  records: { action: 'what-ref', decision_reason: 'reason-ref' },
  newId: (name) => `new-${name}`,
};

const draft: AgendaItemCommand = {
  type: 'DraftAgendaItem',
  level: 'secondary_area',
  areaId: 's',
  area: { municipalityId: '', homeCareAreaId: '', secondaryAreaId: 's', tertiaryAreaId: 't' },
  issue: 'issue',
  episode: 1,
  key: 'sudden_change|night_cover',
  evidence: { signals: 6, distinctCases: 6, distinctOrganizations: 4, municipalities: 2 },
  children: ['m1', 'm2'],
};
const schedule: AgendaItemCommand = { type: 'ScheduleAgendaItem', meetingOn: '2025-07-10' };
const decided = (decision: Decision): AgendaItemCommand => ({
  type: 'DecideAgendaItem',
  decision,
});
const assign: AgendaItemCommand = { type: 'AssignAction', ownerOrganization: 'base', dueOn: '2025-07-31' };

const MEETING = '2025-07-10T05:00:00.000Z';
/** When it happens, where that is not before the meeting. */
const asOf = (occurredAt: string, command: AgendaItemCommand, now = occurredAt) => ({ occurredAt, command, now });

type Asked = AgendaItemCommand | ReturnType<typeof asOf>;

const momentOf = (command: AgendaItemCommand): string => {
  const isEarly = command.type === 'DraftAgendaItem' || command.type === 'UpdateEvidence';
  return isEarly || command.type === 'ScheduleAgendaItem' ? NOW : MEETING;
};

function after(...asked: readonly Asked[]) {
  let state: AgendaItem | null = null;
  let last: readonly AgendaItemEvent[] = [];
  for (const each of asked) {
    const { occurredAt, command, now } = 'command' in each ? each : asOf(momentOf(each), each);
    last = agendaItem.decide(command, state, { ...given, now, occurredAt });
    state = last.reduce<AgendaItem | null>((s, event) => agendaItem.evolve(s, event, occurredAt), state);
  }
  return { state, last };
}

/** The field on which the last of them is refused. */
function refusedOn(...asked: readonly Asked[]): string {
  try {
    after(...asked);
    return 'not refused';
  } catch (error) {
    return error instanceof DomainError && error.code === 'invalid_input'
      ? (error.errors[0]?.path ?? '')
      : String(error);
  }
}

describe('an agenda item', () => {
  it('is drafted once for an issue, with counts and no names', () => {
    const { state } = after(draft);
    expect(state).toMatchObject({ status: 'DRAFTED', areaId: 's', distinctCases: 6, distinctOrganizations: 4 });
    expect(after(draft, draft).last).toEqual([]);
  });

  it('shows what the issue has come to until it is on the agenda', () => {
    const update: AgendaItemCommand = {
      type: 'UpdateEvidence',
      evidence: { signals: 7, distinctCases: 7, distinctOrganizations: 4, municipalities: 2 },
      children: ['m1', 'm2', 'm3'],
    };
    expect(after(draft, update).state).toMatchObject({ distinctCases: 7, children: ['m1', 'm2', 'm3'] });
    expect(after(draft, schedule, update).last).toEqual([]);
    expect(after(update).last).toEqual([]);
  });

  it('is decided only at a meeting', () => {
    expect(() => after(draft, decided('adopt_measure'))).toThrow('invalid_state');
    expect(after(draft, schedule, decided('adopt_measure')).state?.status).toBe('DECIDED');
  });

  it('goes back to the next meeting when continued, and is flagged the third time', () => {
    const put = (month: string): Asked[] => [
      asOf(`2025-${month}-01T00:00:00.000Z`, { type: 'ScheduleAgendaItem', meetingOn: `2025-${month}-10` }),
      asOf(`2025-${month}-10T00:00:00.000Z`, decided('continue_next')),
    ];
    expect(after(draft, ...put('07')).state).toMatchObject({ status: 'DRAFTED', continued: 1 });
    expect(after(draft, ...put('07'), ...put('08'), ...put('09')).last.at(-1)).toMatchObject({
      payload: { times: 3, flagged: true },
    });
  });

  it('is passed on to the council above', () => {
    expect(after(draft, schedule, decided('escalate')).last.map(({ type }) => type)).toEqual([
      'AgendaItemDecided',
      'AgendaItemEscalated',
    ]);
  });

  it('leads to actions that are chased at T, T+7 and T+14 days', () => {
    const { state } = after(draft, schedule, decided('adopt_measure'), assign);
    const [duty] = dutiesOf(state);
    expect(duty).toMatchObject({
      step: 'action',
      owedBy: 'base',
      template: 'action.chase',
      dueAt: '2025-07-31T08:00:00.000Z',
      state: 'open',
    });
    expect(duty?.rungs.map(({ level, at }) => [level, at])).toEqual([
      [1, '2025-07-31T08:00:00.000Z'],
      [2, '2025-08-07T08:00:00.000Z'],
      [3, '2025-08-14T08:00:00.000Z'],
    ]);
  });

  it('is told when an action is done', () => {
    const done: AgendaItemCommand = { type: 'CompleteAction', action: 'new-action' };
    const { state, last } = after(draft, schedule, decided('adopt_measure'), assign, done);
    expect(last).toMatchObject([{ type: 'ActionCompleted', payload: { open: 0 } }]);
    // Nobody named a day for its effect: it is looked at after the longest window.
    expect(dutiesOf(state).map((duty) => duty.state)).toEqual(['met', 'open']);
    expect(dutiesOf(state)[1]).toMatchObject({ step: 'effect_check', dueAt: '2025-10-29T08:00:00.000Z' });
  });

  it('comes before its council again where what was done had no effect, and ends by what is done then', () => {
    const check = (effect: 'ineffective' | 'effective'): AgendaItemCommand => ({
      type: 'CheckEffect',
      action: 'new-action',
      effect,
    });
    const done: AgendaItemCommand = { type: 'CompleteAction', action: 'new-action' };
    const round = [schedule, decided('adopt_measure'), assign, done];
    const { state, last } = after(draft, ...round, check('ineffective'));
    expect(last.map(({ type }) => type)).toEqual(['EffectChecked', 'AgendaItemEvaluated', 'AgendaItemReopened']);
    expect(state).toMatchObject({ status: 'DRAFTED', reopened: true });
    expect(after(draft, ...round, check('effective')).state?.status).toBe('CLOSED');
  });

  it('that was proposed is closed with its last action: there is nothing to count', () => {
    const proposed = { ...draft, key: '' };
    const done: AgendaItemCommand = { type: 'CompleteAction', action: 'new-action' };
    const { state, last } = after(proposed, schedule, decided('adopt_measure'), assign, done);
    expect(last.map(({ type }) => type)).toEqual(['ActionCompleted', 'AgendaItemClosed']);
    expect(state?.status).toBe('CLOSED');
    const dated = { ...assign, checkOn: '2025-09-30' } as AgendaItemCommand;
    expect(after(proposed, schedule, decided('adopt_measure'), dated, done).state?.status).toBe('ACTIONING');
  });

  it('keeps whoever owes an action among those it concerns', () => {
    const { state } = after(draft, schedule, decided('adopt_measure'), assign);
    expect(agendaItem.bearings(state).relations?.['owner']).toEqual(['base']);
  });
});

describe('the order of time of an agenda item', () => {
  const meeting = [draft, schedule, decided('adopt_measure')];
  const done: AgendaItemCommand = { type: 'CompleteAction', action: 'new-action' };

  it.each<[string, string, readonly Asked[]]>([
    ['no meeting for a day before it is called', 'meetingOn', [draft, { ...schedule, meetingOn: '2025-06-15' }]],
    ['no scheduling before the draft', 'occurredAt', [draft, asOf('2025-06-16T02:59:59.000Z', schedule)]],
    ['no decision before the day of the meeting', 'occurredAt', [draft, schedule, asOf(NOW, decided('reject'))]],
    ['no action before the decision', 'occurredAt', [...meeting, asOf('2025-07-10T04:59:59.000Z', assign)]],
    ['no action due before it was given', 'dueOn', [...meeting, { ...assign, dueOn: '2025-07-09' }]],
    ['no check before the action was given', 'checkOn', [...meeting, { ...assign, checkOn: '2025-07-09' }]],
    ['no action done before it was given', 'occurredAt', [...meeting, assign, asOf('2025-07-10T04:59:59.000Z', done)]],
  ])('has %s', (_what, path, asked) => {
    expect(refusedOn(...asked)).toBe(path);
  });

  it('takes what was written down months late, as long as it is in order', () => {
    const now = '2025-12-01T00:00:00.000Z';
    const { state } = after(
      draft,
      asOf(NOW, schedule, now),
      asOf(MEETING, decided('adopt_measure'), now),
      asOf(MEETING, assign, now),
      asOf('2025-07-20T00:00:00.000Z', done, now),
    );
    expect(state).toMatchObject({ decidedAt: MEETING, meetingOn: '2025-07-10' });
    expect(state?.actions['new-action']).toMatchObject({ assignedAt: MEETING, done: true });
  });

  it('writes no action without what is to be done', () => {
    const { state } = after(...meeting);
    expect(() => agendaItem.decide(assign, state, { ...given, occurredAt: MEETING, records: {} })).toThrow('"action"');
  });
});

describe('who may ask of an agenda item', () => {
  const asks = (role: Role, command: AgendaItemCommand, state: AgendaItem | null, standing: Standing = inArea) =>
    verdictOf(agendaItemKind, { userId: 'u', role, orgId: 'town' }, command, state, standing);
  const { state } = after(draft, schedule);
  const top = after({ ...draft, level: 'prefecture', areaId: '01' }, schedule).state;
  const inArea: Standing = { serves: [draft.area.secondaryAreaId] };

  it.each(['council_secretariat', 'base_secretariat', 'health_centre_officer', 'municipal_ltc_officer'] as const)(
    'the %s, in the area of the council only; of none there is nothing to ask',
    (role) => {
      for (const command of [schedule, decided('reject'), assign]) {
        expect(asks(role, command, state)).toBe('allowed');
        expect(asks(role, command, state, {})).toBe('hidden');
        expect(asks(role, command, null)).toBe('hidden');
      }
    },
  );

  it('the officers of the prefecture at the top, and only there; elsewhere they read', () => {
    expect(asks('prefecture_ltc', decided('reject'), top, {})).toBe('allowed');
    expect(asks('prefecture_ltc', decided('reject'), state, {})).toBe('forbidden');
    expect(asks('prefecture_ltc', draft, top, {})).toBe('forbidden');
    expect(asks('care_manager', decided('reject'), top)).toBe('hidden');
  });

  it('whoever owes an action, of that one and no other', () => {
    const { state: acting } = after(draft, schedule, decided('adopt_measure'), assign);
    const owner = { userId: 'u', role: 'care_manager', orgId: 'base' } as const;
    const done = (action: string): AgendaItemCommand => ({ type: 'CompleteAction', action });
    expect(verdictOf(agendaItemKind, owner, done('new-action'), acting)).toBe('allowed');
    expect(verdictOf(agendaItemKind, owner, done('another'), acting)).toBe('forbidden');
    expect(verdictOf(agendaItemKind, { ...owner, orgId: 'other' }, done('new-action'), acting)).toBe('hidden');
    expect(verdictOf(agendaItemKind, owner, schedule, acting)).toBe('forbidden');
  });
});

it('the ladder of an action names whoever answers for its owner, and no role that nobody can have there', () => {
  const toldFirst = (kind: string) => {
    const [step] = actionOwed({
      instance: '1',
      owner: 'o',
      kind,
      opening: OFFICE_HOURS,
      dueOn: '2025-07-31',
      area: { municipalityId: 'm', homeCareAreaId: 'h', secondaryAreaId: 's', tertiaryAreaId: 't' },
      seats: undefined,
      now: NOW,
      rules: AGENDA_RULES,
    }).rungs;
    return step?.to;
  };
  expect(toldFirst('cooperation_base')).toEqual([{ role: 'base_secretariat', organization: 'o' }]);
  expect(toldFirst('hospital')).toEqual([{ role: 'liaison_manager', organization: 'o' }]);
  expect(toldFirst('care_management_office')).toEqual([{ role: 'office_manager', organization: 'o' }]);
  expect(toldFirst('care_facility')).toEqual([{ role: 'care_manager', organization: 'o' }]);
  // None of the roles works there: the secretariat is told first.
  for (const kind of ['pharmacy', 'dental_clinic', 'home_help', 'day_care', 'other'])
    expect(toldFirst(kind)?.map((to) => 'role' in to && to.role)).toEqual(Array(4).fill('council_secretariat'));
});
