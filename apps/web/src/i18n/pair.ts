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

/** Every word that the app has. Where they cannot be had now, it may be asked for them again. */
export async function loadEnglish(): Promise<void> {
  await fetched(TRIES);
  await Promise.all(ENGLISH.map((load) => load()));
}

/** A line that breaks off is often back at once, and one that is silent for so long is not slow but gone [D]. */
const TRIES = 2;
const PATIENCE_MS = 10_000;

/** Where the build has laid the words; tests read them from their source. */
const address = (): string | undefined =>
  typeof document === 'undefined'
    ? undefined
    : document.querySelector<HTMLMetaElement>('meta[name="english"]')?.content;

/**
 * Brings the words to this machine, from where their modules are made. A module that could not be fetched once a browser
 * never fetches again; this it does, as often as it is asked to.
 */
async function fetched(tries: number): Promise<void> {
  const at = address();
  if (at === undefined) return;
  try {
    const answer = await fetch(at, { signal: AbortSignal.timeout(PATIENCE_MS) });
    // What stands between here and the server may answer with a page of its own.
    if (!answer.ok || !answer.headers.get('content-type')?.includes('javascript'))
      throw new Error(`no words, but ${answer.status}`);
    await answer.arrayBuffer();
  } catch (problem) {
    if (tries === 1) throw problem;
    await fetched(tries - 1);
  }
}
