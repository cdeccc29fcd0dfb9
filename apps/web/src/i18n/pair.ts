import type { Pair } from './dictionary.ts';

const ENGLISH: (() => Promise<void>)[] = [];

const WHOLE: (() => Promise<void>)[] = [];

/** What a context says on the pages of its cases, in messages and in forms: nothing until it is fetched. */
export const LATER = { event: {}, template: {}, record: {}, field: {}, hint: {} } as const;

/**
 * The same words in both languages. Nearly everybody reads Japanese: the English words are fetched once somebody wants them,
 * and are Japanese until then. Of the Japanese, only what a board says is there from the start where the `whole` is apart.
 */
export function pairOf<Words>(
  ja: object,
  english: () => Promise<{ readonly en: Words }>,
  whole?: () => Promise<{ readonly ja: Words }>,
): Pair<Words> {
  // Whoever says more than a board waits for `loadWords`.
  let japanese = ja as Words;
  let en: Words | undefined;
  ENGLISH.push(async () => {
    ({ en } = await english());
  });
  if (whole)
    WHOLE.push(async () => {
      ({ ja: japanese } = await whole());
    });
  return {
    get ja() {
      return japanese;
    },
    get en() {
      return en ?? japanese;
    },
  };
}

/** What no board says, as the details of events: nothing until the words of the other pages are there. */
export function laterOf<Said extends object>(load: () => Promise<Said>): Said {
  const said = {} as Said;
  WHOLE.push(async () => {
    Object.assign(said, await load());
  });
  return said;
}

/** What is said beyond boards: every other page waits for it. */
export async function loadWords(): Promise<void> {
  await Promise.all(WHOLE.map((load) => load()));
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
