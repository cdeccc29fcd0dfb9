import {
  dateIn,
  DomainError,
  forbidden,
  invalidInput,
  plusDays,
  recordOf,
  type AreaRef,
  type Circumstances,
  type Opening,
} from '#kernel';
import { agendaChanged, faultsOfAgenda, numbered, type AgendaEntry } from '../agenda.js';
import type { AgendaRules } from '../agenda.rules.js';
import type { Seats } from '../council.js';
import type {
  ArrangeAgenda,
  Attendance,
  CallMeeting,
  DropItem,
  FollowSeats,
  HoldInWriting,
  HoldMeeting,
  PlanMeeting,
  PostponeMeeting,
  RecordAttendance,
  TakeUpItem,
} from '../meeting.commands.js';
import type { MeetingEvent } from '../meeting.events.js';
import { MATERIALS, materialsOn, MINUTES, owedToMeeting } from '../meeting.obligations.js';
import type { Meeting, State } from '../meeting.js';

export interface Planning {
  readonly seats: Seats;
  readonly level: string;
  readonly area: AreaRef;
  readonly agendaCloseDays: number;
  readonly materialDays: number;
  /** Whether the person stands at that council. */
  readonly isOwn: boolean;
}

/** 会議を予定する. */
export function plan(
  { council, on, startsAt, place }: PlanMeeting,
  _none: State,
  { found: { isOwn, ...of } }: Circumstances<Planning>,
): MeetingEvent[] {
  if (!isOwn)
    throw forbidden(
      '会議を予定できるのは、その会議体の事務局と、圏域の担当者です。',
      'Meetings are planned by the secretariat of the council and the officers of its areas.',
    );
  return [{ type: 'MeetingPlanned', payload: { council, on, startsAt, ...of, ...(place !== undefined && { place }) } }];
}

/** For what the secretariat then owes. */
export interface Convening {
  readonly opening: Opening;
  readonly rules: AgendaRules;
}

export function call(
  { on, startsAt, place }: CallMeeting,
  { council, seats, area, materialDays, ...before }: Meeting,
  { found: { opening }, now }: Circumstances<Convening>,
): MeetingEvent[] {
  const day = on ?? before.on;
  const at = place ?? before.place;
  return [
    {
      type: 'MeetingCalled',
      payload: {
        council,
        on: day,
        startsAt: startsAt ?? before.startsAt,
        ...(at !== undefined && { place: at }),
        plan: owedToMeeting(MATERIALS, materialsOn(day, materialDays), { seats, area, opening, now }),
      },
    },
  ];
}

/** What is known of the items that an agenda names: those of its council that can be put on it. */
export interface Arranging {
  readonly free: readonly string[];
}

/** 議題を並べる. Whoever saw another agenda than there is now looks again: what somebody else added is not lost. */
export function arrange(
  { seen, entries }: ArrangeAgenda,
  { council, agenda, agendaVersion }: Meeting,
  { found: { free } }: Circumstances<Arranging>,
): MeetingEvent[] {
  if (seen !== agendaVersion) throw agendaChanged();
  const faults = faultsOfAgenda(entries);
  const here = new Set(agenda.map(({ item }) => item));
  const strangers = entries.flatMap(({ item }, i) =>
    here.has(item) || free.includes(item)
      ? []
      : [
          {
            path: `entries[${i}].item`,
            code: 'not_there',
            ja: 'この議題は、この会議体のものでないか、ほかの会議に載っているか、決定済みです。',
            en: 'This item is of another council, on another meeting, or decided.',
          },
        ],
  );
  if (faults.length + strangers.length > 0)
    throw new DomainError(
      'invalid',
      'invalid_input',
      '議題の並びに誤りがあります。項目を直してください。',
      'The agenda is wrong. Mend the entries named.',
      [...faults, ...strangers],
    );
  return arranged(council, agenda, entries, agendaVersion);
}

function arranged(
  council: string,
  before: readonly AgendaEntry[],
  entries: readonly AgendaEntry[],
  version: number,
): MeetingEvent[] {
  const after = numbered(entries);
  if (JSON.stringify(after.map(sorted)) === JSON.stringify(before.map(sorted))) return [];
  const kept = new Set(entries.map(({ item }) => item));
  const dropped = before.flatMap(({ item }) => (kept.has(item) ? [] : [item]));
  return [{ type: 'AgendaArranged', payload: { council, entries: after, dropped, version: version + 1 } }];
}

