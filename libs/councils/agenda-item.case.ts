import { defineCase, entriesOf, type CommandIn, type Grants } from '#cases';
import { can, ITSELF } from '#kernel';
import { AgendaLookUps } from './commands/agenda.look-ups.js';
import type { AgendaItemEvent } from './domain/agenda-item.events.js';
import { AGENDA_ITEM_STATES, agendaItem, type AgendaItem, type AgendaItemStatus } from './domain/agenda-item.js';
import * as order from './domain/agenda-item.order.js';
import { CHASE_TEMPLATE, EFFECT_TEMPLATE } from './domain/agenda-item.obligations.js';
import { assign, check, complete, judge } from './domain/decide/action.js';
import {
  decideItem,
  discuss,
  draft,
  drop,
  follow,
  followIssueEnd,
  isProposed,
  noteTold,
  propose,
  updateEvidence,
  writeNote,
} from './domain/decide/meeting.js';
import { categorize, conclude, recordPosition } from './domain/decide/position.js';
import { putOn, schedule, takeOff } from './domain/decide/schedule.js';
import * as dto from './http/councils.dto.js';

const { heard, asked, begins } = entriesOf<AgendaItem | null, AgendaItemEvent, AgendaLookUps>();
const within =
  (...statuses: readonly AgendaItemStatus[]) =>
  ({ status }: AgendaItem) =>
    statuses.includes(status);
const beforeDecision = within('DRAFTED', 'POSITIONED', 'SCHEDULED', 'DISCUSSED');

/** The council's secretariat and chairs, officers of areas that they serve; at the top, the prefecture wherever it sits. */
const SECRETARIAT: Grants = {
  secretariat: 'council_work',
  chair: 'membership',
  area: 'council_work',
  prefecture: 'prefecture_work',
};

const commands = {
  DraftAgendaItem: heard({
    find: (look, said, state, ask) => look.drafting(said, state, ask),
    decide: draft,
  }),
  ProposeAgendaItem: begins({
    route: {
      path: 'agenda-items',
      body: dto.ProposeAgendaItemBody,
      summary: '議題を提案する',
      personal: { agenda_title: ['title'] },
    },
    may: { anyone: ['council_work', 'prefecture_work'] },
    find: (look, said, _none, ask) => look.proposing(said, ask),
    decide: propose,
  }),
  UpdateEvidence: heard({ decide: updateEvidence }),
  PutOnMeeting: asked({ workers: true, decide: putOn }),
  TakeOffMeeting: asked({ workers: true, decide: takeOff }),
  FollowCouncil: asked({ workers: true, decide: follow }),
  NoteContributorsTold: asked({ workers: true, decide: noteTold }),
  FollowIssueEnd: asked({ workers: true, decide: followIssueEnd }),
  DropAgendaItem: asked({
    route: {
      path: 'agenda-items/:agendaItem/droppings',
      body: dto.DropAgendaItemBody,
      summary: '提案した議題を取り下げる',
      personal: { dropping_reason: ['reason'] },
    },
    may: SECRETARIAT,
    from: (state) => isProposed(state) && within('DRAFTED', 'POSITIONED')(state),
    after: [order.STANDING],
    decide: drop,
  }),
  CategorizeAgendaItem: asked({
    route: {
      path: 'agenda-items/:agendaItem/categories',
      body: dto.CategorizeAgendaItemBody,
      summary: '議題の区分を決める',
    },
    may: SECRETARIAT,
    from: beforeDecision,
    decide: categorize,
  }),
  WriteAgendaNote: asked({
    route: {
      path: 'agenda-items/:agendaItem/notes',
      body: dto.WriteAgendaNoteBody,
      summary: '議題にメモを書く',
      personal: { agenda_note: ['note'] },
    },
    may: SECRETARIAT,
    from: beforeDecision,
    decide: writeNote,
  }),
  RecordBodyPosition: asked({
    route: {
      path: 'agenda-items/:agendaItem/positions',
      body: dto.RecordBodyPositionBody,
      summary: '団体の立場を記録する（根回し）',
      personal: { position_note: ['note'] },
    },
    may: { ...SECRETARIAT, member: 'membership' },
    from: ({ status, seats }) =>
      seats !== undefined && within('DRAFTED', 'POSITIONED', 'SCHEDULED')({ status } as AgendaItem),
    decide: recordPosition,
  }),
  ConcludePositions: asked({
    route: {
      path: 'agenda-items/:agendaItem/positionings',
      body: dto.PlainBody,
      summary: '根回しを終える',
    },
    may: SECRETARIAT,
    from: ({ status, seats }) => seats !== undefined && status === 'DRAFTED',
    after: [order.STANDING],
    decide: conclude,
  }),
  ScheduleAgendaItem: asked({
    route: {
      path: 'agenda-items/:agendaItem/schedulings',
      body: dto.ScheduleAgendaItemBody,
      summary: '議題を会議の日程に載せる',
    },
    may: SECRETARIAT,
    from: within('DRAFTED', 'POSITIONED', 'SCHEDULED'),
    after: [order.STANDING],
    daysAfter: { meetingOn: ITSELF },
    find: (look, said, state, ask) => look.scheduling(said, state, ask),
    decide: schedule,
  }),
  DiscussAgendaItem: asked({
    route: {
      path: 'agenda-items/:agendaItem/discussions',
      body: dto.DiscussAgendaItemBody,
      summary: '議題を審議したことを記録する',
      personal: { discussion: ['summary'] },
    },
    may: SECRETARIAT,
    from: within('SCHEDULED'),
    after: [order.STANDING, order.MEETING],
    find: (look, _said, state, ask, now) => look.discussing(state, ask, now),
    decide: discuss,
  }),
  DecideAgendaItem: asked({
    route: {
      path: 'agenda-items/:agendaItem/decisions',
      body: dto.DecideAgendaItemBody,
      summary: '議題について決める',
      personal: { decision_reason: ['reason'] },
    },
    may: SECRETARIAT,
    from: within('SCHEDULED', 'DISCUSSED'),
    after: [order.STANDING, order.MEETING],
    find: (look, said, state, ask, now) => look.deciding(said, state, ask, now),
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
      personal: { action_report: ['report'] },
    },
    may: { ...SECRETARIAT, owner: 'membership' },
    // Whoever owes an action may say that it is done, of this one and no other.
    allowed: ({ role, orgId, userId }, { action }, state) =>
      can(role, 'council_work') ||
      can(role, 'prefecture_work') ||
      state.seats?.chairs.includes(userId) === true ||
      state.actions[action]?.ownerOrganization === orgId,
    from: ({ actions }) => Object.values(actions).some(({ done }) => !done),
    find: (look, said, state, ask, now) => look.completing(said, state, ask, now),
    decide: complete,
  }),
  CheckEffect: asked({
    route: {
      path: 'agenda-items/:agendaItem/effect-checks',
      body: dto.CheckEffectBody,
      summary: '対応の効果を確かめる',
      personal: { effect_note: ['note'] },
    },
    may: SECRETARIAT,
    from: ({ status, actions }) => status === 'ACTIONING' && Object.values(actions).some(({ done }) => done),
    find: (look, said, state, ask, now) => look.checking(said, state, ask, now),
    decide: check,
  }),
  JudgeEffect: asked({
    workers: true,
    find: (look, { instance }, state, ask, now) => look.judging(instance, state, ask, now),
    decide: judge,
  }),
};

