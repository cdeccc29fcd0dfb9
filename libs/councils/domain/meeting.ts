import {
  dateIn,
  EVERYBODY,
  planned,
  settled,
  unreachable,
  type AreaRef,
  type Bearings,
  type Duties,
  type Earlier,
  type Instant,
  type LocalDate,
  type Notice,
} from '#kernel';
import type { Numbered } from './agenda.js';
import { relationsOfSeats, type Seats } from './council.js';
import type { Attendance } from './meeting.commands.js';
import type { MeetingEvent } from './meeting.events.js';
import { MATERIALS, membersOf, MINUTES } from './meeting.obligations.js';
import type { MeetingSeen } from './decide/schedule.js';

export const MEETING_STATES = [
  'PLANNED',
  'CALLED',
  'MATERIALS_SENT',
  'HELD',
  'HELD_IN_WRITING',
  'POSTPONED',
  'MINUTES_DRAFTED',
  'MINUTES_APPROVED',
  'PUBLISHED',
] as const;
export type MeetingStatus = (typeof MEETING_STATES)[number];

/** 会議: one sitting of a council (model.md 2.7). */
export interface Meeting {
  readonly council: string;
  readonly level: string;
  readonly area: AreaRef;
  readonly seats: Seats;
  readonly status: MeetingStatus;
  /** Since when, in the world. */
  readonly statusSince: Instant;
  readonly on: LocalDate;
  readonly startsAt: string;
  readonly place?: string;
  readonly inWriting: boolean;
  readonly agendaCloseDays: number;
  readonly materialDays: number;
  readonly agenda: readonly Numbered[];
  /** Counts how often it was arranged. */
  readonly agendaVersion: number;
  readonly attendance: readonly Attendance[];
  readonly minutesRef?: string;
  readonly duties: Duties;
}

export type State = Meeting | null;

/** 時の順. */
export const STANDING: Earlier<Meeting> = {
  ja: '会議が今の状態になった時',
  en: 'the moment at which the meeting came to its present state',
  at: ({ statusSince }) => statusSince,
};
export const ITS_DAY: Earlier<Meeting> = { ja: '会議の日', en: 'the day of the meeting', at: ({ on }) => on };

const FROZEN: readonly MeetingStatus[] = [
  'MATERIALS_SENT',
  'HELD',
  'HELD_IN_WRITING',
  'MINUTES_DRAFTED',
  'MINUTES_APPROVED',
  'PUBLISHED',
];
const DECIDES: readonly MeetingStatus[] = ['HELD', 'HELD_IN_WRITING', 'MINUTES_DRAFTED'];

/** What its items need to know of it. */
export const seenByItems = (id: string, { council, on, status, agendaCloseDays }: Meeting): MeetingSeen => ({
  id,
  council,
  on,
  agendaCloseDays,
  frozen: FROZEN.includes(status),
  decides: DECIDES.includes(status),
});

function evolve(state: State, { type, payload }: MeetingEvent, occurredAt: Instant): State {
  if (type === 'MeetingPlanned')
    return {
      ...payload,
      status: 'PLANNED',
      statusSince: occurredAt,
      inWriting: false,
      agenda: [],
      agendaVersion: 0,
      attendance: [],
      duties: {},
    };
  if (!state) throw new Error(`${type} before MeetingPlanned`);
  const now = (status: MeetingStatus) => ({ status, statusSince: occurredAt });
  switch (type) {
    case 'MeetingCalled': {
      const { on, startsAt, place, plan } = payload;
      const duties = planned(state.duties, [plan]);
      return { ...state, ...now('CALLED'), on, startsAt, duties, ...(place !== undefined && { place }) };
    }
    case 'AgendaArranged':
      return { ...state, agenda: payload.entries, agendaVersion: payload.version };
    case 'MaterialsSent':
      return { ...state, ...now('MATERIALS_SENT'), duties: settled(state.duties, 'met', MATERIALS) };
    case 'MeetingHeld': {
      const { inWriting, attendance, plan } = payload;
      // Materials that were never sent are owed no longer once the meeting is held.
      const duties = planned(settled(state.duties, 'cancelled', MATERIALS), [plan]);
      // Letters need no day to be waited for: what is asked by them is decided from then on.
      const on = inWriting && dateIn(occurredAt) < state.on ? dateIn(occurredAt) : state.on;
      return { ...state, ...now(inWriting ? 'HELD_IN_WRITING' : 'HELD'), on, inWriting, attendance, duties };
    }
    case 'AttendanceRecorded':
      return { ...state, attendance: payload.attendance };
    case 'MeetingPostponed': {
      const duties = settled(state.duties, 'cancelled', MATERIALS);
      return { ...state, ...now('POSTPONED'), duties, ...(payload.on !== null && { on: payload.on }) };
    }
    case 'MinutesDrafted':
      return {
        ...state,
        ...now('MINUTES_DRAFTED'),
        minutesRef: payload.minutesRef,
        duties: settled(state.duties, 'met', MINUTES),
      };
    case 'MinutesApproved':
      return { ...state, ...now('MINUTES_APPROVED') };
    case 'MinutesPublished':
      return { ...state, ...now('PUBLISHED') };
    case 'MeetingReseated':
      return { ...state, seats: payload.seats };
    default:
      return unreachable(type);
  }
}

const TOLD: Partial<Record<MeetingEvent['type'], string>> = {
  MeetingCalled: 'meeting.called',
  MaterialsSent: 'meeting.materials',
  MeetingPostponed: 'meeting.postponed',
  MinutesPublished: 'minutes.published',
};

/** Members and chairs are told of what concerns them (招集・資料・延期・要旨). */
const notices = (events: readonly MeetingEvent[], state: State): Notice[] =>
  events.flatMap(({ type }) => {
    const template = TOLD[type];
    return state && template !== undefined ? [{ template, to: membersOf(state.seats) }] : [];
  });

export const meeting = {
  kind: 'meeting',
  stateVersion: 1,
  initial: null as State,
  evolve,
  notices,
  bearings: (state: State): Bearings =>
    state
      ? {
          area: state.area,
          relations: {
            ...relationsOfSeats(state.seats),
            prefecture: state.level === 'prefecture' ? [EVERYBODY] : [],
          },
        }
      : {},
  status: (state: State): string => state?.status ?? 'UNKNOWN',
};
