import { DomainError } from '#kernel';
import { mustBeStrong, passwordText } from './password-strength.js';

const refused = (typed: string, known: readonly string[] = []) => {
  try {
    mustBeStrong(typed, known);
    return '';
  } catch (error) {
    return (error as DomainError).errors[0]?.en ?? 'no field';
  }
};

describe('a password', () => {
  it.each(['みかん階段ぬりえ北風さんぽ', 'otter-lamp-canyon-84', 'ゆきみち くるまいす かんづめ'])(
    'takes %s',
    (typed) => {
      expect(refused(typed)).toBe('');
    },
  );

  it.each(['password1234', 'qwertyuiop12', 'aaaaaaaaaaaaaa', '123456789012345', 'sapporo20260401'])(
    'refuses %s, which lists of passwords hold or a machine guesses',
    (typed) => {
      expect(refused(typed)).toMatch(/easy to guess/);
    },
  );

  it('counts characters and not bytes, and says how many there are', () => {
    expect(refused('短い𠮷')).toBe(
      'Use at least 12 characters (now 3). Several words that have nothing to do with each other are easy to keep.',
    );
    expect(refused('x'.repeat(129))).toMatch(/at most 128/);
  });

  it('refuses what anybody knows of the person', () => {
    expect(refused('kitamisakura.hospital', ['kitamisakura.hospital'])).toMatch(/easy to guess/);
    expect(refused('Kitamisakura2026', ['kitamisakura@example.jp'])).toMatch(/easy to guess/);
  });

  it('is the same in full and half width', () => {
    expect(passwordText('ｏｔｔｅｒ－ｌａｍｐ')).toBe(passwordText('otter-lamp'));
  });
});
