import { face } from './face.ja.ts';

export const ja = {
  ...face,
  event: {
    ActivityReportOpened: '活動報告を開いた',
    ActivityReportSubmitted: '活動報告を提出した',
    ActivityReportApproved: '活動報告を承認した',
    ActivityReportReturned: '活動報告を差し戻した',
    ActivityReportDeadlocked: '期限までに二者の承認がそろわなかった',
    ActivityReportDecided: '市町村が決めた',
  },
  template: {
    'report.chase': '月次活動報告の期限',
    'report.submitted': '月次活動報告が提出されました',
    'report.approved': '月次活動報告が二者に承認されました',
    'report.returned': '月次活動報告が差し戻されました',
    'report.deadlocked': '月次活動報告の承認がそろいませんでした',
    'report.decided': '月次活動報告を市町村が決めました',
  },
  record: { report_return_reason: '差し戻しの理由', report_decision_note: '決めた理由' },
  detail: { ...face.detail, edition: '版', total: '相談', body: '団体', lacking: '承認していない団体' },
  field: { reason: '差し戻しの理由', note: '決めた理由' },
  hint: { reason: '個人が分かることは書かないでください。', note: '個人が分かることは書かないでください。' },
  unit: { ...face.unit, edition: (n: number) => `第${n}版`, total: (n: number) => `${n}件` },
  codes: { body: { medical_association: '医師会', municipality: '市町村' } },
};
