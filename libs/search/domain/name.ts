import { wordsOf } from '#kernel';
import { isRomaji, soundOf, soundOfRomaji } from './sound.js';

/** 氏名の索引: a key begins with its way of writing (as written, as read, as it sounds) and is found by its beginning. */
const WRITTEN = 'n';
const READ = 'k';
const SOUND = 's';

const KANA = /^[\p{Script=Hiragana}ー]+$/u;

/** A person as the personal store names them. */
export interface Named {
  readonly name?: string;
  readonly kana?: string;
}

/**
 * The keys of a person: the whole name, and from each part of it on. Where no space shows the parts, any of them may begin
 * anywhere: 大野花子 is found by 花子.
 */
export function keysOf({ name = '', kana = '' }: Named): string[] {
  const written = beginnings(wordsOf(name));
  const read = beginnings(wordsOf(kana));
  // A name may be written in kana, and its reading left out.
  const sounding = [...read, ...written].filter((part) => KANA.test(part));
  return [
    ...new Set([
      ...written.map((part) => WRITTEN + part),
      ...read.flatMap(asRead).map((part) => READ + part),
      ...sounding.map((part) => SOUND + soundOf(part)),
    ]),
  ].toSorted();
}

/** Each beginning of a key by which it is found, with the length of the whole. */
export const beginningsOfKey = (key: string): { readonly beginning: string; readonly length: number }[] => {
  const characters = Array.from(key);
  return characters
    .slice(1)
    .map((_character, i) => ({ beginning: characters.slice(0, i + 2).join(''), length: characters.length }));
};

const beginnings = (words: readonly string[]): string[] => {
  const parts = words.length === 1 ? Array.from(words[0] ?? '') : words;
  return parts.map((_part, i) => parts.slice(i).join(''));
};

/** A reading with a long vowel mark is also typed with the vowel itself: ユーコ, ゆうこ. */
const asRead = (reading: string): string[] =>
  reading.includes('ー')
    ? [reading, ...['う', 'お', 'い', 'あ', 'え'].map((vowel) => reading.replaceAll('ー', vowel))]
    : [reading];

/**
 * What one word of a query may be: beginnings of keys, any of which is a hit. A reading in kana is taken at its word, unless
 * it has a long vowel mark; Latin letters say only how it sounds.
 */
export function beginningsOf(word: string): string[] {
  if (KANA.test(word)) return [WRITTEN + word, READ + word, ...(word.includes('ー') ? [SOUND + soundOf(word)] : [])];
  const sound = isRomaji(word) ? soundOfRomaji(word) : undefined;
  return [WRITTEN + word, ...(sound === undefined ? [] : [SOUND + sound])];
}

/**
 * 氏名の問い: each part of what was typed must be found, in any order; or all of it as one word, for a space is easily left out
 * or put in. Not between Latin letters: where one word ends and the next begins, a long vowel would be heard.
 */
export function askedNames(query: string): string[][][] {
  const words = wordsOf(query);
  const parted = words.map(beginningsOf);
  if (words.length < 2) return words.length === 0 ? [] : [parted];
  return words.some(isRomaji) ? [parted] : [[beginningsOf(words.join(''))], parted];
}

/** Whether a person is meant. The index answers the same of many at once. */
export const isMeant = (person: Named, query: string): boolean => {
  const keys = keysOf(person);
  return askedNames(query).some((words) =>
    words.every((ways) => ways.some((beginning) => keys.some((key) => key.startsWith(beginning)))),
  );
};
