import { face } from './face.ja.ts';

export const ja = {
  ...face,
  nav: { ...face.nav, emergency_record: '開いた情報を見る' },
  command: { ...face.command, CloseEmergencyLook: '緊急閲覧を終える' },
  event: {
    EmergencyLookOpened: '緊急閲覧を始めた',
    EmergencyLookClosed: '緊急閲覧を終えた',
    EmergencyLookReviewed: '緊急閲覧を点検した',
  },
  template: {
    'emergency_look.opened': '緊急閲覧がありました',
    'emergency_look.many': '緊急閲覧が続いています',
    'emergency_look.reviewed': '緊急閲覧が点検されました',
    'emergency_look.chase': '点検していない緊急閲覧があります',
  },
  record: { emergency_reason: '緊急閲覧の理由', emergency_review_note: '点検の所見' },
  detail: { ...face.detail, reason: '理由', sections: '範囲', until: '終わり', verdict: '判定' },
  field: {
    patient: '患者',
    reason: '理由',
    text: '何が起きているか',
    sections: '見る範囲',
    verdict: '判定',
    note: '所見',
  },
  hint: {
    text: '氏名は書かないでください。点検する人が読みます。',
    patient: '生年月日とふりがなで探します。探したことも記録されます。',
    told: '始めると同時に、担当ケアマネジャー・主治医・拠点・管理者に知らされます。',
  },
  codes: {
    reason: {
      sudden_change: '急変',
      cannot_be_asked: '本人の意思を確かめられない',
      disaster: '災害',
      nobody_reached: '担当に連絡がつかない',
      other: 'そのほか',
    },
    sections: { contacts: '担当と連絡先', handover: '直近の引継書', backup: '直近の緊急依頼の要約' },
    verdict: { justified: '正当', unjustified: '不当' },
  },
};
