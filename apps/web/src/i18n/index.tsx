import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Dictionary, Language, Pair } from './dictionary.ts';
import { loadEnglish } from './pair.ts';
import { TEXTS } from './texts.ts';

export { labelOf, optionsOf, textOf, type Dictionary, type Language, type Pair } from './dictionary.ts';

const REMEMBERED = 'tsunagi.language';

const Context = createContext<{ language: Language; change: (to: Language) => void }>({
  language: 'ja',
  change: () => {},
});

const remembered = (): Language => (localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'ja');

/** What the reader's language needs before the first page is shown. Without a line it is Japanese. */
export const wordsReady = (): Promise<void> =>
  remembered() === 'en' ? loadEnglish().catch(() => undefined) : Promise.resolve();

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(remembered);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(REMEMBERED, language);
  }, [language]);
  const change = (to: Language) => {
    if (to === 'ja') setLanguage(to);
    else
      loadEnglish().then(
        () => setLanguage(to),
        () => undefined,
      );
  };
  return <Context.Provider value={{ language, change }}>{children}</Context.Provider>;
}

export const useLanguage = () => useContext(Context);
/** What the shell and the engines say. */
export const useText = (): Dictionary => useWords(TEXTS);
/** What a feature says. */
export const useWords = <Words,>(words: Pair<Words>): Words => words[useContext(Context).language];
