import type { ContextFace } from '../../feature.ts';
import { terms, themes } from '../../i18n/terms.ja.ts';

/** What a board and the navigation say. */
export const face = {
  nav: { evidence_packs: '根拠資料' },
  command: { CompileEvidencePack: '根拠資料を作る' },
  short: {},
  kind: { evidence_pack: '根拠資料' },
  step: {},
  state: { evidence_pack: { OPEN: 'まだ作っていない', COMPILING: '作成中', FROZEN: '確定' } },
  level: {},
  detail: { key: '課題', level: '圏域' },
  unit: {},
  codes: { areaLevel: terms.areaLevel, theme: themes },
} satisfies ContextFace;
