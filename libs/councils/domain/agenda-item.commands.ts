import { idOf, type AreaRef, type LocalDate } from '#kernel';
import type { BodyType, Category } from './council.terms.js';
import type { Seats } from './council.js';
import type { Effect } from './effect.js';

/** Every node of the area tree has its council (協議会) from the start; it needs no founding (scenarios/README.md). */
export const councilId = (areaId: string): string => idOf('council', areaId);

/** One item for each episode of an issue. */
export const agendaItemId = (issue: string, episode: number): string => idOf('agenda_item', issue, episode);

export const DECISIONS = [
  'adopt_measure',
  'continue_next',
  'escalate',
  'forward_other_body',
  'inform_only',
  'rule_change',
  'plan_reflect',
  'reject',
] as const;
/** 協議結果 (model.md 2.7). */
export type Decision = (typeof DECISIONS)[number];

export const STANCES = ['agree', 'agree_with_conditions', 'oppose', 'undecided', 'no_reply'] as const;
/** 団体の立場, as it was heard before the meeting (根回し). That a body has not answered is an answer, too (requirement T-04). */
export type Stance = (typeof STANCES)[number];

/** What speaks for the item, as counts: no ids of persons, no names. */
export interface EvidenceCounts {
  readonly signals: number;
  readonly distinctCases: number;
  readonly distinctOrganizations: number;
  readonly municipalities: number;
}

/** Evidence, with the issues below that it was gathered from (下位の課題). */
export interface Gathered {
  readonly evidence: EvidenceCounts;
  readonly children: readonly string[];
}

export interface DraftAgendaItem extends Gathered {
  readonly type: 'DraftAgendaItem';
  readonly level: string;
  readonly areaId: string;
  readonly area: AreaRef;
  readonly issue: string;
  readonly episode: number;
  readonly key: string;
  /** The council that it was forwarded to; left out: the one that its area has. */
  readonly council?: string;
  /** The items that it comes from, the nearest last (由来). */
  readonly origins?: readonly string[];
  readonly titleRef?: string;
}
/** 議題を提案する: without an issue. The title lies in the personal-data store. */
export interface ProposeAgendaItem {
  readonly type: 'ProposeAgendaItem';
  readonly council: string;
  readonly category: Category;
}
/** Until it is on the agenda, a draft shows what the issue has come to (根拠資料 is frozen with the material). */
export interface UpdateEvidence extends Gathered {
  readonly type: 'UpdateEvidence';
}
/** 議題案を取り下げる: what was proposed is no longer wanted. The reason lies in the personal-data store. */
export interface DropAgendaItem {
  readonly type: 'DropAgendaItem';
}
/** Its issue has been judged to be nothing, has ended, or is part of another (from a reaction). */
export interface FollowIssueEnd {
  readonly type: 'FollowIssueEnd';
  readonly because: Exclude<DroppedBecause, 'proposal'>;
}
export const DROPPED_BECAUSE = ['dismissed', 'closed', 'merged', 'proposal'] as const;
export type DroppedBecause = (typeof DROPPED_BECAUSE)[number];
export interface CategorizeAgendaItem {
  readonly type: 'CategorizeAgendaItem';
  readonly category: Category;
}
/** 事務局メモ: the text lies in the personal-data store. */
export interface WriteAgendaNote {
  readonly type: 'WriteAgendaNote';
}
/** What was said beside it lies in the personal-data store. */
export interface RecordBodyPosition {
  readonly type: 'RecordBodyPosition';
  readonly organization: string;
  readonly body: BodyType;
  readonly stance: Stance;
}
export interface ConcludePositions {
  readonly type: 'ConcludePositions';
}
export interface ScheduleAgendaItem {
  readonly type: 'ScheduleAgendaItem';
  /** One of the two: a meeting of its council, or the day of one that nobody has planned here. */
  readonly meeting?: string;
  readonly meetingOn?: LocalDate;
  /** 追加議題: after the agenda has closed. */
  readonly addLate?: boolean;
}
/** The meeting's agenda says where the item stands on it (from a reaction). */
export interface PutOnMeeting {
  readonly type: 'PutOnMeeting';
  readonly meeting: string;
  readonly meetingOn: LocalDate;
  readonly number?: string;
}
/** It is no longer on the meeting's agenda (from a reaction). */
export interface TakeOffMeeting {
  readonly type: 'TakeOffMeeting';
  readonly meeting: string;
}
/** What was said lies in the personal-data store. */
export interface DiscussAgendaItem {
  readonly type: 'DiscussAgendaItem';
}
/** ルールの改定, as it was agreed. */
export interface RuleChange {
  readonly context: string;
  readonly effectiveFrom: LocalDate;
  readonly values: Readonly<Record<string, unknown>>;
}
/** The reason lies in the personal-data store. */
export interface DecideAgendaItem {
  readonly type: 'DecideAgendaItem';
  readonly decision: Decision;
  /** Of `forward_other_body`: the council that it goes to. */
  readonly toCouncil?: string;
  /** Of `rule_change`. */
  readonly rule?: RuleChange;
}
/** What is to be done lies in the personal-data store. */
export interface AssignAction {
  readonly type: 'AssignAction';
  readonly ownerOrganization: string;
  readonly dueOn: LocalDate;
  /** 効果を確かめる日. Left out: the longest window after the due day, where there are signals to be counted [D]. */
  readonly checkOn?: LocalDate;
  /** At most so many signals of the same key in the window after it. */
  readonly target?: number;
}
/** The report lies in the personal-data store. */
export interface CompleteAction {
  readonly type: 'CompleteAction';
  readonly action: string;
}
/** Left out: what the numbers say. */
export interface CheckEffect {
  readonly type: 'CheckEffect';
  readonly action: string;
  readonly effect?: Effect;
}
/** Nobody has judged it: the numbers do (when it is due). */
export interface JudgeEffect {
  readonly type: 'JudgeEffect';
  readonly instance: string;
}
/** Who sits at its council has changed (from a reaction). */
export interface FollowCouncil {
  readonly type: 'FollowCouncil';
  readonly seats: Seats;
}
/** Whoever had reported the trouble has been told (from a reaction). */
export interface NoteContributorsTold {
  readonly type: 'NoteContributorsTold';
  /** What they were told: a code of the consultations'. */
  readonly news: string;
  readonly contributors: number;
  /** Of them by a message; of the others their desks have heard, which can telephone. */
  readonly byMessage: number;
  /** Days from the report to this, of the one in the middle. */
  readonly days: number;
}