export type AgendaItemCommand = CommandIn<typeof commands>;

/** What is written of an item is about a matter and no person: whoever sees the item reads it. */
const OPEN = [
  'agenda_title',
  'agenda_note',
  'dropping_reason',
  'position_note',
  'discussion',
  'decision_reason',
  'action',
  'action_report',
  'effect_note',
] as const;

/** 議題: an issue before the council of its area, or what its secretariat proposes (model.md 2.7). */
export const agendaItemKind = defineCase({
  ...agendaItem,
  tag: 'Councils',
  states: AGENDA_ITEM_STATES,
  commands,
  events: {
    AgendaItemDrafted: { version: 1 },
    AgendaItemEvidenceUpdated: { version: 1 },
    AgendaItemCategorized: { version: 1 },
    AgendaItemDropped: { version: 1 },
    AgendaNoteWritten: { version: 1 },
    BodyPositionRecorded: { version: 1 },
    AgendaItemPositioned: { version: 1 },
    AgendaItemScheduled: { version: 1 },
    AgendaItemTakenOff: { version: 1 },
    AgendaItemDiscussed: { version: 1 },
    AgendaItemDecided: { version: 1 },
    AgendaItemContinued: { version: 1 },
    AgendaItemEscalated: { version: 1 },
    AgendaItemForwarded: { version: 1 },
    ActionAssigned: { version: 1 },
    ActionCompleted: { version: 1 },
    EffectChecked: { version: 1 },
    AgendaItemEvaluated: { version: 1 },
    AgendaItemClosed: { version: 1 },
    AgendaItemReopened: { version: 1 },
    AgendaItemReseated: { version: 1 },
    ContributorsTold: { version: 1 },
  },
  // The prefecture hears of an action that nobody takes (model.md 2.7), and opens what it hears of.
  sees: {
    area: 'region_reading',
    secretariat: 'membership',
    chair: 'membership',
    member: 'membership',
    owner: 'membership',
    everyone: ['prefecture_work', 'administration'],
  },
  counts: ['evidence', 'measured', 'contributors', 'byMessage'],
  card: ({ key, level, meetingOn, decision, category, flagged, council, meeting }) => ({
    council,
    meeting,
    key,
    level,
    meetingOn,
    decision,
    category,
    flagged,
  }),
  steps: { action: { by: ['CompleteAction'] }, effect_check: { by: ['CheckEffect'] } },
  texts: {
    templates: [CHASE_TEMPLATE, EFFECT_TEMPLATE, 'agenda.drafted', 'agenda.reopened', 'action.assigned'],
    records: OPEN,
    open: OPEN,
  },
  lookUps: AgendaLookUps,
  due: {
    job: 'effect',
    command: ({ plan: { instance = '1' } }) => ({ type: 'JudgeEffect', instance }),
  },
});
