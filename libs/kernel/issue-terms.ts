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

export const ESCALATION_REASONS = ['E1', 'E2', 'E3', 'E4', 'E5'] as const;
/** The five reasons for which a matter goes to the secondary area at once (二次医療圏へ上げる5つの理由). */
export type EscalationReason = (typeof ESCALATION_REASONS)[number];

/** Name of the rules that say how few cases are kept back (秘匿), for packs and the register alike. */
export const DISCLOSURE_CONTEXT = 'packs';

export const SEVERITIES = [1, 2, 3] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * What sets an issue apart from others of its scene and type (課題を分けるもの). It is part of the key and so stands in every
 * event: a code, never free text, in which a name could hide.
 */
export const ISSUE_SUBJECT = /^[a-z][a-z0-9_]{0,39}$/;
