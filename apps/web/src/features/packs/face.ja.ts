import type { ContextFace } from '../../feature.ts';
import { terms, themes } from '../../i18n/terms.ja.ts';

/** What a board and the navigation say. */
export const face = {
  nav: { evidence_packs: '根拠資料' },
  command: {},
  short: {},
  kind: {},
  step: {},
  state: {},
  level: {},
  detail: { key: '課題', level: '圏域' },
  unit: {},
  codes: { areaLevel: terms.areaLevel, theme: themes },
} satisfies ContextFace;
