import { OFFICE_HOURS, type Circumstances } from '#kernel';
import type { AgendaItemCommand } from './agenda-item.commands.js';
import type { AgendaItemEvent } from './agenda-item.events.js';
import { agendaItem, type AgendaFound, type AgendaItem } from './agenda-item.js';
import { AGENDA_RULES } from './agenda.rules.js';

const NOW = '2025-06-16T03:00:00.000Z';
const given: Circumstances<AgendaFound> = {
  now: NOW,
  occurredAt: NOW,
  actor: { system: 'worker', job: 'spec' },
  found: { owner: OFFICE_HOURS, rules: AGENDA_RULES },
  id: 'item',
  records: { action: 'what-ref' },
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
const decided = (decision: 'adopt_measure' | 'continue_next' | 'escalate'): AgendaItemCommand => ({
  type: 'DecideAgendaItem',
  decision,
});
const assign: AgendaItemCommand = { type: 'AssignAction', ownerOrganization: 'base', dueOn: '2025-07-31' };

function after(...commands: readonly AgendaItemCommand[]) {
  let state: AgendaItem | null = null;
  let last: readonly AgendaItemEvent[] = [];
  for (const command of commands) {
    last = agendaItem.decide(command, state, given);
    state = last.reduce<AgendaItem | null>((s, event) => agendaItem.evolve(s, event, NOW), state);
  }
  return { state, last };
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
    const put = [schedule, decided('continue_next')];
    expect(after(draft, ...put).state).toMatchObject({ status: 'DRAFTED', continued: 1 });
    expect(after(draft, ...put, ...put, ...put).last.at(-1)).toMatchObject({ payload: { times: 3, flagged: true } });
  });

  it('is passed on to the council above', () => {
    expect(after(draft, schedule, decided('escalate')).last.map(({ type }) => type)).toEqual([
      'AgendaItemDecided',
      'AgendaItemEscalated',
    ]);
  });

  it('leads to actions that are chased at T, T+7 and T+14 days', () => {
    const { state } = after(draft, schedule, decided('adopt_measure'), assign);
    const [duty] = agendaItem.duties(state);
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
    expect(agendaItem.duties(state).map((duty) => duty.state)).toEqual(['met']);
  });

  it('takes no action that was due before it was given', () => {
    expect(() => after(draft, schedule, decided('adopt_measure'), { ...assign, dueOn: '2025-06-15' })).toThrow(
      'invalid_input',
    );
  });
});
