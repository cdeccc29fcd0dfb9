import type { AreaRef, Event, IssueType, Scene } from '#kernel';
import type { IssueLevel } from './issue-types.js';
import type { AgendaProgress, Evidence, RollUpReason } from './regional-issue.commands.js';

/** An issue with its evidence, as a council needs it to draft an agenda item. */
export interface IssueFacts {
  readonly key: string;
  readonly level: IssueLevel;
  readonly areaId: string;
  readonly area: AreaRef;
  readonly episode: number;
  readonly evidence: Evidence;
  readonly children: readonly string[];
  readonly ruleSet: { readonly id: string; readonly version: number };
  readonly through: number;
}

/** 地域課題を観察した. */
export type RegionalIssueObserved = Event<'RegionalIssueObserved', IssueFacts>;
/** 地域課題が繰り返された (R0). */
export type RegionalIssueRecurred = Event<'RegionalIssueRecurred', IssueFacts>;
/** 上位圏域に集約された: from these issues below to this area. Nothing below it where one signal came here directly. */
export type RegionalIssueRolledUp = Event<
  'RegionalIssueRolledUp',
  IssueFacts & { from: readonly string[]; to: string; because: readonly RollUpReason[] }
>;
/** 再発した: after a closing the measures had no effect (対策の効果なし); after a dismissal there were none. */
export type RegionalIssueReopened = Event<'RegionalIssueReopened', IssueFacts & { ineffective: boolean }>;
/** 根拠が変わった: later signals attach, withdrawn ones go. */
export type RegionalIssueEvidenceChanged = Event<'RegionalIssueEvidenceChanged', IssueFacts>;
/** 休眠: nothing has been heard of it for long, or nothing of it is left. */
export type RegionalIssueDormant = Event<'RegionalIssueDormant', { key: string }>;
/** 議題案になった. */
export type RegionalIssueDrafted = Event<'RegionalIssueDrafted', { agendaItem: string }>;
/** 協議が進んだ: on the agenda, decided, acted upon, watched. */
export type RegionalIssueAdvanced = Event<
  'RegionalIssueAdvanced',
  { to: Exclude<AgendaProgress, 'DRAFTED'>; agendaItem: string }
>;
/** 取り上げないことにした. */
export type RegionalIssueDismissed = Event<'RegionalIssueDismissed', { key: string; reasonRef: string }>;
/** 終結した: its episode ends. */
export type RegionalIssueClosed = Event<'RegionalIssueClosed', { key: string; episode: number }>;

/** 統合した: its signals, those to come as well, count for the other in its area. */
export type RegionalIssueMerged = Event<
  'RegionalIssueMerged',
  { key: string; into: string; intoKey: string; reasonRef?: string; follows?: true }
>;
/** 統合を取り消した: its signals count for itself again. */
export type RegionalIssueUnmerged = Event<
  'RegionalIssueUnmerged',
  { key: string; from: string; reasonRef?: string; follows?: true }
>;
/** 分けた: these signals count as another trouble. */
export type RegionalIssueSplit = Event<
  'RegionalIssueSplit',
  {
    key: string;
    intoKey: string;
    scene: Scene;
    issueType: IssueType;
    subject?: string;
    signals: readonly string[];
    reasonRef: string;
  }
>;

export type RegionalIssueEvent =
  | RegionalIssueObserved
  | RegionalIssueRecurred
  | RegionalIssueRolledUp
  | RegionalIssueReopened
  | RegionalIssueEvidenceChanged
  | RegionalIssueDormant
  | RegionalIssueDrafted
  | RegionalIssueAdvanced
  | RegionalIssueDismissed
  | RegionalIssueMerged
  | RegionalIssueUnmerged
  | RegionalIssueSplit
  | RegionalIssueClosed;
