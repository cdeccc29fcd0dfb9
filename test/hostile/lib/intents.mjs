import fc from 'fast-check';
import { DATES, IDS, LONG_TEXTS, METHODS, NUMBERS, PATHS, TEXTS, TIMES, WRONG_TYPES } from './hostile.mjs';

/** Which of what there is: nothing of it is simpler than another. */
const luck = fc.noShrink(fc.noBias(fc.nat()));

const deep = fc
  .constantFrom(5, 15, 19, 30)
  .map((levels) => Array.from({ length: levels }).reduce((inner, _, i) => (i % 2 ? [inner] : { a: inner }), 'x'));
const many = fc.constantFrom(101, 1_000, 4_000, 10_000).map((length) => Array.from({ length }, (_, i) => `${i}`));

const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 400 }) },
  { weight: 1, arbitrary: fc.constantFrom(...LONG_TEXTS) },
);
const number = fc.oneof(
  fc.constantFrom(...NUMBERS),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeInteger(),
);
const date = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...DATES) },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: true }).map((one) => one.toISOString().slice(0, 10)) },
);
const time = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TIMES, ...DATES) },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: true }).map((one) => one.toISOString()) },
);
const id = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...IDS) }, { weight: 1, arbitrary: fc.uuid() });
const list = fc.oneof(
  fc.constantFrom([], [[]], [null], [{}], [1], 'a', {}, { 0: 'a', length: 1 }),
  fc.array(text, { maxLength: 5 }),
  many,
);
const any = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WRONG_TYPES) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: many },
  text,
  number,
  date,
  time,
  id,
);

const hostileId = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...PATHS) },
  { weight: 4, arbitrary: fc.constantFrom(...IDS).map(encodeURIComponent) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map(encodeURIComponent) },
);

const spoils = fc.oneof(
  // A thing of another kind, or what is no id at all.
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('id'), id: fc.option(hostileId, { nil: undefined, freq: 1 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('body'),
      at: fc.noBias(fc.nat()),
      gone: fc.noBias(fc.integer({ min: 0, max: 7 })).map((n) => n === 7),
      fits: fc.boolean(),
      value: fc.record({ text, number, date, time, id, list, any }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('raw'), luck }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('headers'), luck }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('query'), luck }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('method'), method: fc.constantFrom(...METHODS) }) },
);

/** A request as it is intended: half of them mean well, the others are spoiled in one to three ways. */
export const intents = fc.record({
  luck,
  spoils: fc.oneof(fc.constant([]), fc.array(spoils, { minLength: 1, maxLength: 3 })),
});

/** So many at a time: a value is found again by the seed of its chunk and its place in it. */
export const CHUNK = 512;

/** Intents in their order, the same for the same seed. */
export function* intended(seed, count) {
  for (let n = 0, chunk = 0; n < count; chunk++) {
    const at = seedOf(seed, chunk);
    const values = fc.sample(intents, { seed: at, numRuns: Math.min(CHUNK, count - n) });
    for (const [i, intent] of values.entries()) yield { intent, seed: at, path: String(i), ordinal: n++ };
  }
}

const seedOf = (seed, chunk) => (seed * 1_000_003 + chunk) | 0;

/**
 * The simplest intent that still goes wrong in the same way, with its answer; nothing where it does not go wrong again, for what
 * it was about has moved on.
 */
export async function simplest({ seed, path }, tries, isWrong) {
  let left = tries;
  const property = fc.asyncProperty(intents, async (intent) => left-- <= 0 || !(await isWrong(intent)));
  const { failed, counterexample, counterexamplePath } = await fc.check(property, { seed, path, numRuns: 1 });
  return failed ? { intent: counterexample[0], path: counterexamplePath } : undefined;
}
