/** 回答番号: digits only, for they are said by telephone, typed on its keys, and told from each other on a bad FAX. */
const RANDOM_DIGITS = 8;
export const CODE_DIGITS = RANDOM_DIGITS + 1;

/** Damm's table: the check digit finds every wrong digit, and every two that changed places. */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

const dammOf = (digits: string): number =>
  [...digits].reduce<number>((interim, digit) => DAMM[interim]?.[Number(digit)] ?? 0, 0);

/** `random`: a whole number below 10^8. */
export function replyCode(random: number): string {
  const digits = String(random).padStart(RANDOM_DIGITS, '0');
  return `${digits}${dammOf(digits)}`;
}
export const MOST_RANDOM = 10 ** RANDOM_DIGITS;

/** As it is read out: 123-456-789. */
export const spoken = (code: string): string => code.replaceAll(/(\d{3})(?=\d)/g, '$1-');

/** What somebody typed, in whatever width and with whatever between; undefined where it is no code that was ever given out. */
export function codeTyped(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replaceAll(/[\s\p{Pd}ー−.・]/gu, '');
  return new RegExp(`^\\d{${CODE_DIGITS}}$`).test(digits) && dammOf(digits) === 0 ? digits : undefined;
}
