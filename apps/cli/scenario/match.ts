import { dateIn, isInstantText, isLocalDate, toInstant } from '#kernel';
import type { Expectation } from './scenario-file.js';

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Equal as the file means it: every key it names; moments as instants; a day is any time of that day in Japan. */
export function matches(wanted: unknown, actual: unknown): boolean {
  if (typeof wanted === 'string' && typeof actual === 'string') {
    if (wanted === actual) return true;
    if (isInstantText(actual) && isInstantText(wanted)) return toInstant(wanted) === toInstant(actual);
    return isInstantText(actual) && isLocalDate(wanted) && dateIn(toInstant(actual)) === wanted;
  }
  if (Array.isArray(wanted))
    return (
      Array.isArray(actual) && wanted.length === actual.length && wanted.every((entry, i) => matches(entry, actual[i]))
    );
  if (isJson(wanted))
    return isJson(actual) && Object.entries(wanted).every(([key, value]) => matches(value, actual[key]));
  return wanted === actual;
}

/** Pairs each wanted entry with an actual one of its own, by augmenting paths: greedy pairing can miss a solution. */
function pairing(wanted: readonly unknown[], actual: readonly unknown[]): (number | undefined)[] {
  const ofActual = Array.from<number | undefined>({ length: actual.length });
  const find = (w: number, seen: Set<number>): boolean =>
    actual.some((entry, a) => {
      if (seen.has(a) || !matches(wanted[w], entry)) return false;
      seen.add(a);
      const other = ofActual[a];
      if (other !== undefined && !find(other, seen)) return false;
      ofActual[a] = w;
      return true;
    });
  const found = wanted.map((_, w) => find(w, new Set()));
  return found.map((ok, w) => (ok ? ofActual.indexOf(w) : undefined));
}

const show = (value: unknown): string => JSON.stringify(value);

/** What of an expectation does not hold, in readable lines; none when all of it does. */
export function differences(
  list: string,
  { exactly, includes, excludes }: Expectation,
  actual: readonly Json[],
  inOrder: boolean,
): string[] {
  const wrong: string[] = [];
  if (exactly) {
    if (inOrder) {
      const length = Math.max(exactly.length, actual.length);
      for (let i = 0; i < length; i++)
        if (i >= exactly.length) wrong.push(`${list}[${i}]: not expected: ${show(actual[i])}`);
        else if (i >= actual.length) wrong.push(`${list}[${i}]: missing: ${show(exactly[i])}`);
        else if (!matches(exactly[i], actual[i]))
          wrong.push(`${list}[${i}]: expected ${show(exactly[i])}\n    but found ${show(actual[i])}`);
    } else {
      const pairs = pairing(exactly, actual);
      exactly.forEach((entry, w) => {
        if (pairs[w] === undefined) wrong.push(`${list}: missing: ${show(entry)}`);
      });
      actual.forEach((entry, a) => {
        if (!pairs.includes(a)) wrong.push(`${list}: not expected: ${show(entry)}`);
      });
    }
  }
  for (const entry of includes ?? [])
    if (!actual.some((found) => matches(entry, found))) wrong.push(`${list}: missing: ${show(entry)}`);
  for (const entry of excludes ?? [])
    for (const found of actual) if (matches(entry, found)) wrong.push(`${list}: must not be there: ${show(found)}`);
  return wrong;
}
