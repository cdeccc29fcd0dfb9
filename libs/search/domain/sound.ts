import { toHiragana } from 'wanakana';
import { folded } from '#kernel';

/** The vowel that each kana ends in; ん and っ end in none. */
const ROWS: readonly (readonly [vowel: string, kana: string])[] = [
  ['あ', 'あかさたなはまやらわがざだばぱ'],
  ['い', 'いきしちにひみりゐぎじぢびぴ'],
  ['う', 'うくすつぬふむゆるぐずづぶぷゔ'],
  ['え', 'えけせてねへめれゑげぜでべぺ'],
  ['お', 'おこそとのほもよろをごぞどぼぽ'],
];
const VOWEL_OF: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(([vowel, kana]) => Array.from(kana, (each): [string, string] => [each, vowel])),
);
/** What lengthens a vowel in writing: さとう, おおの, けいこ. */
const LENGTHENS: Readonly<Record<string, string>> = { あ: 'あ', い: 'い', う: 'う', え: 'えい', お: 'おう' };

/** ん before a vowel: with Latin letters けんいち and けにち are both kenichi. */
const LINKED: Readonly<Record<string, string>> = {
  あ: 'な',
  い: 'に',
  う: 'ぬ',
  え: 'ね',
  お: 'の',
  や: 'にや',
  ゆ: 'にゆ',
  よ: 'によ',
};
const ALIKE: Readonly<Record<string, string>> = { ぢ: 'じ', づ: 'ず', を: 'お', ゐ: 'い', ゑ: 'え', ゔ: 'ぶ' };

/**
 * 読みの音: what is left of a reading where spelling may differ: without long vowels, and with what sounds alike written
 * alike. ユーコ and ゆうこ are one, and so is whatever Latin letters make of them. Takes folded kana.
 */
export function soundOf(kana: string): string {
  const alike = kana
    .replaceAll(/ん([あいうえおやゆよ])/g, (_both, next: string) => LINKED[next] ?? next)
    .replaceAll(/[ぢづをゐゑゔ]/g, (one) => ALIKE[one] ?? one);
  let sound = '';
  let vowel = '';
  for (const one of alike) {
    if (one === 'ー' || (LENGTHENS[vowel] ?? '').includes(one)) continue;
    sound += one;
    vowel = VOWEL_OF.get(one) ?? '';
  }
  return sound;
}

/** ō, ô, and the h of passports (ohno, satoh): the same vowel, long. */
const plainVowels = (romaji: string): string =>
  romaji
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/([ou])h(?=[^aiueoy]|$)/g, '$1');

/** Spellings that the tables of romaji do not know: m before lips (homma), tch (hatchobori), a hyphen or mark between syllables. */
const plainConsonants = (romaji: string): string =>
  romaji
    .replaceAll(/m(?=[bmp])/g, 'n')
    .replaceAll('tch', 'cch')
    .replaceAll(/[-'’`]/g, "'");

export const isRomaji = (word: string): boolean => /^[a-z'’`-]+$/.test(plainVowels(word));

/**
 * ローマ字の音: Hepburn or kunrei, with long vowels written or not. Undefined where it spells no Japanese word: what is left of it
 * in Latin letters is no reading.
 */
export function soundOfRomaji(word: string): string | undefined {
  const kana = folded(toHiragana(plainConsonants(plainVowels(word))));
  return /^\p{Script=Hiragana}[\p{Script=Hiragana}ー]*$/u.test(kana) ? soundOf(kana) : undefined;
}
