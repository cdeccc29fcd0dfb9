import type { ja } from './ja.ts';

export type Language = 'ja' | 'en';

/** The same keys, in any words. */
export type Widened<T> = T extends string
  ? string
  : T extends (...words: infer Words) => string
    ? (...words: Words) => string
    : { readonly [Key in keyof T]: Widened<T[Key]> };

/** Japanese is the source; a key that English lacks does not compile. */
export type Dictionary = Widened<typeof ja>;

/** The same words in both languages. */
export type Pair<Words> = Readonly<Record<Language, Words>>;

/** A code that this version does not know yet shows as it is, rather than not at all. */
export const labelOf = (labels: object, code: string | number | null | undefined): string =>
  code === null || code === undefined
    ? ''
    : Object.hasOwn(labels, code)
      ? ((labels as Record<string, string>)[code] ?? '')
      : String(code);

/** A code or a moment of the API, where its type says no more than that it is there. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** The choices of a form: codes in the order of the dictionary. */
export const optionsOf = (labels: object): { value: string; label: string }[] =>
  Object.entries(labels as Record<string, string>).map(([value, label]) => ({ value, label }));
