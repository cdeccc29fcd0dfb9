import type { Pair, Widened } from '../../i18n/dictionary.ts';
import { LATER, pairOf } from '../../i18n/pair.ts';
import { face } from './face.ja.ts';
import type { ja } from './words.ja.ts';

export type Words = Widened<typeof ja>;
export const words: Pair<Words> = pairOf<Words>(
  { ...LATER, ...face },
  () => import('./words.en.ts'),
  () => import('./words.ja.ts'),
);
