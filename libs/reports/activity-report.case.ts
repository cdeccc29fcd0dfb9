import { defineCase, entriesOf, type CommandIn, type Grants, type Route } from '#cases';
import { ReportLookUps } from './commands/report.look-ups.js';
import { approve, deadlock, decideAlone, giveBack, open, submit } from './domain/decide.js';
import type { ReportEvent } from './domain/report.events.js';
import { activityReport, REPORT_STATUSES, reportId, type ActivityReport, type ReportStatus } from './domain/report.js';
import { SUBMISSION } from './domain/report.state.js';
import { REPORT_RULES } from './domain/reports.rules.js';
import * as dto from './http/reports.dto.js';

const { begins, asked } = entriesOf<ActivityReport | null, ReportEvent, ReportLookUps>();

const posted = (
  resource: string,
  body: Route['body'],
  summary: string,
  personal: NonNullable<Route['personal']> = {},
): Route => ({ path: `activity-reports/:report/${resource}`, body, summary, personal });

/** 承認する二者 (H-04). */
const BODIES: Grants = { association: 'association_approving', municipality: 'insurer_approving' };

const within =
  (...statuses: readonly ReportStatus[]) =>
  ({ status }: ActivityReport) =>
    statuses.includes(status);

const commands = {
  OpenActivityReport: begins({
    route: {
      path: 'activity-reports',
      body: dto.OpenActivityReportBody,
      summary: '月次活動報告を開く',
      idOf: (_caller, { desk, month }) => reportId(String(desk), String(month)),
    },
    may: { anyone: 'desk_work' },
    explained: true,
    allowed: ({ orgId }, { desk }) => orgId === desk,
    find: (look, said, _state, ask) => look.opening(said, ask),
    decide: open,
  }),
  SubmitActivityReport: asked({
    route: posted('submissions', dto.SubmitActivityReportBody, '月次活動報告を提出する'),
    may: { desk: 'desk_work' },
    from: within('DRAFT'),
    find: (look, _said, state, ask) => look.submitting(state, ask),
    decide: submit,
  }),
  ApproveActivityReport: asked({
    route: posted('approvals', dto.PlainBody, '月次活動報告を承認する'),
    may: BODIES,
    from: ({ status, dissent = [] }) =>
      status === 'SUBMITTED' || status === 'DEADLOCKED' || (status === 'APPROVED' && dissent.length > 0),
    after: [SUBMISSION],
    decide: approve,
  }),
  ReturnActivityReport: asked({
    route: posted('returns', dto.ReturnActivityReportBody, '月次活動報告を差し戻す', {
      report_return_reason: ['reason'],
    }),
    may: BODIES,
    from: within('SUBMITTED'),
    after: [SUBMISSION],
    find: (look, _said, state, ask) => look.desk(state, ask),
    decide: giveBack,
  }),
  DecideActivityReport: asked({
    route: posted('decisions', dto.DecideActivityReportBody, '二者の承認がそろわない報告について決める', {
      report_decision_note: ['note'],
    }),
    may: { municipality: 'insurer_approving' },
    from: within('DEADLOCKED'),
    after: [SUBMISSION],
    decide: decideAlone,
  }),
  DeadlockActivityReport: asked({
    workers: true,
    find: (look, _said, state, ask) => look.municipality(state, ask),
    decide: deadlock,
  }),
};

export type ReportCommand = CommandIn<typeof commands>;

/** 月次活動報告: what a desk did in a month, and its two approvals (H-04, ux.md C10). */
export const activityReportKind = defineCase({
  ...activityReport,
  tag: 'Reports',
  states: REPORT_STATUSES,
  commands,
  events: {
    ActivityReportOpened: { version: 1 },
    ActivityReportSubmitted: { version: 1 },
    ActivityReportApproved: { version: 1 },
    ActivityReportReturned: { version: 1 },
    ActivityReportDeadlocked: { version: 1 },
    ActivityReportDecided: { version: 1 },
  },
  sees: {
    desk: 'membership',
    association: 'association_approving',
    municipality: 'insurer_approving',
    area: 'base_work',
    // Where nobody of the area is there to hear of it, an administrator does (obligation.unattended).
    everyone: 'administration',
  },
  contact: ({ desk }) => desk,
  card: ({ month, edition, desk }) => ({ month, edition, desk, period: Number(month.replace('-', '')) }),
  rules: REPORT_RULES,
  steps: {
    report_submission: { by: ['SubmitActivityReport'] },
    report_approval: { by: ['ApproveActivityReport', 'ReturnActivityReport'], promisable: false },
    report_decision: { by: ['DecideActivityReport', 'ApproveActivityReport'], promisable: false },
  },
  texts: {
    templates: [
      'report.chase',
      'report.submitted',
      'report.approved',
      'report.returned',
      'report.deadlocked',
      'report.decided',
    ],
    records: ['report_return_reason', 'report_decision_note'],
  },
  lookUps: ReportLookUps,
  due: { job: 'report-deadlock', command: () => ({ type: 'DeadlockActivityReport' }) },
});
