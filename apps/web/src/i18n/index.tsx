import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Dictionary, Language, Pair } from './dictionary.ts';
import { loadEnglish } from './pair.ts';
import { TEXTS } from './texts.ts';

export { labelOf, optionsOf, textOf, type Dictionary, type Language, type Pair } from './dictionary.ts';

const REMEMBERED = 'tsunagi.language';

/** What keeps the page from the language that was asked for. */
type Waiting = 'loading' | 'failed' | null;

const Context = createContext<{ language: Language; waiting: Waiting; change: (to: Language) => void }>({
  language: 'ja',
  waiting: null,
  change: () => {},
});

const remembered = (): Language => (localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'ja');

let lacking = false;

/** What the reader's language needs before the first page is shown. Where it cannot be had, that is in Japanese. */
export const wordsReady = (): Promise<void> =>
  remembered() === 'en'
    ? loadEnglish().catch(() => {
        lacking = true;
      })
    : Promise.resolve();

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (lacking ? 'ja' : remembered()));
  const [waiting, wait] = useState<Waiting>(() => (lacking ? 'failed' : null));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const show = (to: Language) => {
    setLanguage(to);
    wait(null);
    localStorage.setItem(REMEMBERED, to);
  };
  const change = (to: Language) => {
    if (to === 'ja') return show(to);
    wait('loading');
    loadEnglish().then(
      () => show(to),
      () => wait('failed'),
    );
  };
  return <Context.Provider value={{ language, waiting, change }}>{children}</Context.Provider>;
}

export const useLanguage = () => useContext(Context);
/** What the shell and the engines say. */
export const useText = (): Dictionary => useWords(TEXTS);
/** What a feature says. */
export const useWords = <Words,>(words: Pair<Words>): Words => words[useContext(Context).language];
