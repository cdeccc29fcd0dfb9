import type { Pair, Widened } from '../../i18n/dictionary.ts';
import { pairOf } from '../../i18n/pair.ts';
import { ja } from './words.ja.ts';

export type Words = Widened<typeof ja>;
export const words: Pair<Words> = pairOf<Words>(ja, () => import('./words.en.ts'));
