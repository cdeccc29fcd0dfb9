import fc from 'fast-check';
import { askedDigits, folded, telephonesIn } from '#kernel';
import { askedWords, gramsOf, searched } from './grams.js';
import { askedNames, keysOf } from './name.js';
import { soundOf, soundOfRomaji } from './sound.js';

describe('what is one to a reader', () => {
  it.each([
    ['ﾜﾀﾅﾍﾞ', 'わたなべ'],
    ['ショウタロー', 'しようたろー'],
    ['邊邉辺', '辺辺辺'],
    ['齋齊斉斎', '斎斎斎斎'],
    ['髙﨑 澤濱廣國惠眞德', '高崎 沢浜広国恵真徳'],
    ['葛\u{E0100}城', '葛城'],
    ['神社', '神社'],
    ['佐々木', '佐佐木'],
    ['すゞ ささき みゝ', 'すず ささき みみ'],
    ['ＭＲＳＡ', 'mrsa'],
    ['おー－‐ー', 'おーーーー'],
  ])('%s is %s', (typed, one) => expect(folded(typed)).toBe(one));

  it('stays as it is when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
    );
  });
});

describe('how a reading sounds', () => {
  it.each([
    ['おおの', 'ono'],
    ['おおの', 'ohno'],
    ['さとう', 'satoh'],
    ['けんいち', 'kenichi'],
    ['ほんま', 'homma'],
    ['はつちようぼり', 'hatchōbori'],
    ['ゆーこ', 'yuuko'],
    ['あいづ', 'aizu'],
  ])('%s is heard in %s', (kana, romaji) => expect(soundOfRomaji(romaji)).toBe(soundOf(kana)));

  it('is nothing in what spells no word', () => expect(soundOfRomaji('xyz')).toBeUndefined());
});

describe('a key of a name', () => {
  it('begins as one of those that its own name asks for', () => {
    const unit = (of: string) => fc.constantFrom(...Array.from(of));
    const first = 'アイウカキクサシタチナノハマヤユヨラワガジパ';
    // No name begins with a sound that only follows another.
    const kana = fc
      .tuple(unit(first), fc.string({ unit: unit(`${first}ンー`), maxLength: 5 }))
      .map(([head, rest]) => head + rest);
    fc.assert(
      fc.property(kana, kana, fc.boolean(), (family, given, spaced) => {
        const keys = keysOf({ name: '', kana: `${family}${spaced ? '　' : ''}${given}` });
        for (const query of [family, `${family} ${given}`, `${given} ${family}`])
          expect(
            askedNames(query).some((words) =>
              words.every((ways) => ways.some((beginning) => keys.some((key) => key.startsWith(beginning)))),
            ),
          ).toBe(true);
      }),
    );
  });
});

describe('a telephone number', () => {
  it.each([
    ['電話は０１６７−２３ー１２３４です', ['0167231234']],
    ['+81 90-1234-5678、(0167) 22-3344', ['09012345678', '0167223344']],
    ['+81(0)167-23-1234', ['0167231234']],
    ['2026-11-27 に 03:15', []],
    ['請求 1000000000 円', []],
  ])('stands in %s', (text, numbers) => expect(telephonesIn(text)).toEqual(numbers));

  it.each([
    ['０１６７ー２３', '016723'],
    ['+81 167 23', '016723'],
    ['23-1234', '231234'],
    ['123', undefined],
    ['大野', undefined],
    ['R8-0012', undefined],
  ])('is asked for with %s', (query, digits) => expect(askedDigits(query)).toBe(digits));

  it('is found however its digits are parted', () => {
    const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(digits, fc.integer({ min: 1, max: 3 }), fc.constantFrom('-', ' ', '−', 'ー', ''), (rest, at, bar) => {
        const number = `0${rest.slice(0, at)}${bar}${rest.slice(at, at + 3)}${bar}${rest.slice(at + 3)}`;
        expect(telephonesIn(`Tel ${number} まで`)).toEqual([`0${rest}`]);
      }),
    );
  });
});

describe('two characters and more', () => {
  it('are found in every text that holds them, also across the end of a line', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ unit: 'grapheme', minLength: 2, maxLength: 6 }),
        fc.string(),
        (before, word, after) => {
          const text = searched(`${before}${word.slice(0, 1)}\n${word.slice(1)}${after}`);
          const grams = new Set(gramsOf(text));
          const inIt = askedWords(word).filter((asked) => text.includes(asked));
          expect(inIt.flatMap(gramsOf).filter((gram) => !grams.has(gram))).toEqual([]);
        },
      ),
    );
    expect(askedWords('疥癬　カイセン 疥')).toEqual(['疥癬', 'かいせん']);
    expect(gramsOf('ああああ')).toHaveLength(1);
    expect(gramsOf('𠮷野')).toEqual([0x20bb7 * 0x110000 + 0x91ce]);
  });
});
