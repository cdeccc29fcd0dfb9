import { invalidInput } from '#kernel';

const NAME = /^[a-z0-9][a-z0-9._%+@-]{2,79}$/;

/**
 * サインイン名: what a person types to say who he is, often the e-mail address of work. Upper and lower case, full and
 * half width are the same, for it is typed on telephones. @throws invalid_input
 */
export function signInName(typed: string): string {
  const name = folded(typed);
  if (!NAME.test(name))
    throw invalidInput(
      'name',
      'サインイン名は、半角の英数字と . _ % + @ - で3〜80文字です（例：勤め先のメールアドレス）。',
      'A sign-in name has 3 to 80 letters, digits and . _ % + @ - (such as your e-mail address at work).',
    );
  return name;
}

/** The same without judging it: what nobody can have is simply found nowhere. */
export const folded = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();
