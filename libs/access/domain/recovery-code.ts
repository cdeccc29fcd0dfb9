/** No vowels and nothing that looks like something else: it is copied from paper. */
const LETTERS = '23456789bcdfghjkmnpqrstvwxz';
const GROUPS = 4;
const GROUP = 4;
/** 27^16 is more than 2^75. */
export const RECOVERY_BYTES = GROUPS * GROUP;
/** [D] As many as one is shown. */
export const RECOVERY_CODES = 10;

/** 回復コード: for whoever has lost the telephone with the codes. Each is good for one sign-in. */
export function recoveryCode(random: Uint8Array): string {
  const letters = [...random].map((byte) => LETTERS[byte % LETTERS.length] ?? '');
  return Array.from({ length: GROUPS }, (_, i) => letters.slice(i * GROUP, (i + 1) * GROUP).join('')).join('-');
}

/** As it was typed off a paper. */
export const recoveryText = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '');
