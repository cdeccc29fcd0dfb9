import type { PageWords } from './page-words.ts';

/** "2026年5月" of "2026-05". */
export function monthIn(t: PageWords, month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return t.page.month(year, of);
}
