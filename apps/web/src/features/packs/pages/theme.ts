import { labelOf } from '../../../i18n/dictionary.ts';
import type { PageWords } from './page-words.ts';

/** 課題 by its key: scene, type, and the subject where it has one. */
export const themeIn = (t: PageWords, key: string): string =>
  key
    .split('|')
    .map((code) => labelOf(t.codes.theme, code))
    .join('／');

/** "2026年5月" of "2026-05". */
export function monthIn(t: PageWords, month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return t.page.month(year, of);
}
