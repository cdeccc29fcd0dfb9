import { terms } from '../../i18n/terms.ja.ts';
import { face } from './face.ja.ts';

export const ja = {
  ...face,
  event: {
    IssueSignalRaised: '課題の兆しが出た',
    IssueSignalWithdrawn: '課題の兆しを取り下げた',
    RegionalIssueObserved: '地域課題として観察を始めた',
    RegionalIssueRecurred: '地域課題が繰り返された',
    RegionalIssueRolledUp: '上位の圏域に集約された',
    RegionalIssueReopened: '再発した（対策の効果がなかった）',
    RegionalIssueEvidenceChanged: '根拠が変わった',
    RegionalIssueDormant: '休眠になった',
    RegionalIssueDrafted: '議題案になった',
    RegionalIssueAdvanced: '協議が進んだ',
    RegionalIssueDismissed: '取り上げないことにした',
    RegionalIssueClosed: '終結した',
  },
  template: {},
  record: {
    narrative: '課題の説明（個人を除いたもの）',
    withdrawal_reason: '取り下げた理由',
    dismissal_reason: '取り上げない理由',
  },
  detail: {
    ...face.detail,
    scene: '場面',
    issueType: '課題の種類',
    severity: '重さ',
    escalationReason: '圏域で調整が要る理由',
    to: '協議',
    because: '集約の理由',
    evidence: '根拠の事例',
    episode: '回',
  },
  unit: { ...face.unit, episode: (n: number) => `${n}回目`, cases: (n: number) => `${n}件` },
  field: { reason: '理由' },
  hint: { reason: '個人が分かることは書かないでください。' },
  codes: {
    ...face.codes,
    ...terms,
    progress: {
      DRAFTED: '議題案になった',
      ON_AGENDA: '議題に載った',
      DECIDED: '決まった',
      ACTIONING: '対応が始まった',
      MONITORING: '効果を見る',
    },
    because: {
      several_municipalities: '複数の市町村で起きている',
      several_home_care_areas: '複数の在宅医療圏で起きている',
      crosses_areas: '圏域をまたぐ',
      escalation_reason: '圏域で調整が要る',
      council_escalated: '会議が上げた',
    },
  },
};
