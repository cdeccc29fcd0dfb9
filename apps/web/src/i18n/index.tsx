import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Dictionary, Language, Pair } from './dictionary.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

export { labelOf, optionsOf, textOf, type Dictionary, type Language, type Pair } from './dictionary.ts';

const DICTIONARIES: Pair<Dictionary> = { ja, en };
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
/** What the shell and the engines say. */
export const useText = (): Dictionary => useWords(DICTIONARIES);
/** What a feature says. */
export const useWords = <Words,>(words: Pair<Words>): Words => words[useContext(Context).language];
