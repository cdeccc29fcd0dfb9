import type { ContextFace } from '../../feature.ts';
import { terms, themes } from '../../i18n/terms.ja.ts';

/** What a board and the navigation say. */
export const face = {
  nav: {
    issues: '課題台帳',
    candidates: '課題の候補',
    issue: '課題のページ（件数・地図）',
    RaiseIssueSignal: '課題の兆しを登録',
  },
  command: {
    DismissIssue: '取り上げないことにする',
    CloseIssue: '課題を終結する',
    RaiseIssueSignal: '課題の兆しを登録する',
    WithdrawIssueSignal: '課題の兆しを取り下げる',
    TagIssueSignal: '分類を確かめる・直す',
    MergeIssue: '同じ課題に統合する',
    UnmergeIssue: '統合を取り消す',
    SplitIssue: '別の課題に分ける',
  },
  short: {},
  kind: { regional_issue: '地域課題', issue_signal: '課題の兆し', issue_review: '課題の見直し' },
  step: { review: '課題の見直し' },
  state: {
    issue_review: { KEPT: '毎晩行っている' },
    regional_issue: {
      OBSERVED: '観察中',
      RECURRENT: '繰り返している',
      DRAFTED: '議題案あり',
      ON_AGENDA: '議題に載った',
      DECIDED: '決定済み',
      ACTIONING: '対応中',
      MONITORING: '効果を見ている',
      CLOSED: '終結',
      REOPENED: '再発',
      DORMANT: '休眠',
      DISMISSED: '取り上げない',
      MERGED: '統合済み',
    },
    issue_signal: { RAISED: '数えている', TAGGED: '確認済み', WITHDRAWN: '取り下げ' },
  },
  level: {},
  detail: {
    source: 'どこから',
    level: '圏域',
    key: '課題',
  },
  unit: {},
  codes: {
    theme: themes,
    source: {
      consultation: '相談',
      handover: '入退院支援',
      backup: '緊急バックアップ',
      survey: '調査',
      training: '研修',
      drill: '訓練',
      indicator: '指標',
      manual: '手入力',
    },
    areaLevel: terms.areaLevel,
  },
} satisfies ContextFace;
