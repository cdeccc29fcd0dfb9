import type { ContextFace } from '../../feature.ts';

/** What a board and the navigation say. */
export const face = {
  nav: { activity_reports: '月次集計' },
  command: {
    SubmitActivityReport: '報告を提出する',
    ApproveActivityReport: '報告を承認する',
    ReturnActivityReport: '報告を差し戻す',
    DecideActivityReport: '市町村として決める',
  },
  short: {
    SubmitActivityReport: '提出する',
    ApproveActivityReport: '承認する',
    ReturnActivityReport: '差し戻す',
    DecideActivityReport: '決める',
  },
  kind: { activity_report: '月次活動報告' },
  level: {},
  step: { report_submission: '報告の提出', report_approval: '報告の承認', report_decision: '市町村の決定' },
  state: {
    activity_report: {
      DRAFT: '提出前',
      SUBMITTED: '承認待ち',
      DEADLOCKED: '市町村の決定待ち',
      APPROVED: '承認済み',
    },
  },
  detail: { period: '対象' },
  unit: { period: (n: number) => `${Math.trunc(n / 100)}年${n % 100}月分` },
  codes: {},
} satisfies ContextFace;
