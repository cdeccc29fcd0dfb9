import { defineCase, entriesOf, type CommandIn, type Grants } from '#cases';
import { ITSELF } from '#kernel';
import { MeetingLookUps } from './commands/meeting.look-ups.js';
import {
  approveMinutes,
  arrange,
  call,
  draftMinutes,
  drop,
  followSeats,
  hold,
  plan,
  postpone,
  publishMinutes,
  recordAttendance,
  sendMaterials,
  takeUp,
} from './domain/decide/hold.js';
import type { MeetingEvent } from './domain/meeting.events.js';
import { ITS_DAY, meeting, MEETING_STATES, STANDING, type Meeting, type MeetingStatus } from './domain/meeting.js';
import { MEETING_TEMPLATE } from './domain/meeting.obligations.js';
import * as dto from './http/councils.dto.js';

const { begins, asked } = entriesOf<Meeting | null, MeetingEvent, MeetingLookUps>();
const within =
  (...statuses: readonly MeetingStatus[]) =>
  ({ status }: Meeting) =>
    statuses.includes(status);

/** As of its council: secretariat, chairs, officers of its areas; at the top the prefecture. */
const SECRETARIAT: Grants = {
  secretariat: 'council_work',
  chair: 'membership',
  area: 'council_work',
  prefecture: 'prefecture_work',
};
const of = (path: string) => `meetings/:meeting/${path}`;

const commands = {
  PlanMeeting: begins({
    route: { path: 'meetings', body: dto.PlanMeetingBody, summary: '会議を予定する' },
    may: { anyone: ['council_work', 'prefecture_work'] },
    daysAfter: { on: ITSELF },
    find: (look, said, _none, ask) => look.planning(said, ask),
    decide: plan,
  }),
  ArrangeAgenda: asked({
    route: { path: of('agendas'), body: dto.ArrangeAgendaBody, summary: '議題を並べる' },
    may: SECRETARIAT,
    from: within('PLANNED', 'CALLED', 'POSTPONED'),
    find: (look, said, state, ask) => look.arranging(said, state, ask),
    decide: arrange,
  }),
  CallMeeting: asked({
    route: { path: of('calls'), body: dto.CallMeetingBody, summary: '会議を招集する' },
    may: SECRETARIAT,
    from: within('PLANNED', 'POSTPONED'),
    after: [STANDING],
    daysAfter: { on: ITSELF },
    find: (look, _said, state, ask, now) => look.convening(state, ask, now),
    decide: call,
  }),
  SendMaterials: asked({
    route: { path: of('materials'), body: dto.PlainBody, summary: '資料を事前に送る' },
    may: SECRETARIAT,
    from: within('CALLED'),
    after: [STANDING],
    decide: sendMaterials,
  }),
  HoldMeeting: asked({
    route: { path: of('holdings'), body: dto.HoldMeetingBody, summary: '会議を開催する' },
    may: SECRETARIAT,
    from: within('CALLED', 'MATERIALS_SENT'),
    after: [STANDING, ITS_DAY],
    find: (look, _said, state, ask, now) => look.convening(state, ask, now),
    decide: hold(false),
  }),
  HoldInWriting: asked({
    route: { path: of('holdings-in-writing'), body: dto.HoldMeetingBody, summary: '会議を書面で開催する' },
    may: SECRETARIAT,
    from: within('CALLED', 'MATERIALS_SENT'),
    after: [STANDING],
    find: (look, _said, state, ask, now) => look.convening(state, ask, now),
    decide: hold(true),
  }),
  RecordAttendance: asked({
    route: { path: of('attendances'), body: dto.RecordAttendanceBody, summary: '出欠を記録する' },
    may: SECRETARIAT,
    from: within('HELD', 'HELD_IN_WRITING', 'MINUTES_DRAFTED'),
    decide: recordAttendance,
  }),
  DraftMinutes: asked({
    route: {
      path: of('minutes'),
      body: dto.DraftMinutesBody,
      summary: '議事要旨の案を作る',
      personal: { minutes: ['text'] },
    },
    may: SECRETARIAT,
    from: within('HELD', 'HELD_IN_WRITING', 'MINUTES_DRAFTED'),
    after: [STANDING],
    decide: draftMinutes,
  }),
  ApproveMinutes: asked({
    route: { path: of('minutes-approvals'), body: dto.PlainBody, summary: '議事要旨を承認する' },
    may: SECRETARIAT,
    from: within('MINUTES_DRAFTED'),
    after: [STANDING],
    decide: approveMinutes,
  }),
  PublishMinutes: asked({
    route: { path: of('minutes-publications'), body: dto.PlainBody, summary: '議事要旨を公表する' },
    may: SECRETARIAT,
    from: within('MINUTES_APPROVED'),
    after: [STANDING],
    decide: publishMinutes,
  }),
  PostponeMeeting: asked({
    route: {
      path: of('postponements'),
      body: dto.PostponeMeetingBody,
      summary: '会議を延期する',
      personal: { postponement_reason: ['reason'] },
    },
    may: SECRETARIAT,
    from: within('PLANNED', 'CALLED', 'MATERIALS_SENT'),
    after: [STANDING],
    daysAfter: { on: ITSELF },
    decide: postpone,
  }),
  TakeUpItem: asked({ workers: true, decide: takeUp }),
  DropItem: asked({ workers: true, decide: drop }),
  FollowSeats: asked({ workers: true, decide: followSeats }),
};

export type MeetingCommand = CommandIn<typeof commands>;

const OPEN = ['postponement_reason', 'minutes'] as const;

/** 会議: one sitting of a council, from the plan to its published minutes (model.md 2.7). */
export const meetingKind = defineCase({
  ...meeting,
  tag: 'Councils',
  states: MEETING_STATES,
  commands,
  events: {
    MeetingPlanned: { version: 1 },
    MeetingCalled: { version: 1 },
    AgendaArranged: { version: 1 },
    MaterialsSent: { version: 1 },
    MeetingHeld: { version: 1 },
    AttendanceRecorded: { version: 1 },
    MeetingPostponed: { version: 1 },
    MinutesDrafted: { version: 1 },
    MinutesApproved: { version: 1 },
    MinutesPublished: { version: 1 },
    MeetingReseated: { version: 1 },
  },
  sees: {
    area: 'region_reading',
    secretariat: 'membership',
    chair: 'membership',
    member: 'membership',
    everyone: ['prefecture_work', 'administration'],
  },
  card: ({ on, level, startsAt }) => ({ on, level, startsAt }),
  steps: { meeting_materials: { by: ['SendMaterials'] }, meeting_minutes: { by: ['DraftMinutes'] } },
  texts: {
    templates: [MEETING_TEMPLATE, 'meeting.called', 'meeting.materials', 'meeting.postponed', 'minutes.published'],
    records: OPEN,
    open: OPEN,
  },
  lookUps: MeetingLookUps,
});
