const SEPARATED = /[-‐‑‒–—―−ー()（）.\s]/gu;
/** A number that begins with 0 or +81, with whatever people put between its digits. */
const NUMBER = /(?:\+81|(?<![\d+])0)(?:[-‐‑‒–—―−ー()（）.\s]{0,3}\d){8,11}(?!\d)/gu;

/** At least as many digits as one says to tell a number: its last four. */
const FEWEST = 4;

/** In the form of the country: +81(0)90… is 090…. */
const domestic = (number: string): string => number.replaceAll(SEPARATED, '').replace(/^\+810?/, '0');

/** 電話番号: the numbers in a text, each as its digits. */
export const telephonesIn = (text: string): string[] => [
  ...new Set([...text.normalize('NFKC').matchAll(NUMBER)].map(([number]) => domestic(number))),
];

/** The digits of what was typed, if it can be a number or the end or beginning of one. */
export function askedDigits(query: string): string | undefined {
  const typed = domestic(query.normalize('NFKC'));
  return /^\d+$/.test(typed) && typed.length >= FEWEST ? typed : undefined;
}

/** A number as it is dialed, from whatever was typed: full-width digits, dashes of every kind, spaces (０３−１２３４ ５６７８). */
export const asDialed = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/[‐‑‒–—―−ーｰ]/gu, '-')
    .replaceAll(/\s+/gu, '')
    .replaceAll('.', '-');
