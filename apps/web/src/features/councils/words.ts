import type { Pair, Widened } from '../../i18n/dictionary.ts';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

export type Words = Widened<typeof ja>;
export const words: Pair<Words> = { ja, en };
