import type { LocalDate } from '#kernel';
import type { AgendaEntry } from './agenda.js';
import type { Seats } from './council.js';
import type { BodyType } from './council.terms.js';

export const PRESENCES = ['present', 'proxy', 'in_writing', 'absent'] as const;
export type Presence = (typeof PRESENCES)[number];

/** 出欠: of a body, whoever came for it (requirement T-02). */
export interface Attendance {
  readonly organization: string;
  readonly body: BodyType;
  readonly presence: Presence;
}

export interface PlanMeeting {
  readonly type: 'PlanMeeting';
  readonly council: string;
  readonly on: LocalDate;
  /** "14:00". */
  readonly startsAt: string;
  readonly place?: string;
}
/** What is left out stays as it was planned. */
export interface CallMeeting {
  readonly type: 'CallMeeting';
  readonly on?: LocalDate;
  readonly startsAt?: string;
  readonly place?: string;
}
/** The whole agenda in its order, over the version that the person saw. */
export interface ArrangeAgenda {
  readonly type: 'ArrangeAgenda';
  readonly seen: number;
  readonly entries: readonly AgendaEntry[];
}
export interface SendMaterials {
  readonly type: 'SendMaterials';
}
export interface HoldMeeting {
  readonly type: 'HoldMeeting';
  readonly attendance?: readonly Attendance[];
}
export interface HoldInWriting {
  readonly type: 'HoldInWriting';
  readonly attendance?: readonly Attendance[];
}
export interface RecordAttendance {
  readonly type: 'RecordAttendance';
  readonly attendance: readonly Attendance[];
}
/** The reason lies in the personal-data store. */
export interface PostponeMeeting {
  readonly type: 'PostponeMeeting';
  readonly on?: LocalDate;
}
/** The text lies in the personal-data store. */
export interface DraftMinutes {
  readonly type: 'DraftMinutes';
}
export interface ApproveMinutes {
  readonly type: 'ApproveMinutes';
}
export interface PublishMinutes {
  readonly type: 'PublishMinutes';
}
/** An item was put on the meeting from its own page (from a reaction). */
export interface TakeUpItem {
  readonly type: 'TakeUpItem';
  readonly item: string;
}
/** An item has gone elsewhere (from a reaction). */
export interface DropItem {
  readonly type: 'DropItem';
  readonly item: string;
}
export interface FollowSeats {
  readonly type: 'FollowSeats';
  readonly seats: Seats;
}
