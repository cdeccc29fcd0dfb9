import type { ContextWords } from '../../feature.ts';
import type { Pair } from '../../i18n/dictionary.ts';
import { pairOf } from '../../i18n/pair.ts';
import { NOTHING } from './nothing.ts';

/** It has no cases: what its pages say comes with them. */
export const words: Pair<ContextWords> = pairOf<ContextWords>(
  { ...NOTHING, nav: { imports: '一覧の取り込み' } },
  () => import('./words.en.ts'),
);
