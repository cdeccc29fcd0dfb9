import { folded } from '#kernel';

/** One more than the highest code point: two characters make one number, and no two pairs the same. */
const BEYOND = 0x110000;

/** Free text as it is searched: without what only sets it out, so that a word is found across the end of a line. */
export const searched = (text: string): string => folded(text).replaceAll(/[\s、。・,.]+/gu, '');

/** 番号 as it is looked up: however wide its letters, in whichever case, with bars or without. Null where there is none. */
export const searchedNumber = (number: string): string | null =>
  searched(number).replaceAll(/[-‐‑‒–—―−ー]/gu, '') || null;

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

/** Digits that are looked up together: pairs would be in nearly every number. */
const DIGITS = 4;

/** 電話番号の索引: each four digits that stand together, apart from what texts have. Of fewer digits there is nothing. */
export const telephoneGramsOf = (digits: string): number[] =>
  Array.from(
    { length: Math.max(0, digits.length - DIGITS + 1) },
    (_each, i) => -1 - Number(digits.slice(i, i + DIGITS)),
  );

/** The words of a query that free text can be searched for: two characters or more. */
export const askedWords = (query: string): string[] =>
  query
    .split(/[\s、。・,，]+/u)
    .map(searched)
    .filter((word) => Array.from(word).length >= 2);
