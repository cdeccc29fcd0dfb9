import type { IssueType } from '#kernel';

/** Which kind of trouble a leak (もれ) speaks of, by its code (model.md 2.6); other codes are nobody's fault here. */
const BY_LEAK: Readonly<Record<string, IssueType>> = {
  LK01: 'rule_not_followed',
  LK04: 'unclear_contact',
  LK05: 'rule_not_followed',
  LK06: 'information_gap',
  LK07: 'information_gap',
  LK08: 'rule_not_followed',
};

export const issueTypeOfLeak = (code = 'LK01'): IssueType | undefined => BY_LEAK[code];

/** What an outcome without an assessment says of itself: 資源がない, ルールがない. */
export const issueTypeOfOutcome = (outcome: string): IssueType | undefined =>
  (({ unsolved_no_resource: 'lack_of_resource', unsolved_no_rule: 'no_rule' }) as const)[outcome];

/** The steps that a handover is made of: a late interview or conference is no leak of it. */
export const LEAK_STEPS: ReadonlySet<string> = new Set(['handover_document', 'acknowledgement']);
