import type { AreaRef, Event, LocalDate, Plan } from '#kernel';
import type { Numbered } from './agenda.js';
import type { Seats } from './council.js';
import type { Attendance } from './meeting.commands.js';

interface OfCouncil {
  readonly council: string;
}
interface When {
  readonly on: LocalDate;
  readonly startsAt: string;
  readonly place?: string;
}

/** 会議を予定した. */
export type MeetingPlanned = Event<
  'MeetingPlanned',
  OfCouncil & When & { level: string; area: AreaRef; seats: Seats; agendaCloseDays: number; materialDays: number }
>;
/** 招集した. */
export type MeetingCalled = Event<'MeetingCalled', OfCouncil & When & { plan: Plan }>;
/** 議題を並べた: the whole agenda. `dropped` are the items that are on it no more. */
export type AgendaArranged = Event<
  'AgendaArranged',
  OfCouncil & { entries: readonly Numbered[]; dropped: readonly string[]; version: number }
>;
/** 資料を事前送付した: the agenda stands. */
export type MaterialsSent = Event<'MaterialsSent', OfCouncil & { items: number }>;
/** 開催した. */
export type MeetingHeld = Event<
  'MeetingHeld',
  OfCouncil & { inWriting: boolean; attendance: readonly Attendance[]; plan: Plan }
>;
/** 出欠を記録した. */
export type AttendanceRecorded = Event<'AttendanceRecorded', OfCouncil & { attendance: readonly Attendance[] }>;
/** 延期した. */
export type MeetingPostponed = Event<
  'MeetingPostponed',
  OfCouncil & { on: LocalDate | null; reasonRef: string | null }
>;
/** 議事要旨の案を作った. */
export type MinutesDrafted = Event<'MinutesDrafted', OfCouncil & { minutesRef: string }>;
/** 議事要旨を承認した. */
export type MinutesApproved = Event<'MinutesApproved', OfCouncil & { items: readonly string[] }>;
/** 議事要旨を公表した. */
export type MinutesPublished = Event<'MinutesPublished', OfCouncil>;
/** 会議体の席が変わった. */
export type MeetingReseated = Event<'MeetingReseated', OfCouncil & { seats: Seats }>;

export type MeetingEvent =
  | MeetingPlanned
  | MeetingCalled
  | AgendaArranged
  | MaterialsSent
  | MeetingHeld
  | AttendanceRecorded
  | MeetingPostponed
  | MinutesDrafted
  | MinutesApproved
  | MinutesPublished
  | MeetingReseated;
