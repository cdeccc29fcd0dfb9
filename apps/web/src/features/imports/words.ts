import type { ContextWords } from '../../feature.ts';
import type { Pair } from '../../i18n/dictionary.ts';
import { LATER, pairOf } from '../../i18n/pair.ts';

export const NOTHING = {
  ...LATER,
  command: {},
  short: {},
  kind: {},
  step: {},
  state: {},
  level: {},
  detail: {},
  unit: {},
  codes: {},
};

/** It has no cases: what its pages say comes with them. */
export const words: Pair<ContextWords> = pairOf<ContextWords>(
  { ...NOTHING, nav: { imports: '一覧の取り込み' } },
  () => import('./words.en.ts'),
);
