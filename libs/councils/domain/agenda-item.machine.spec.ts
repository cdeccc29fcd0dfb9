import fc from 'fast-check';
import { DomainError, dutiesOf, OFFICE_HOURS, type Circumstances } from '#kernel';
import { verdictOf } from '#test/verdict.js';
import { agendaItemKind, type AgendaItemCommand } from '../agenda-item.case.js';
import { DECISIONS } from './agenda-item.commands.js';
import type { AgendaItemEvent } from './agenda-item.events.js';
import { AGENDA_ITEM_STATES, type AgendaItem } from './agenda-item.js';
import type { Assigning } from './agenda-item.state.js';
import { AGENDA_RULES } from './agenda.rules.js';
import type { Checking, Completing } from './decide/action.js';
import type { Deciding, Proposing, Seated } from './decide/meeting.js';
import type { MeetingSeen, Scheduling } from './decide/schedule.js';

const { decider } = agendaItemKind;
const DAY = '2025-07-10T05:00:00.000Z';
const area = { municipalityId: '', homeCareAreaId: '', secondaryAreaId: 's', tertiaryAreaId: 't' };
const member = { organization: 'association', body: 'city_medical_association' } as const;
const seats = { secretariat: 'center', chairs: ['doctor'], members: [member], standing: ['s'] };
const meeting = (over: Partial<MeetingSeen> = {}): MeetingSeen => ({
  id: 'july',
  council: 'council',
  on: '2025-07-10',
  frozen: false,
  decides: true,
  agendaCloseDays: 14,
  ...over,
});
type Found = Assigning & Completing & Checking & Deciding & Scheduling & Omit<Proposing, 'id'> & { id: string };
const measured = {
  days: 28,
  earlier: { from: DAY, before: DAY },
  later: { from: DAY, before: DAY },
  asThen: { earlier: 8, later: 2 },
  asNow: { earlier: 9, later: 2 },
};
const found: Found = {
  id: 'council',
  seats,
  level: 'secondary_area',
  areaId: 's',
  area,
  isOwn: true,
  kind: 'hospital',
  opening: OFFICE_HOURS,
  rules: AGENDA_RULES,
  areas: ['s'],
  ruleFaults: [],
  measured,
  wanted: meeting(),
};
const given = (
  over: Partial<Found> = {},
  {
    now = DAY,
    actor = { userId: 'u', role: 'health_centre_officer', orgId: 'center' } as const,
    records = {},
  }: object & {
    now?: string;
    actor?: Circumstances<Found>['actor'];
    records?: Record<string, string>;
  } = {},
): Circumstances<Found> => ({
  now,
  occurredAt: now,
  actor,
  found: { ...found, ...over },
  id: 'item',
  records: { action: 'what', decision_reason: 'why', agenda_title: 'title', agenda_note: 'note', ...records },
  newId: (name) => `new-${name}`,
});
const draft: AgendaItemCommand = {
  type: 'DraftAgendaItem',
  level: 'secondary_area',
  areaId: 's',
  area,
  issue: 'issue',
  episode: 1,
  key: 'daily_care|supply',
  evidence: { signals: 6, distinctCases: 6, distinctOrganizations: 4, municipalities: 2 },
  children: [],
};

