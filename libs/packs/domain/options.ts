import type { EarlierDecision } from './pack.content.js';

export interface Weighed {
  readonly key: string;
  readonly level: string;
  readonly area: string;
  /** 五つの理由 (E1–E5) among the signals. */
  readonly reasons: readonly string[];
  readonly decisions: readonly EarlierDecision[];
}

/** 課題の種類 that an agreement can mend, and such that need means which only a plan brings. */
const OF_RULES: ReadonlySet<string> = new Set(['no_rule', 'rule_not_followed', 'unclear_contact', 'role_conflict']);
const OF_MEANS: ReadonlySet<string> = new Set([
  'lack_of_resource',
  'night_cover',
  'staffing',
  'core_institution',
  'disaster',
]);

/**
 * 考えられる決め方（案） (model.md 2.7, "proposed decision options") [D]: what councils decide on trouble of this kind. A proposal of
 * the secretariat's material; the meeting decides what it will. What was tried here before and came back is for those above.
 */
export function optionsFor({ key, level, area, reasons, decisions }: Weighed): string[] {
  const issueType = key.split('|')[1] ?? '';
  const triedHere = decisions.some((one) => one.area === area && one.decision === 'adopt_measure');
  return [
    'adopt_measure',
    ...(OF_RULES.has(issueType) ? ['rule_change'] : []),
    ...(OF_MEANS.has(issueType) ? ['plan_reflect'] : []),
    ...(level !== 'prefecture' && (reasons.length > 0 || triedHere) ? ['escalate'] : []),
    'inform_only',
  ];
}
