import type { AreaRef, Event, Instant, Plan, Scene } from '#kernel';
import type {
  ActionKind,
  Channel,
  ConsultationUrgency,
  FurtherIssue,
  IssueAssessment,
  Linked,
  Outcome,
  ReportBack,
  Side,
  Topic,
} from './consultation.commands.js';
import type { ConsultationRules } from './consultation.rules.js';
import type { Check } from './desk.rules.js';
import type { ProgramItem } from './program-item.js';

/** 相談を受け付けた. Holds the rules that the consultation keeps. `fiscalYear` is that of the call, however late it is logged (E26). */
export type ConsultationLogged = Event<
  'ConsultationLogged',
  {
    origin: 'person' | 'system';
    desk: string;
    /** サテライト窓口 that took the call for the desk (H-08). */
    satellite?: string;
    area: AreaRef;
    receivedAt: Instant;
    fiscalYear: number;
    /** 受付番号 of the desk and fiscal year, as `2025-0012`; what was logged before numbers were given has none. */
    number?: string;
    channel: Channel;
    side: Side;
    organization?: string;
    askedBy?: string;
    profession?: string;
    counterpartSide?: Side;
    patient?: string;
    scene: Scene;
    topics: readonly Topic[];
    programItem?: ProgramItem;
    urgency?: ConsultationUrgency;
    summaryRef?: string;
    callbackRef?: string;
    linked: Linked;
    /** 確認した事項: what was asked about; the answers stand nowhere here. */
    checked?: readonly Check[];
    /** 分けた元: the consultation that this was split from. */
    splitFrom?: string;
    rules: ConsultationRules;
    ruleSet: { id: string; version: number };
    plans: readonly Plan[];
  }
>;
/** 緊急度を判定した. */
export type ConsultationTriaged = Event<
  'ConsultationTriaged',
  { urgency: ConsultationUrgency; plans: readonly Plan[] }
>;
/** 対応を記録した. `noteRef` is the desk's own (内部メモ), `sharedNoteRef` is for the asker as well (共有メモ). */
export type ConsultationActionRecorded = Event<
  'ConsultationActionRecorded',
  { kind: ActionKind; minutes: number; toOrganization?: string; noteRef?: string; sharedNoteRef?: string }
>;
/** 返答待ちにした. */
export type ConsultationReplyAwaited = Event<'ConsultationReplyAwaited', { until: Instant; plans: readonly Plan[] }>;
/** つないだ. It stays with the desk that refers until the other accepts. */
export type ConsultationReferred = Event<'ConsultationReferred', { from: string; to: string; plans: readonly Plan[] }>;
/** 受けた. From now on the accepting desk owes everything. */
export type ReferralAccepted = Event<'ReferralAccepted', { from: string; desk: string; plans: readonly Plan[] }>;
/** 断った. */
export type ReferralDeclined = Event<'ReferralDeclined', { from: string; by: string; reasonRef?: string }>;
/** 回答した. The asker reads the answer; the desk's own note beside it stays with the desk. */
export type ConsultationAnswered = Event<'ConsultationAnswered', { answerRef?: string; noteRef?: string }>;
/** 終結した. Whether it shows a regional issue (地域課題) has been answered; who reports it is the asker's organization if known. */
export type ConsultationClosed = Event<
  'ConsultationClosed',
  {
    outcome: Outcome;
    issueAssessment: IssueAssessment & { narrativeRef?: string };
    furtherIssues?: readonly (FurtherIssue & { narrativeRef?: string })[];
    reporterOrganization: string;
    scene: Scene;
    topics: readonly Topic[];
  }
>;
/** 取り下げられた: the asker needs no answer any more. Nothing is owed from now on. */
export type ConsultationWithdrawn = Event<'ConsultationWithdrawn', { reasonRef?: string }>;
/** 再開した. */
export type ConsultationReopened = Event<'ConsultationReopened', { reasonRef?: string; plans: readonly Plan[] }>;
/** 関連案件と結び付けた. */
export type ConsultationLinked = Event<'ConsultationLinked', Linked & { case?: string }>;
/** 関連案件との結び付きを外した. */
export type ConsultationUnlinked = Event<'ConsultationUnlinked', { case: string }>;
/** ほかの相談にまとめた: it is a duplicate of that one, where the work goes on. Nothing is owed here from now on. */
export type ConsultationMerged = Event<'ConsultationMerged', { duplicate: string; into: string }>;
/** まとめたのを取り消した. What was owed is owed again, by the same moments. */
export type ConsultationMergeUndone = Event<
  'ConsultationMergeUndone',
  { duplicate: string; from: string; plans: readonly Plan[] }
>;
/** 別の相談に分けた. Its summary is a record of the new consultation. */
export type ConsultationSplit = Event<
  'ConsultationSplit',
  { into: string; scene: Scene; topics: readonly Topic[]; urgency?: ConsultationUrgency; summaryRef?: string }
>;

/** 相談者へ返した: what became of its issue at a council. */
export type ConsultationAnsweredElsewhere = Event<'ConsultationAnsweredElsewhere', { by: string; answerRef?: string }>;
/** 協議会での扱いを返した. */
export type ConsultationReportedBack = Event<'ConsultationReportedBack', Omit<ReportBack, 'type'>>;

export type ConsultationEvent =
  | ConsultationLogged
  | ConsultationTriaged
  | ConsultationActionRecorded
  | ConsultationReplyAwaited
  | ConsultationReferred
  | ReferralAccepted
  | ReferralDeclined
  | ConsultationAnswered
  | ConsultationClosed
  | ConsultationWithdrawn
  | ConsultationReopened
  | ConsultationLinked
  | ConsultationUnlinked
  | ConsultationMerged
  | ConsultationMergeUndone
  | ConsultationSplit
  | ConsultationReportedBack
  | ConsultationAnsweredElsewhere;
