import { idOf, type AreaRef, type Scene } from '#kernel';

/** 課題の種類 (model.md 2.6). */
export const ISSUE_TYPES = [
  'lack_of_resource',
  'night_cover',
  'no_rule',
  'rule_not_followed',
  'unclear_contact',
  'information_gap',
  'form_ict',
  'role_conflict',
  'skill',
  'resident_understanding',
  'cost_fee',
  'supply',
  'core_institution',
  'pathway',
  'disaster',
  'staffing',
  'other',
] as const;
export type IssueType = (typeof ISSUE_TYPES)[number];

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

export const ESCALATION_REASONS = ['E1', 'E2', 'E3', 'E4', 'E5'] as const;
/** The five reasons for which a matter goes to the secondary area at once (二次医療圏へ上げる5つの理由). */
export type EscalationReason = (typeof ESCALATION_REASONS)[number];

export const SEVERITIES = [1, 2, 3] as const;
export type Severity = (typeof SEVERITIES)[number];

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