const sorted = (entry: object) => Object.entries(entry).toSorted(([a], [b]) => a.localeCompare(b));

/** A late one that was allowed comes last. */
export const takeUp = ({ item }: TakeUpItem, { council, agenda, agendaVersion }: Meeting): MeetingEvent[] =>
  agenda.some((entry) => entry.item === item) ? [] : arranged(council, agenda, [...agenda, { item }], agendaVersion);

/** What stood below it moves up. */
export const drop = ({ item }: DropItem, { council, agenda, agendaVersion }: Meeting): MeetingEvent[] =>
  arranged(
    council,
    agenda,
    agenda
      .filter((entry) => entry.item !== item)
      .map(({ parent, minutes, item: each }) => ({
        item: each,
        ...(parent !== undefined && parent !== item && { parent }),
        ...(minutes !== undefined && { minutes }),
      })),
    agendaVersion,
  );

export function sendMaterials(_command: object, { council, agenda }: Meeting): MeetingEvent[] {
  if (agenda.length === 0)
    throw new DomainError(
      'conflict',
      'agenda_empty',
      '議題がまだ一つもありません。議題を載せてから資料を送ってください。',
      'There is nothing on the agenda yet. Put items on it before the materials are sent.',
    );
  return [{ type: 'MaterialsSent', payload: { council, items: agenda.length } }];
}

/** 開催する, around a table or by letter (書面開催). */
export const hold =
  (inWriting: boolean) =>
  (
    { attendance = [] }: HoldMeeting | HoldInWriting,
    { council, seats, area }: Meeting,
    { found: { opening, rules }, now, occurredAt }: Circumstances<Convening>,
  ): MeetingEvent[] => {
    mustBeMembers(attendance, seats);
    const due = plusDays(dateIn(occurredAt), rules.minutesDays);
    return [
      {
        type: 'MeetingHeld',
        payload: { council, inWriting, attendance, plan: owedToMeeting(MINUTES, due, { seats, area, opening, now }) },
      },
    ];
  };

export function recordAttendance(
  { attendance }: RecordAttendance,
  { council, seats, attendance: before }: Meeting,
): MeetingEvent[] {
  mustBeMembers(attendance, seats);
  return JSON.stringify(attendance.map(sorted)) === JSON.stringify(before.map(sorted))
    ? []
    : [{ type: 'AttendanceRecorded', payload: { council, attendance } }];
}

/** 出欠 is that of bodies with a seat, each once. */
function mustBeMembers(attendance: readonly Attendance[], { members }: Seats): void {
  const keyOf = ({ organization, body }: { organization: string; body: string }) => `${organization} ${body}`;
  const keys = attendance.map(keyOf);
  const known = new Set(members.map(keyOf));
  const wrong = keys.findIndex((key, i) => !known.has(key) || keys.indexOf(key) !== i);
  if (wrong >= 0)
    throw invalidInput(
      `attendance[${wrong}]`,
      'この団体は委員でないか、二度挙がっています。',
      'This body has no seat, or is there twice.',
    );
}

export const postpone = (
  { on }: PostponeMeeting,
  { council }: Meeting,
  { records }: Circumstances<unknown>,
): MeetingEvent[] => [
  {
    type: 'MeetingPostponed',
    payload: { council, on: on ?? null, reasonRef: records['postponement_reason'] ?? null },
  },
];

export const draftMinutes = (
  _command: object,
  { council }: Meeting,
  { records }: Circumstances<unknown>,
): MeetingEvent[] => [{ type: 'MinutesDrafted', payload: { council, minutesRef: recordOf(records, 'minutes') } }];

export const approveMinutes = (_command: object, { council, agenda }: Meeting): MeetingEvent[] => [
  { type: 'MinutesApproved', payload: { council, items: agenda.map(({ item }) => item) } },
];

export const publishMinutes = (_command: object, { council }: Meeting): MeetingEvent[] => [
  { type: 'MinutesPublished', payload: { council } },
];

export const followSeats = ({ seats }: FollowSeats, { council, seats: before }: Meeting): MeetingEvent[] =>
  JSON.stringify(before) === JSON.stringify(seats) ? [] : [{ type: 'MeetingReseated', payload: { council, seats } }];
