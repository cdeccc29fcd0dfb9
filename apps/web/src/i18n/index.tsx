import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { en } from './en/index.ts';
import { ja } from './ja/index.ts';

type Widened<T> = T extends string
  ? string
  : T extends (...words: infer Words) => string
    ? (...words: Words) => string
    : { [Key in keyof T]: Widened<T[Key]> };

/** Japanese is the source; a key that English lacks does not compile. */
export type Dictionary = Widened<typeof ja>;
export type Language = 'ja' | 'en';

const DICTIONARIES: Record<Language, Dictionary> = { ja, en };
const REMEMBERED = 'tsunagi.language';

const Context = createContext<{ language: Language; change: (to: Language) => void }>({
  language: 'ja',
  change: () => {},
});

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, change] = useState<Language>(() => (localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'ja'));
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(REMEMBERED, language);
  }, [language]);
  return <Context.Provider value={{ language, change }}>{children}</Context.Provider>;
}

export const useLanguage = () => useContext(Context);
export const useText = (): Dictionary => DICTIONARIES[useContext(Context).language];

/** A code that this version does not know yet shows as it is, rather than not at all. */
export const labelOf = (labels: object, code: string | number | null | undefined): string =>
  code === null || code === undefined ? '' : ((labels as Record<string, string>)[code] ?? String(code));

/** The choices of a form: codes in the order of the dictionary. */
export const optionsOf = (labels: object): { value: string; label: string }[] =>
  Object.entries(labels as Record<string, string>).map(([value, label]) => ({ value, label }));
