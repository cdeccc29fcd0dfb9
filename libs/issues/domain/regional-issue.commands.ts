import type { AreaRef, Instant, IssueType, Scene } from '#kernel';
import type { IssueLevel } from './issue-types.js';

/** What speaks for an issue (根拠), as counts. Which signals stand behind them, `SignalsOf` answers. */
export interface Evidence {
  readonly signals: number;
  readonly distinctCases: number;
  readonly distinctOrganizations: number;
  readonly municipalities: number;
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
}

/** Why an issue stands at an upper area (上位圏域に上げた理由). */
export type RollUpReason =
  'several_municipalities' | 'several_home_care_areas' | 'crosses_areas' | 'escalation_reason' | 'council_escalated';

/** What the signals say of one key at one node; the whole of it, each time. */
export interface WantedIssue {
  readonly id: string;
  readonly key: string;
  readonly level: IssueLevel;
  readonly areaId: string;
  readonly area: AreaRef;
  readonly episode: number;
  /** `none`: it stands already, and this only brings its evidence up to date. */
  readonly reached: 'none' | 'observed' | 'recurrent' | 'rolled_up';
  readonly because: readonly RollUpReason[];
  readonly children: readonly string[];
  readonly evidence: Evidence;
  readonly dormant: boolean;
  readonly ruleSet: { readonly id: string; readonly version: number };
}

export interface RecordIssue {
  readonly type: 'RecordIssue';
  readonly wanted: WantedIssue;
  /** How far the log had been counted: what a replay says later of an earlier time changes nothing. */
  readonly through: number;
}

export const AGENDA_PROGRESS = ['DRAFTED', 'ON_AGENDA', 'DECIDED', 'ACTIONING', 'MONITORING'] as const;
export type AgendaProgress = (typeof AGENDA_PROGRESS)[number];

/** The council's agenda item has moved on (from a reaction). */
export interface FollowAgenda {
  readonly type: 'FollowAgenda';
  readonly to: AgendaProgress;
  readonly agendaItem: string;
}

/** 統合する: it is the same trouble as another issue of the same area. The reason lies in the personal-data store. */
export interface MergeIssue {
  readonly type: 'MergeIssue';
  readonly into: string;
}
/** 統合を取り消す. */
export interface UnmergeIssue {
  readonly type: 'UnmergeIssue';
}
/** The issue of the area around it has been merged, or no longer is (from the roll-up). */
export interface FollowMerge {
  readonly type: 'FollowMerge';
  /** Left out: it is undone. */
  readonly into?: { readonly issue: string; readonly key: string };
}
/** 分ける: some of its signals are signs of another trouble. The reason lies in the personal-data store. */
export interface SplitIssue {
  readonly type: 'SplitIssue';
  readonly signals: readonly string[];
  readonly issueType: IssueType;
  readonly subject?: string;
  /** Left out: as it is. */
  readonly scene?: Scene;
}
