import type { EscalationReason, Instant, IssueType, Scene, Severity } from '#kernel';
import type { SignalSource } from './issue-types.js';

/** 課題の兆し as it is counted: codes and ids, of the event that raised it. */
export interface SignalSeen {
  readonly id: string;
  readonly source: SignalSource;
  readonly scene: Scene;
  readonly issueType: IssueType;
  readonly subject: string | null;
  readonly municipality: string;
  readonly otherMunicipalities: readonly string[];
  /** The same person or case counts once. */
  readonly caseKey: string;
  /** Id of the organization that reported it. */
  readonly reporter: string | null;
  readonly severity: Severity;
  readonly escalationReason: EscalationReason | null;
  readonly occurredAt: Instant;
  /** Since when it has been known under this key. */
  readonly recordedAt: Instant;
  /** Of the event that raised it. */
  readonly position: number;
}
