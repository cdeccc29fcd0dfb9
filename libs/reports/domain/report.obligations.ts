import {
  chaseLadder,
  closingOn,
  dateIn,
  openOnOrAfter,
  plusDays,
  plusOpenDays,
  type Addressee,
  type AreaRef,
  type Instant,
  type LocalDate,
  type Plan,
} from '#kernel';
import { lastDayOf, type Month } from './month.js';
import type { Body, Party } from './report.state.js';
import type { ReportRules } from './reports.rules.js';

export const CHASE_TEMPLATE = 'report.chase';

export interface Setting {
  readonly now: Instant;
  readonly rules: ReportRules;
  readonly area: AreaRef;
}

/** Those who write a desk's report: its coordinators, or the base where it is the desk. */
export const ofDesk = (organization: string): readonly Addressee[] => [
  { role: 'coordinator', organization },
  { role: 'base_secretariat', organization },
];

/** Those who approve for a body. */
export const ofBody = (body: Body, organizations: readonly string[]): readonly Addressee[] =>
  organizations.map((organization) => ({
    role: body === 'municipality' ? 'municipal_ltc_officer' : 'medical_association',
    organization,
  }));

const chased = (
  { now, rules, area }: Setting,
  step: string,
  on: LocalDate,
  { organization, opening }: Party,
  to: readonly Addressee[],
): Plan => {
  const dueAt = closingOn(on, opening);
  return {
    step,
    owedBy: organization,
    dueAt,
    urgency: 'routine',
    template: CHASE_TEMPLATE,
    rungs: chaseLadder(
      { dueAt, now, opening, offsets: rules.chaseOffsets.map((businessDays, i) => ({ level: i + 1, businessDays })) },
      { 1: to, 2: [{ role: 'base_secretariat', kind: 'cooperation_base', area }] },
    ),
  };
};

/** 提出: on the n-th business day of the month after. */
export const submission = (setting: Setting, month: Month, desk: Party): Plan =>
  chased(
    setting,
    'report_submission',
    plusOpenDays(lastDayOf(month), setting.rules.submissionBusinessDay, desk.opening),
    desk,
    ofDesk(desk.organization),
  );

/** 差し戻し後の再提出. */
export const resubmission = (setting: Setting, from: Instant, desk: Party): Plan =>
  chased(
    setting,
    'report_submission',
    plusOpenDays(dateIn(from), setting.rules.resubmissionBusinessDays, desk.opening),
    desk,
    ofDesk(desk.organization),
  );

/** 承認, and the moment at which the municipality is to decide if it has not come. */
export function approval(
  setting: Setting,
  from: Instant,
  body: Body,
  party: Party,
  organizations: readonly string[],
): Plan {
  const { approvalBusinessDays, deadlockDays } = setting.rules;
  const on = plusOpenDays(dateIn(from), approvalBusinessDays, party.opening);
  const over = openOnOrAfter(plusDays(dateIn(from), deadlockDays), party.opening);
  return {
    ...chased(setting, 'report_approval', on, party, ofBody(body, organizations)),
    instance: body,
    actAt: closingOn(over, party.opening),
  };
}

/** 市町村の決定. */
export const decision = (setting: Setting, from: Instant, party: Party, organizations: readonly string[]): Plan =>
  chased(
    setting,
    'report_decision',
    plusOpenDays(dateIn(from), setting.rules.decisionBusinessDays, party.opening),
    party,
    ofBody('municipality', organizations),
  );
