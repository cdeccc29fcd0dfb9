import type { AreaRef, IssueType, Scene } from '#kernel';
import type { SignalSource, SignalTags } from './issue-types.js';

/** Reactions say where it comes from. A person leaves that out, and may name the municipality instead of the area. */
export interface RaiseIssueSignal extends SignalTags {
  readonly type: 'RaiseIssueSignal';
  readonly source?: SignalSource;
  readonly sourceId?: string;
  /** The same person or case counts once. */
  readonly caseKey?: string;
  readonly area?: AreaRef;
  readonly municipality?: string;
  readonly otherMunicipalities?: readonly string[];
  /** Id of a narrative that has been redacted already. */
  readonly narrativeRef?: string;
}
/** 分類を確かめる、付け直す: what a coordinator says that it is a sign of. */
export interface TagIssueSignal {
  readonly type: 'TagIssueSignal';
  readonly issueType: IssueType;
  readonly subject?: string;
  /** Left out: as it is. */
  readonly scene?: Scene;
}
export interface WithdrawIssueSignal {
  readonly type: 'WithdrawIssueSignal';
}
