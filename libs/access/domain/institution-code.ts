import { invalidInput } from '#kernel';
import { folded } from './sign-in-name.js';

const CODE = /^[a-z0-9][a-z0-9.-]{2,62}[a-z0-9]$/;

/**
 * 機関コード: what a person types to say by which institution's accounts he signs in: a word that the institution tells its
 * people, or the part of their e-mail addresses after the @. Of an address that is typed whole, only that part is taken.
 */
export const codeTyped = (typed: string): string => folded(typed).replace(/^.*@/, '');

/** @throws invalid_input */
export function institutionCode(typed: string): string {
  const code = codeTyped(typed);
  if (!CODE.test(code))
    throw invalidInput(
      'code',
      '機関コードは、半角の英数字と . - で4〜64文字です（例：職員のメールアドレスの @ より後ろ）。',
      'The code of an institution has 4 to 64 letters, digits and . - (such as the part of its e-mail addresses after the @).',
    );
  return code;
}
