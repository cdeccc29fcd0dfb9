import type { Widened } from '../../i18n/dictionary.ts';
import type { ja } from './words.ja.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const en = {
  nav: { activity_reports: 'Monthly figures' },
  command: {
    SubmitActivityReport: 'Submit the report',
    ApproveActivityReport: 'Approve the report',
    ReturnActivityReport: 'Return the report',
    DecideActivityReport: 'Decide as the municipality',
  },
  short: {
    SubmitActivityReport: 'Submit',
    ApproveActivityReport: 'Approve',
    ReturnActivityReport: 'Return',
    DecideActivityReport: 'Decide',
  },
  kind: { activity_report: 'Monthly report' },
  level: {},
  step: {
    report_submission: 'Submission of the report',
    report_approval: 'Approval of the report',
    report_decision: 'Decision of the municipality',
  },
  state: {
    activity_report: {
      DRAFT: 'To be submitted',
      SUBMITTED: 'Waiting for approval',
      DEADLOCKED: 'Waiting for the municipality',
      APPROVED: 'Approved',
    },
  },
  event: {
    ActivityReportOpened: 'Report opened',
    ActivityReportSubmitted: 'Report submitted',
    ActivityReportApproved: 'Report approved',
    ActivityReportReturned: 'Report returned',
    ActivityReportDeadlocked: 'Not approved by both in time',
    ActivityReportDecided: 'The municipality has decided',
  },
  template: {
    'report.chase': 'Due: a monthly report',
    'report.submitted': 'A monthly report is submitted',
    'report.approved': 'Both bodies have approved the monthly report',
    'report.returned': 'The monthly report is returned',
    'report.deadlocked': 'The monthly report lacks an approval',
    'report.decided': 'The municipality has decided on the monthly report',
  },
  record: { report_return_reason: 'Why it was returned', report_decision_note: 'Why it was decided so' },
  detail: { period: 'Month', edition: 'Edition', total: 'Consultations', body: 'Body', lacking: 'Not approved by' },
  field: { reason: 'Why it is returned', note: 'Why it is decided so' },
  hint: { reason: 'Nothing that tells who a person is.', note: 'Nothing that tells who a person is.' },
  unit: {
    period: (n: number) => `${MONTHS[(n % 100) - 1] ?? ''} ${Math.trunc(n / 100)}`,
    edition: (n: number) => `${n}`,
    total: (n: number) => `${n}`,
  },
  codes: { body: { medical_association: 'Medical association', municipality: 'Municipality' } },
} satisfies Widened<typeof ja>;
