import { plainGlyphs } from './glyphs.js';

const KATAKANA_TO_HIRAGANA = 0x60;
const SMALL = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const LARGE = 'あいうえおつやゆよわかけ';
const LARGE_OF: ReadonlyMap<string, string> = new Map(Array.from(SMALL, (kana, i) => [kana, LARGE.charAt(i)]));

/** Marks that choose a glyph of one and the same character (異体字セレクタ), and what is not seen at all. */
const UNSEEN = /[\p{Variation_Selector}\u200b-\u200f\u2060\ufeff]/gu;
/** What people type for the long vowel mark (長音符): after a kana each of them is one. */
const BARS = /(?<=[\p{Script=Hiragana}ー])[-‐‑‒–—―−]+/gu;

/**
 * 検索用にそろえる: what is one and the same to a reader becomes one and the same text. Width, letter case, katakana and
 * hiragana, small and large kana, old and new glyphs. Spaces stay, for they part words.
 */
export const folded = (text: string): string =>
  plainGlyphs(text.normalize('NFKC').replaceAll(UNSEEN, '').toLowerCase())
    .replaceAll(/(\p{Script=Han})々/gu, '$1$1')
    .replaceAll(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA))
    .replaceAll(/[ぁぃぅぇぉっゃゅょゎゕゖ]/g, (kana) => LARGE_OF.get(kana) ?? kana)
    .replaceAll(/([か-とは-ほ])ゞ/g, (_both, kana: string) => kana + voiced(kana))
    .replaceAll(/(\p{Script=Hiragana})[ゝゞ]/gu, '$1$1')
    .replaceAll(BARS, (bars) => 'ー'.repeat(bars.length));

/** 濁点 put on a kana. */
const voiced = (kana: string): string => `${kana}\u3099`.normalize('NFC');

/** The words of what was typed: spaces, commas, and the point between the parts of a foreign name (中点) part them. */
export const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[\s・,、。]+/u)
    .filter((word) => word !== '');
