import type { LocalDate } from '#kernel';

/** Who a person is (本人の身元), as the personal-data store holds it. */
export interface Identity {
  readonly name: string;
  readonly kana: string;
  readonly birthDate: LocalDate;
  readonly sex: string;
  readonly address?: string;
}

const KATAKANA_TO_HIRAGANA = 0x60;

/** The same name, however it was typed: full or half width, hiragana or katakana, with or without a space. */
export const foldedText = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA))
    .toLowerCase();

/** What two records of one person have in common, as far as paper can say: twins differ in their given names. */
export const foldedIdentity = ({ name, kana, birthDate, sex }: Identity): string =>
  JSON.stringify([birthDate, sex, foldedText(name), foldedText(kana)]);

/** Whether two records are of one person. */
export const isSamePerson = (a: Identity, b: Identity): boolean => foldedIdentity(a) === foldedIdentity(b);
