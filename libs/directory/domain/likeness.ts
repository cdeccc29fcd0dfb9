import { isLocalDate, plusDays, type LocalDate } from '#kernel';
import { foldedText, type Identity } from './identity.js';

/** Why two records may be of one person: nothing of it proves it (双子・同姓同名). */
export const LIKENESSES = ['birth_date', 'near_birth_date', 'name', 'kana', 'family'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** A birth date and what it becomes by the usual slips [D]: the year or the day one off, ten years off, month and day exchanged. */
export function nearBirthDates(on: LocalDate): LocalDate[] {
  const [year = '', month = '', day = ''] = on.split('-');
  const years = [-10, -1, 1, 10].map((by) => `${String(Number(year) + by).padStart(4, '0')}-${month}-${day}`);
  return [...new Set([on, plusDays(on, -1), plusDays(on, 1), `${year}-${day}-${month}`, ...years].filter(isLocalDate))];
}

const familyOf = (kana: string): string => foldedText(kana.trim().split(/[\s　]/u)[0] ?? '');

/**
 * In what two persons are alike, where it is enough to be shown before one of them is registered: the same or nearly the same
 * birth date, and the same name or reading; with the very same birth date the same family name is enough, for a given name is
 * often heard wrong.
 */
export function likenessOf(a: Identity, b: Identity): Likeness[] {
  const isBorn = a.birthDate === b.birthDate;
  if (!isBorn && !nearBirthDates(a.birthDate).includes(b.birthDate)) return [];
  const name = foldedText(a.name) === foldedText(b.name);
  const kana = foldedText(a.kana) === foldedText(b.kana);
  const family = familyOf(a.kana) === familyOf(b.kana);
  if (!name && !kana && !(isBorn && family)) return [];
  return [
    isBorn ? 'birth_date' : 'near_birth_date',
    ...(name ? (['name'] as const) : []),
    ...(kana ? (['kana'] as const) : []),
    ...(family && !kana ? (['family'] as const) : []),
  ];
}
