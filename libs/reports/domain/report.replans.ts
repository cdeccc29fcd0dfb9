import type { Duty, Instant, Opening, Plan } from '#kernel';
import { approval, decision, resubmission, submission } from './report.obligations.js';
import { BODIES, type ActivityReport } from './report.state.js';
import type { ReportRules } from './reports.rules.js';

interface Dating {
  readonly rules: ReportRules;
  readonly now: Instant;
  readonly opening: (organization: string) => Opening;
}

/** When what a report owes would be due under these rules. */
export function replans(state: ActivityReport, duty: Duty, { rules, now, opening }: Dating): readonly Plan[] {
  const { month, area, submittedAt, bodies } = state;
  const { step, instance, owedBy } = duty;
  const setting = { now, rules, area };
  const party = { organization: owedBy, opening: opening(owedBy) };
  if (step === 'report_submission')
    return [
      submission(setting, month, party),
      ...(submittedAt === undefined ? [] : [resubmission(setting, submittedAt, party)]),
    ];
  if (submittedAt === undefined) return [];
  if (step === 'report_decision') return [decision(setting, submittedAt, party, bodies.municipality)];
  const body = BODIES.find((one) => one === instance);
  return step === 'report_approval' && body ? [approval(setting, submittedAt, body, party, bodies[body])] : [];
}
