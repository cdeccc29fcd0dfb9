import { dateIn, DomainError, invalidInput, plusDays, type Circumstances, type LocalDate } from '#kernel';
import type { PutOnMeeting, ScheduleAgendaItem, TakeOffMeeting } from '../agenda-item.commands.js';
import type { AgendaItemEvent } from '../agenda-item.events.js';
import type { AgendaItem } from '../agenda-item.state.js';

/** A meeting as an item sees it. */
export interface MeetingSeen {
  readonly id: string;
  readonly council: string;
  readonly on: LocalDate;
  /** 資料を送った後: its agenda stands. */
  readonly frozen: boolean;
  /** Whether it has begun, or is held in writing, and its minutes are not approved yet. */
  readonly decides: boolean;
  readonly agendaCloseDays: number;
}

export interface Scheduling {
  /** The meeting that is asked for, and the one that the item is on. */
  readonly wanted?: MeetingSeen;
  readonly present?: MeetingSeen;
}

export function schedule(
  { meeting, meetingOn, addLate = false }: ScheduleAgendaItem,
  state: AgendaItem,
  { found, occurredAt }: Circumstances<Scheduling>,
): AgendaItemEvent[] {
  const { status, issue } = state;
  const wanted = meeting === undefined ? undefined : mustTake(found.wanted, state, addLate, dateIn(occurredAt));
  const on = wanted?.on ?? meetingOn;
  if (on === undefined)
    throw invalidInput(
      'meeting',
      '会議か、会議の日を指定してください。',
      'Give the meeting, or the day of the meeting.',
    );
  if (status === 'SCHEDULED' && state.meeting === meeting && state.meetingOn === on) return [];
  if (found.present?.frozen) throw frozen();
  const late = wanted !== undefined && isClosed(wanted, dateIn(occurredAt));
  return [
    {
      type: 'AgendaItemScheduled',
      payload: {
        issue,
        meetingOn: on,
        ...(meeting !== undefined && { meeting }),
        ...(state.meeting !== undefined && state.meeting !== meeting && { movedFrom: state.meeting }),
        ...(late && { late }),
      },
    },
  ];
}

/** @throws invalid_input, materials_frozen, agenda_closed */
function mustTake(
  wanted: MeetingSeen | undefined,
  { council, meeting }: AgendaItem,
  addLate: boolean,
  on: LocalDate,
): MeetingSeen {
  if (wanted?.council !== council)
    throw invalidInput(
      'meeting',
      'この議題の会議体の会議ではありません。一覧から選び直してください。',
      'This is no meeting of the council of the item. Choose from the list again.',
    );
  if (meeting === wanted.id) return wanted;
  if (wanted.frozen) throw frozen();
  if (!addLate && isClosed(wanted, on)) throw closed(wanted);
  return wanted;
}

const isClosed = ({ on, agendaCloseDays }: MeetingSeen, today: LocalDate): boolean =>
  today > plusDays(on, -agendaCloseDays);

/** 資料を送った後は議題を動かせない. */
const frozen = () => {
  const ja = '資料を送った後の会議の議題は動かせません。会議を延期するか、次の会議に載せてください。';
  const en = 'The materials of this meeting have been sent: its agenda stands. Postpone it, or take the next meeting.';
  return new DomainError('conflict', 'materials_frozen', ja, en, [
    { path: 'meeting', code: 'materials_frozen', ja, en },
  ]);
};

const closed = ({ on, agendaCloseDays }: MeetingSeen) => {
  const day = plusDays(on, -agendaCloseDays);
  const ja = `この会議の議題は${day}に締め切りました。追加議題として載せるか、次の会議に載せてください。`;
  const en = `The agenda of this meeting closed on ${day}. Add it as a late item, or take the next meeting.`;
  return new DomainError('conflict', 'agenda_closed', ja, en, [{ path: 'meeting', code: 'agenda_closed', ja, en }]);
};

const BEFORE_DECISION: readonly string[] = ['DRAFTED', 'POSITIONED', 'SCHEDULED'];

/** Where the meeting's agenda puts it. What has been decided stays where it was decided. */
export function putOn({ meeting, meetingOn, number }: PutOnMeeting, state: AgendaItem): AgendaItemEvent[] {
  const { status, issue } = state;
  if (!BEFORE_DECISION.includes(status)) return [];
  if (state.meeting === meeting && state.meetingOn === meetingOn && state.number === number && status === 'SCHEDULED')
    return [];
  // It has been moved elsewhere meanwhile.
  if (status === 'SCHEDULED' && state.meeting !== meeting && number !== undefined) return [];
  return [
    {
      type: 'AgendaItemScheduled',
      payload: { issue, meetingOn, meeting, ...(number !== undefined && { number }) },
    },
  ];
}

export const takeOff = ({ meeting }: TakeOffMeeting, { status, issue, meeting: on }: AgendaItem): AgendaItemEvent[] =>
  on === meeting && (status === 'SCHEDULED' || status === 'DISCUSSED')
    ? [{ type: 'AgendaItemTakenOff', payload: { issue, meeting } }]
    : [];
