import { idOf, type AreaRef, type EscalationReason, type IssueType, type Scene, type Severity } from '#kernel';

export const SIGNAL_SOURCES = [
  'consultation',
  'handover',
  'backup',
  'survey',
  'training',
  'drill',
  'indicator',
  'manual',
] as const;
/** Where a signal comes from. */
export type SignalSource = (typeof SIGNAL_SOURCES)[number];

/** Levels at which an issue can stand; a node whose tiers coincide stands as its higher one. */
export const ISSUE_LEVELS = ['municipality', 'home_care_area', 'secondary_area', 'prefecture'] as const;
export type IssueLevel = (typeof ISSUE_LEVELS)[number];

/** What signals of one trouble have in common: `scene|issueType`, or with its subject as a third part. */
export const issueKey = (scene: Scene, issueType: IssueType, subject?: string): string =>
  [scene, issueType, ...(subject ? [subject] : [])].join('|');

export const signalId = (source: SignalSource, sourceId: string, discriminator: string | number): string =>
  idOf('issue_signal', source, sourceId, discriminator);

/** One stream for each key and area: an issue that comes back is the same issue in a new episode (E18). */
export const regionalIssueId = (key: string, level: IssueLevel, areaId: string): string =>
  idOf('regional_issue', key, level, areaId);

/** One a prefecture. */
export const issueReviewId = (prefecture: string): string => idOf('issue_review', prefecture);

export interface SignalTags {
  readonly scene: Scene;
  readonly issueType: IssueType;
  readonly subject?: string;
  readonly reporterOrganization?: string;
  readonly severity?: Severity;
  readonly escalationReason?: EscalationReason;
  /** Areas that the matter touches beside its own (域をまたぐ事例). */
  readonly otherAreas?: readonly AreaRef[];
}
