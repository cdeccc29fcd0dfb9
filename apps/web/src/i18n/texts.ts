import type { Dictionary, Pair } from './dictionary.ts';
import { ja } from './ja.ts';
import { pairOf } from './pair.ts';

/** What the shell and the engines say. */
export const TEXTS: Pair<Dictionary> = pairOf<Dictionary>(ja, () => import('./en.ts'));
