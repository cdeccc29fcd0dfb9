import { defineCase, entriesOf, type CommandIn, type Grants } from '#cases';
import { can, ITSELF } from '#kernel';
import { AgendaLookUps } from './commands/agenda.look-ups.js';
import type { AgendaItemEvent } from './domain/agenda-item.events.js';
import { agendaItem, type AgendaItem, type AgendaItemStatus } from './domain/agenda-item.js';
import * as order from './domain/agenda-item.order.js';
import { assign, complete } from './domain/decide/action.js';
import { decideItem, draft, schedule, updateEvidence } from './domain/decide/meeting.js';
import * as dto from './http/councils.dto.js';

const { heard, asked } = entriesOf<AgendaItem | null, AgendaItemEvent, AgendaLookUps>();
const within =
  (...statuses: readonly AgendaItemStatus[]) =>
  ({ status }: AgendaItem) =>
    statuses.includes(status);

/** The council's secretariat, of areas that it serves; at the top, the prefecture wherever it sits. */
const SECRETARIAT: Grants = { area: 'council_work', prefecture: 'prefecture_work' };

const commands = {
  DraftAgendaItem: heard({ decide: draft }),
  UpdateEvidence: heard({ decide: updateEvidence }),
  ScheduleAgendaItem: asked({
    route: {
      path: 'agenda-items/:agendaItem/schedulings',
      body: dto.ScheduleAgendaItemBody,
      summary: '議題を会議の日程に載せる',
    },
    may: SECRETARIAT,
    from: within('DRAFTED', 'SCHEDULED'),
    after: [order.STANDING],
    daysAfter: { meetingOn: ITSELF },
    decide: schedule,
  }),
  DecideAgendaItem: asked({
    route: {
      path: 'agenda-items/:agendaItem/decisions',
      body: dto.DecideAgendaItemBody,
      summary: '議題について決める',
      personal: { decision_reason: ['reason'] },
    },
    may: SECRETARIAT,
    from: within('SCHEDULED'),
    after: [order.STANDING, order.MEETING],
    decide: decideItem,
  }),
  AssignAction: asked({
    route: {
      path: 'agenda-items/:agendaItem/actions',
      body: dto.AssignActionBody,
      summary: '対応を割り当てる',
      personal: { action: ['what'] },
    },
    may: SECRETARIAT,
    from: within('DECIDED', 'ACTIONING'),
    after: [order.DECISION],
    daysAfter: { dueOn: ITSELF, checkOn: ITSELF },
    find: (look, said, state, ask, now) => look.assigning(said, state, ask, now),
    decide: assign,
  }),
  CompleteAction: asked({
    route: {
      path: 'agenda-items/:agendaItem/action-completions',
      body: dto.CompleteActionBody,
      summary: '対応を終えたことを記録する',
    },
    may: { ...SECRETARIAT, owner: 'membership' },
    // Whoever owes an action may say that it is done, of this one and no other.
    allowed: ({ role, orgId }, { action }, state) =>
      can(role, 'council_work') || can(role, 'prefecture_work') || state.actions[action]?.ownerOrganization === orgId,
    from: ({ actions }) => Object.values(actions).some(({ done }) => !done),
    decide: complete,
  }),
};

export type AgendaItemCommand = CommandIn<typeof commands>;

/** 議題: an issue before the council of its area (model.md 2.7). */
export const agendaItemKind = defineCase({
  ...agendaItem,
  tag: 'Councils',
  states: ['DRAFTED', 'SCHEDULED', 'DECIDED', 'ACTIONING'],
  commands,
  events: {
    AgendaItemDrafted: { version: 1 },
    AgendaItemEvidenceUpdated: { version: 1 },
    AgendaItemScheduled: { version: 1 },
    AgendaItemDecided: { version: 1 },
    AgendaItemContinued: { version: 1 },
    AgendaItemEscalated: { version: 1 },
    ActionAssigned: { version: 1 },
    ActionCompleted: { version: 1 },
  },
  // The prefecture hears of an action that nobody takes (model.md 2.7), and opens what it hears of.
  sees: { area: 'region_reading', owner: 'membership', everyone: ['prefecture_work', 'administration'] },
  card: ({ key, level, meetingOn, decision }) => ({ key, level, meetingOn, decision }),
  steps: { action: { by: ['CompleteAction'] } },
  texts: { templates: ['action.chase'], records: ['decision_reason', 'action'] },
  lookUps: AgendaLookUps,
});
