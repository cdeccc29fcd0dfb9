import type { ContextFace } from '../../feature.ts';
import { terms } from '../../i18n/terms.ja.ts';

/** What a board and the navigation say. */
export const face = {
  nav: { LogConsultation: '相談を受ける' },
  command: {
    LogConsultation: '相談を受ける',
    TriageConsultation: '緊急度を判定する',
    RecordConsultationAction: '対応を記録する',
    AwaitReply: '返答待ちにする',
    ReferConsultation: 'ほかの窓口へつなぐ',
    AcceptReferral: 'つながれた相談を受ける',
    DeclineReferral: 'つながれた相談を断る',
    AnswerConsultation: '回答を記録する',
    CloseConsultation: '相談を終結する',
    WithdrawConsultation: '取り下げを記録する',
    UndoMerge: 'まとめたのを取り消す',
    LinkConsultation: '関連する案件と結び付ける',
    UnlinkConsultation: '関連する案件との結び付きを外す',
    MergeConsultations: 'ほかの相談にまとめる（重複）',
    SplitConsultation: '別の相談に分ける',
    ReopenConsultation: '相談を再開する',
  },
  short: { RecordConsultationAction: '対応を記録', AcceptReferral: '引き受ける', CloseConsultation: '終結する' },
  kind: { consultation: '相談' },
  step: { first_action: '最初の対応', reply: '返答', long_open: '長期未完了' },
  state: {
    consultation: {
      RECEIVED: '受付',
      TRIAGED: '緊急度を判定済み',
      IN_PROGRESS: '対応中',
      WAITING_REPLY: '返答待ち',
      ANSWERED: '回答済み',
      REFERRED: 'ほかの窓口へ依頼中',
      CLOSED: '終結',
      WITHDRAWN: '取り下げ',
      MERGED: 'ほかの相談にまとめた',
      REOPENED: '再開',
    },
  },
  detail: {
    number: '受付番号',
    scene: '場面',
    topics: '分類',
    urgency: '緊急度',
  },
  unit: {},
  level: {},
  codes: {
    urgency: { normal: '通常', today: '今日中', immediate: 'すぐに' },
    topic: terms.topic,
    scene: terms.scene,
  },
} satisfies ContextFace;