interface Step {
  readonly command: AgendaItemCommand;
  readonly over?: Partial<Found>;
}
function play(...steps: readonly (Step | AgendaItemCommand)[]) {
  let state: AgendaItem | null = null;
  let last: readonly AgendaItemEvent[] = [];
  for (const step of steps) {
    const { command, over = {} } = 'command' in step ? step : { command: step };
    last = decider.decide(command, state, given(over));
    state = last.reduce<AgendaItem | null>((s, event) => decider.evolve(s, event, DAY), state);
  }
  return { state: state as AgendaItem, last };
}
const refusal = (...steps: readonly (Step | AgendaItemCommand)[]): string => {
  try {
    play(...steps);
    return 'done';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};
const position: AgendaItemCommand = { type: 'RecordBodyPosition', ...member, stance: 'no_reply' };
const onJuly: AgendaItemCommand = { type: 'ScheduleAgendaItem', meeting: 'july', addLate: true };
const decide = (decision: (typeof DECISIONS)[number], more: object = {}): AgendaItemCommand => ({
  type: 'DecideAgendaItem',
  decision,
  ...more,
});
const assign = (more: object = {}): AgendaItemCommand => ({
  type: 'AssignAction',
  ownerOrganization: 'hospital',
  dueOn: '2025-08-01',
  ...more,
});

describe('an item of an established council', () => {
  it('is positioned only when each body has a position or has given no answer', () => {
    expect(refusal(draft, { type: 'ConcludePositions' })).toBe('positions_missing');
    expect(play(draft, position, { type: 'ConcludePositions' }).state.status).toBe('POSITIONED');
    expect(refusal(draft, { ...position, body: 'hospital' })).toBe('invalid_input');
  });

  it('takes the position of a body from that body, and from no other member', () => {
    const of = (orgId: string) => () =>
      decider.decide(position, play(draft).state, given({}, { actor: { userId: 'm', role: 'council_member', orgId } }));
    expect(of('association')).not.toThrow();
    expect(of('hospital')).toThrow('forbidden');
  });

  it('is about a duty of its tier', () => {
    expect(refusal(draft, { type: 'CategorizeAgendaItem', category: 'ict_network' })).toBe('invalid_input');
    expect(play(draft, { type: 'CategorizeAgendaItem', category: 'share_issues' }).state.category).toBe('share_issues');
  });

  it.each<[string, string, Partial<Found>, object]>([
    ['materials_frozen', 'a meeting whose materials are sent', { wanted: meeting({ frozen: true }) }, {}],
    ['invalid_input', 'a meeting of another council', { wanted: meeting({ council: 'other' }) }, {}],
    ['agenda_closed', 'a meeting whose agenda has closed', {}, { addLate: false }],
  ])('is refused with %s for %s', (code, _what, over, more) => {
    expect(refusal(draft, { command: { ...onJuly, ...more } as AgendaItemCommand, over })).toBe(code);
  });

  it('stays on a meeting whose materials are sent', () => {
    const present = meeting({ frozen: true });
    const elsewhere: AgendaItemCommand = { type: 'ScheduleAgendaItem', meetingOn: '2025-09-01' };
    expect(refusal(draft, onJuly, { command: elsewhere, over: { present } })).toBe('materials_frozen');
    expect(play(draft, onJuly, elsewhere).last).toMatchObject([{ payload: { movedFrom: 'july' } }]);
  });

  it('is decided while its meeting sits', () => {
    const present = meeting({ decides: false });
    expect(refusal(draft, onJuly, { command: decide('inform_only'), over: { present } })).toBe('meeting_not_held');
    expect(refusal(draft, onJuly, { command: { type: 'DiscussAgendaItem' }, over: { present } })).toBe(
      'meeting_not_held',
    );
  });

  it('goes on the next meeting when it is continued, with what its bodies have said', () => {
    const { state, last } = play(draft, position, { type: 'ConcludePositions' }, onJuly, {
      command: decide('continue_next'),
      over: { next: { id: 'august', on: '2025-08-10' } },
    });
    expect(last.map(({ type }) => type)).toEqual(['AgendaItemDecided', 'AgendaItemContinued', 'AgendaItemScheduled']);
    expect(state).toMatchObject({
      status: 'SCHEDULED',
      meeting: 'august',
      continued: 1,
      positions: [{ stance: 'no_reply' }],
    });
    expect(play(draft, position, { type: 'ConcludePositions' }, onJuly, decide('continue_next')).state.status).toBe(
      'POSITIONED',
    );
  });

  it('becomes an item of the council that it is forwarded to, with all that it comes from', () => {
    const to = { ...found, id: 'dementia' };
    const { last } = play(draft, onJuly, {
      command: decide('forward_other_body', { toCouncil: 'dementia' }),
      over: { to },
    });
    expect(last[1]).toMatchObject({
      type: 'AgendaItemForwarded',
      payload: { toCouncil: 'dementia', origins: ['item'] },
    });
    expect(refusal(draft, onJuly, decide('forward_other_body'))).toBe('invalid_input');
    expect(refusal(draft, onJuly, decide('inform_only', { toCouncil: 'dementia' }))).toBe('invalid_input');
  });

  it('takes no action once it is rejected, with its reason', () => {
    expect(refusal(draft, onJuly, decide('reject'), assign())).toBe('rejected_item');
    const without = { ...given(), records: {} };
    expect(() => decider.decide(decide('reject'), play(draft, onJuly).state, without)).toThrow('invalid_input');
  });

  it('names the rules that it changes, and changes none otherwise', () => {
    const rule = { context: 'handovers', effectiveFrom: '2025-08-01', values: { startNoticeDays: 10 } };
    const { last } = play(draft, onJuly, decide('rule_change', { rule }));
    expect(last[0]).toMatchObject({
      payload: { rule: { ...rule, areas: ['s'] }, meeting: 'july', meetingOn: '2025-07-10' },
    });
    expect(refusal(draft, onJuly, decide('inform_only', { rule }))).toBe('invalid_input');
    const fault = { path: 'rule.values.x', code: 'unknown_rule', ja: '', en: '' };
    expect(refusal(draft, onJuly, { command: decide('rule_change', { rule }), over: { ruleFaults: [fault] } })).toBe(
      'invalid_input',
    );
  });
});

describe('an action', () => {
  const acting = [draft, onJuly, decide('adopt_measure'), assign({ checkOn: '2025-10-01' })] as const;
  const done: AgendaItemCommand = { type: 'CompleteAction', action: 'new-action' };
  const check: AgendaItemCommand = { type: 'CheckEffect', action: 'new-action' };

  it('is chased at its owner, the secretariat, and then the chairs', () => {
    const [duty] = dutiesOf(play(...acting).state);
    expect(duty?.rungs.map(({ to }) => to.at(-1))).toEqual([
      { role: 'liaison_manager', organization: 'hospital' },
      { role: 'base_secretariat', organization: 'center' },
      { user: 'doctor' },
    ]);
  });

  it('is checked by the secretariat on its day, once it is done', () => {
    expect(refusal(...acting, assign(), check)).toBe('invalid_state');
    expect(dutiesOf(play(...acting, done).state)).toMatchObject([
      { step: 'action', state: 'met' },
      { step: 'effect_check', owedBy: 'center', dueAt: '2025-10-01T08:00:00.000Z', actAt: '2025-10-08T08:00:00.000Z' },
    ]);
  });

  it('that is done and checked closes its item by itself, with what the numbers say now', () => {
    const { state, last } = play(...acting, done, check);
    expect(last).toMatchObject([
      { type: 'EffectChecked', payload: { effect: 'effective', counted: 'effective', measured, judged: true } },
      { type: 'AgendaItemEvaluated', payload: { effect: 'effective' } },
      { type: 'AgendaItemClosed' },
    ]);
    expect(state.status).toBe('CLOSED');
    expect(dutiesOf(state).map((duty) => duty.state)).toEqual(['met', 'met']);
  });

  it('is judged by the numbers where nobody has done so in time, and once only', () => {
    const judge: AgendaItemCommand = { type: 'JudgeEffect', instance: '1' };
    const { state, last } = play(...acting, done, judge);
    expect(last[0]).toMatchObject({ payload: { judged: false, effect: 'effective' } });
    expect(decider.decide(judge, state, given())).toEqual([]);
    expect(play(...acting, judge).last).toEqual([]);
  });

  it('is unknown in its effect while too little time has passed, unless somebody judges it', () => {
    expect(play(...acting, done, { command: check, over: { measured: null } }).last[0]).toMatchObject({
      payload: { effect: 'unknown' },
    });
    const judged: AgendaItemCommand = { ...check, effect: 'ineffective' };
    expect(play(...acting, done, judged).last).toMatchObject([
      { payload: { effect: 'ineffective', counted: 'effective' } },
      {
        type: 'AgendaItemEvaluated',
        payload: { effect: 'ineffective', key: 'daily_care|supply', level: 'secondary_area' },
      },
      { type: 'AgendaItemReopened' },
    ]);
  });

  it('is read and reported by whoever owes it, and seen by members and chairs', () => {
    const { state } = play(...acting);
    const asks = (orgId: string, command: AgendaItemCommand, userId = 'u') =>
      verdictOf(agendaItemKind, { userId, role: 'liaison_manager', orgId }, command, state);
    expect(asks('hospital', done)).toBe('allowed');
    expect(asks('association', done)).toBe('forbidden');
    expect(asks('clinic', done)).toBe('hidden');
    expect(asks('clinic', done, 'doctor')).toBe('allowed');
  });
});

it('a proposed item is its own issue, and is raised to the council above', () => {
  const propose: AgendaItemCommand = { type: 'ProposeAgendaItem', council: 'council', category: 'share_issues' };
  expect(play(propose).last).toMatchObject([{ payload: { issue: 'item', key: '', titleRef: 'title' } }]);
  expect(() => decider.decide(propose, null, given({ isOwn: false }))).toThrow('forbidden');
  expect(refusal(propose, onJuly, decide('escalate'))).toBe('invalid_input');
  const to: Seated & Proposing = { ...found, id: 'above' };
  expect(play(propose, onJuly, { command: decide('escalate'), over: { to } }).last[1]).toMatchObject({
    type: 'AgendaItemForwarded',
    payload: { toCouncil: 'above', titleRef: 'title' },
  });
});

it('whatever is asked in whatever order, an item is in a state of its own and closes only with every action checked', () => {
  const commands = fc.array(
    fc.oneof(
      fc.constantFrom<AgendaItemCommand>(
        position,
        onJuly,
        { type: 'ConcludePositions' },
        { type: 'ScheduleAgendaItem', meetingOn: '2025-07-10' },
        { type: 'DiscussAgendaItem' },
        { type: 'PutOnMeeting', meeting: 'july', meetingOn: '2025-07-10', number: '1' },
        { type: 'TakeOffMeeting', meeting: 'july' },
        assign(),
        { type: 'WriteAgendaNote' },
        { type: 'JudgeEffect', instance: '1' },
      ),
      fc.constantFrom(...DECISIONS).map((decision) => decide(decision)),
      fc.constant<AgendaItemCommand>({ type: 'CompleteAction', action: 'new-action' }),
      fc.constant<AgendaItemCommand>({ type: 'CheckEffect', action: 'new-action' }),
    ),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(commands, (asked) => {
      let { state } = play(draft);
      const wrong: string[] = [];
      for (const command of asked) {
        const before = state;
        try {
          const events = decider.decide(command, state, given({ present: meeting() }));
          state = events.reduce<AgendaItem>((s, event) => decider.evolve(s, event, DAY) ?? s, state);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
        }
        const { status, decision, actions: all } = state;
        const settled = Object.values(all).every(({ done, effect }) => done && effect !== undefined);
        if (!AGENDA_ITEM_STATES.includes(status)) wrong.push(`no state: ${status}`);
        if (decision === 'reject' && status === 'ACTIONING') wrong.push('something is done about what was rejected');
        if (status === 'CLOSED' && !settled) wrong.push('closed with an action that is open or unchecked');
        // A meeting and its number go together, and only with an item that stands on an agenda.
        if ((status === 'DRAFTED' || status === 'POSITIONED') && state.meeting !== undefined)
          wrong.push('on no agenda');
        if (before.status === 'CLOSED' && status !== 'CLOSED') wrong.push('closed once, and open again');
      }
      expect(wrong).toEqual([]);
    }),
  );
});
