import type { AreaRef, Event, Severity } from '#kernel';
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

export type IssueSignalEvent = IssueSignalRaised | IssueSignalWithdrawn;
