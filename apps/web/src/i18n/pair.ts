import type { Pair } from './dictionary.ts';

const ENGLISH: (() => Promise<void>)[] = [];

/**
 * The same words in both languages. Nearly everybody reads Japanese: the English words are fetched once somebody wants them,
 * and are Japanese until then.
 */
export function pairOf<Words>(ja: Words, english: () => Promise<{ readonly en: Words }>): Pair<Words> {
  let en = ja;
  ENGLISH.push(async () => {
    ({ en } = await english());
  });
  return {
    ja,
    get en() {
      return en;
    },
  };
}

/** Every word that the app has. */
export const loadEnglish = async (): Promise<void> => {
  await Promise.all(ENGLISH.map((load) => load()));
};
