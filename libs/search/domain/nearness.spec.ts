import fc from 'fast-check';
import { readingOf } from './nearness.js';

describe('a reading to look for', () => {
  it.each([
    ['ワタ', 'わた'],
    ['わたなべ　はなこ', 'わたなべはなこ'],
    ['ﾜﾀﾅﾍﾞ', 'わたなべ'],
    ['ショウ', 'しよう'],
    ['イ ハナ', 'いはな'],
    ['オーノ', 'おーの'],
  ])('%s is %s', (typed, reading) => expect(readingOf(typed)).toBe(reading));

  it.each(['ワ', 'ワ　', '渡部', 'Watanabe', '', '　　', 'ワ%', 'ワ_', 'ワ1'])('"%s" is none', (typed) =>
    expect(readingOf(typed)).toBeUndefined(),
  );

  it('is the beginning of what it is the beginning of, however either is typed', () => {
    const unit = fc.constantFrom(...Array.from('アイウカキクサシタチナノハマヤユヨラワガジパ'));
    const kana = fc.string({ unit, minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(kana, kana, fc.boolean(), (family, given, spaced) => {
        const whole = readingOf(`${family}${spaced ? '　' : ''}${given}`) ?? '';
        expect(whole.startsWith(readingOf(family) ?? '-')).toBe(true);
      }),
    );
  });
});
