import { levels, whole, term, type Bounds, type RuleTerms } from '#kernel';

/**
 * Rule set "JP-default" of monthly activity reports (H-04, traps.md 13). Every number is data: an area overrides it from a
 * day on, and a report keeps what held when it was opened. The deadlock is model.md 2.16's; all others are our own [D].
 */
export const REPORT_RULES = {
  /** Submission on this business day of the month after [D]. */
  submissionBusinessDay: 5,
  /** Submission anew, so many business days after a return [D]. */
  resubmissionBusinessDays: 5,
  /** Each body's approval, so many business days after the submission [D]. */
  approvalBusinessDays: 5,
  /** Without both approvals after so many days the municipality decides, and the dissent is recorded (traps.md 13) [D]. */
  deadlockDays: 14,
  /** That decision, so many business days later [D]. */
  decisionBusinessDays: 5,
  /** Ladder: business days from T of whoever owes, and of the base of the area [D]. */
  chaseOffsets: [0, 1] as readonly number[],
};

/** What an area may set [D]. */
export const REPORT_BOUNDS: Bounds<typeof REPORT_RULES> = {
  submissionBusinessDay: whole(1, 20),
  resubmissionBusinessDays: whole(1, 20),
  approvalBusinessDays: whole(0, 60),
  deadlockDays: whole(1, 92),
  decisionBusinessDays: whole(0, 60),
  chaseOffsets: levels(2, 0, 60),
};

/** What they are called, and what they mean to whoever decides about them. */
export const REPORT_TERMS: RuleTerms<typeof REPORT_RULES> = {
  title: { ja: '月次の活動報告', en: 'Monthly activity reports' },
  rules: {
    submissionBusinessDay: term(
      'nth_business_day',
      ['報告の提出', '翌月の何営業日目までに提出するか。'],
      ['Submission', 'On this business day of the month after.'],
    ),
    resubmissionBusinessDays: term(
      'business_day',
      ['差し戻し後の再提出', '差し戻しから何営業日以内に出し直すか。'],
      ['Submission anew', 'So many business days after a return.'],
    ),
    approvalBusinessDays: term(
      'business_day',
      ['承認', '提出から何営業日以内に、医師会と市町村がそれぞれ承認するか。'],
      ['Approval', 'Each body approves within so many business days.'],
    ),
    deadlockDays: term(
      'day',
      ['承認がそろわないとき', '提出から何日たっても両方の承認がなければ、市町村が決めることにするか。'],
      ['Deadlock', 'Without both approvals after so many days the municipality decides.'],
    ),
    decisionBusinessDays: term(
      'business_day',
      ['市町村の決定', 'そのあと何営業日以内に市町村が決めるか。'],
      ['Decision of the municipality', 'So many business days later.'],
    ),
    chaseOffsets: term(
      'business_days_by_level',
      [
        '催促の段',
        '担当、続いて拠点。期限（T）を過ぎた場合に備え、どの段に、担当機関の何営業日後（前はマイナス）に知らせるか。',
      ],
      [
        'Levels of the chase',
        'Who owes, then the base. By level: so many business days after the due moment (before it: minus) the next is told.',
      ],
    ),
  },
};

export type ReportRules = typeof REPORT_RULES;
export const REPORT_CONTEXT = 'reports';
