import type { AreaRef, Event, IssueType, Scene, Severity } from '#kernel';
import type { SignalSource, SignalTags } from './issue-types.js';

/** 課題の兆しが出た. */
export type IssueSignalRaised = Event<
  'IssueSignalRaised',
  SignalTags & {
    source: SignalSource;
    sourceId: string;
    caseKey: string;
    key: string;
    area: AreaRef;
    severity: Severity;
    narrativeRef?: string;
  }
>;
/** 課題の兆しを取り下げた. It counts no more, as if it had never been. */
export type IssueSignalWithdrawn = Event<'IssueSignalWithdrawn', { key: string; reasonRef?: string }>;

/**
 * 分類を確かめた: what it is a sign of, as a coordinator has judged it; from now on it counts under this key. With a narrative
 * that is approved for councils, where there is one.
 */
export type IssueSignalTagged = Event<
  'IssueSignalTagged',
  { key: string; was: string; scene: Scene; issueType: IssueType; subject?: string; narrativeRef?: string }
>;

export type IssueSignalEvent = IssueSignalRaised | IssueSignalTagged | IssueSignalWithdrawn;
