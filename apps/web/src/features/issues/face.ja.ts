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
  command: { RaiseIssueSignal: '課題の兆しを登録する' },
  short: {},
  // None of it stands on a board: what its cases are called comes with the words.
  kind: {},
  step: {},
  state: {},
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
