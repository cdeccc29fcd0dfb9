import { folded } from './fold.js';

/** One more than the highest code point: two characters make one number, and no two pairs the same. */
const BEYOND = 0x110000;

/** Free text as it is searched: without what only sets it out, so that a word is found across the end of a line. */
export const searched = (text: string): string => folded(text).replaceAll(/[\s、。・,.]+/gu, '');

/** 二文字ずつの索引: each pair of neighboring characters as a number. */
export function gramsOf(text: string): number[] {
  const grams = new Set<number>();
  let before: number | undefined;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (before !== undefined) grams.add(before * BEYOND + code);
    before = code;
  }
  return [...grams].toSorted((a, b) => a - b);
}

/** The words of a query that free text can be searched for: two characters or more. */
export const askedWords = (query: string): string[] =>
  query
    .split(/[\s、。・,，]+/u)
    .map(searched)
    .filter((word) => [...word].length >= 2);
