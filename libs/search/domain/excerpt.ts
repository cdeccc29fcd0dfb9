import { askedWords, searched } from './grams.js';
import { askedDigits, telephonesIn } from '#kernel';

/** [D] So much of a text shows where it was found. */
const BEFORE = 20;
const AFTER = 60;

/** The smallest number for which it holds; it holds from there on. */
function first(most: number, holds: (n: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** 抜粋: the place of a text where what was asked for stands, as it was written. Empty where it does not. */
export function excerptOf(text: string, query: string): string {
  const [word] = askedWords(query);
  const digits = askedDigits(query);
  const says = (part: string): boolean =>
    (word !== undefined && searched(part).includes(word)) ||
    (digits !== undefined && telephonesIn(part).some((number) => number.includes(digits)));
  const chars = Array.from(text);
  if (!says(text)) return '';
  const end = first(chars.length, (n) => says(chars.slice(0, n).join('')));
  const begin = first(end, (n) => !says(chars.slice(n, end).join(''))) - 1;
  const from = Math.max(0, begin - BEFORE);
  const until = Math.min(chars.length, Math.max(begin + AFTER, end));
  const shown = chars.slice(from, until).join('').replaceAll(/\s+/gu, ' ').trim();
  return `${from > 0 ? '…' : ''}${shown}${until < chars.length ? '…' : ''}`;
}
