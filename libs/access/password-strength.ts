import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as japanese from '@zxcvbn-ts/language-ja';
import { invalidInput } from '#kernel';

/** [D] Characters of a password, beside a second factor (シ14⑥ c, ASVS 5.0 6.2.1): no rule of composition, no forced change. */
export const LEAST_CHARACTERS = 12;
/** Longer ones cost the server and protect nobody. */
export const MOST_CHARACTERS = 128;
/** [D] Guesses of whoever knows common passwords, names and dates: "safely unguessable" of zxcvbn begins here. */
const LEAST_SCORE = 3;

const guesser = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...japanese.dictionary },
  graphs: common.adjacencyGraphs,
});

/** One form of a password, however the keyboard of the day writes it (NIST SP 800-63B 5.1.1.2). */
export const passwordText = (typed: string): string => typed.normalize('NFKC');

/**
 * Refuses a password that can be guessed. `known` is what anybody may know of the person: sign-in name, name, institution.
 * @throws invalid_input
 */
export function mustBeStrong(typed: string, known: readonly string[], path = 'password'): void {
  const password = passwordText(typed);
  const length = Array.from(password).length;
  if (length < LEAST_CHARACTERS)
    throw invalidInput(
      path,
      `パスワードは${LEAST_CHARACTERS}文字以上にしてください（今は${length}文字）。関係のない言葉をいくつか並べると覚えやすくなります。`,
      `Use at least ${LEAST_CHARACTERS} characters (now ${length}). Several words that have nothing to do with each other are easy to keep.`,
    );
  if (length > MOST_CHARACTERS)
    throw invalidInput(
      path,
      `パスワードは${MOST_CHARACTERS}文字までです。`,
      `Use at most ${MOST_CHARACTERS} characters.`,
    );
  const { score } = guesser.check(
    password,
    known.flatMap((text) => [text, ...text.split(/[\s.@_-]+/)]).filter(Boolean),
  );
  if (score < LEAST_SCORE)
    throw invalidInput(
      path,
      'このパスワードは推測されやすいものです（よく使われる言葉・名前・日付・並び）。関係のない言葉をいくつか並べてください。',
      'This password is easy to guess (common words, names, dates or rows of keys). Put several unrelated words together.',
    );
}
