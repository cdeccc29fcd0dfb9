import { levels, whole, type Bounds } from '#kernel';

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

export type ReportRules = typeof REPORT_RULES;
export const REPORT_CONTEXT = 'reports';
