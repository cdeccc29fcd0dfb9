import type { Values } from '../body.ts';
import { isEmpty } from '../body.ts';

export type Kept = string | number | boolean | readonly string[];
/** What was typed, by the path of its field; what the form knew before is not in it. */
export type Typed = Readonly<Record<string, Kept>>;

const OTHER = 'other.';
/** Changed on both sides; no text that somebody could have typed. */
const BOTH = Symbol('both');
const isOther = (path: string): boolean => path.startsWith(OTHER);

const isPlain = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The values of a form by the paths of its fields. */
export const flat = (values: Values, above = ''): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      isPlain(value) ? Object.entries(flat(value, `${above}${name}.`)) : [[above + name, value]],
    ),
  );

export const same = (a: unknown, b: unknown): boolean =>
  (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);

const sameTyped = (a: Kept | undefined, b: Kept | undefined): boolean =>
  (a === undefined) === (b === undefined) && same(a, b);

export const equal = (a: Typed, b: Typed): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((path) => sameTyped(a[path], b[path]));

const isMoment = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d(T[\d:]+)?$/.test(value);

/**
 * What the person has changed in a form; a field that was filled in and has been emptied is changed, too. A day or moment
 * that the form has filled in goes along: tomorrow it would fill in another, and nobody would have said so.
 */
export function typedIn(initial: Values, values: Values): Typed {
  const before = flat(initial);
  const now = flat(values);
  const changed = Object.keys(before).filter((path) => path in now && !same(before[path], now[path]));
  if (changed.length === 0) return {};
  const filledIn = Object.keys(before).filter((path) => isMoment(before[path]) && path in now);
  return Object.fromEntries([...new Set([...changed, ...filledIn])].map((path) => [path, kept(now[path])]));
}

function kept(value: unknown): Kept {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return isEmpty(value) ? '' : String(value);
}

/** Fields that two devices filled in differently, with what is not in the form. */
export const othersOf = (typed: Typed): [path: string, other: Kept][] =>
  Object.entries(typed).flatMap(([path, value]) =>
    isOther(path) ? [[path.slice(OTHER.length), value] as [string, Kept]] : [],
  );
export const fieldsOf = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([path]) => !isOther(path)));
export const withOthers = (fields: Typed, others: Typed): Typed => ({
  ...fields,
  ...Object.fromEntries(Object.entries(others).map(([path, other]) => [OTHER + path, other])),
});

const holds = (text: Kept | undefined, part: Kept): boolean =>
  same(text, part) || (typeof text === 'string' && typeof part === 'string' && text.includes(part.trim()));

/** Nothing of two texts is left out. */
export const both = (a: Kept | undefined, b: Kept): Kept => {
  if (isEmpty(a) || holds(b, a ?? '')) return b;
  return holds(a, b) ? (a ?? b) : `${String(a)}\n${String(b)}`;
};

/**
 * What two devices have made of one draft, since both last had `base`. What only one of them changed is taken from it;
 * where both did, mine stays in the field and theirs stands beside it as `other.<path>`, until somebody chooses: on any
 * device, for it is part of the draft. Nothing that was typed is left out.
 */
export function reconcile(base: Typed, mine: Typed, theirs: Typed): Typed {
  const [b, m, t] = [base, mine, theirs].map((all) => ({
    fields: fieldsOf(all),
    others: Object.fromEntries(othersOf(all)),
  })) as [Parts, Parts, Parts];
  const others: Record<string, Kept> = {};
  for (const path of pathsOf(b.others, m.others, t.others)) {
    const chosen = newer(b.others[path], m.others[path], t.others[path]);
    const other = chosen === BOTH ? both(m.others[path], t.others[path] ?? '') : chosen;
    if (other !== undefined) others[path] = other;
  }
  const fields: Record<string, Kept> = {};
  for (const path of pathsOf(b.fields, m.fields, t.fields)) {
    const [own, their] = [m.fields[path], t.fields[path]];
    const chosen = newer(b.fields[path], own, their);
    const value = chosen === BOTH ? (isEmpty(own) ? their : own) : chosen;
    if (value !== undefined) fields[path] = value;
    if (chosen !== BOTH || isEmpty(own) || isEmpty(their)) continue;
    // What stood beside it there is what I have typed over since.
    const beside = others[path] !== undefined && !same(others[path], b.fields[path]) ? others[path] : undefined;
    others[path] = both(beside, their ?? '');
  }
  for (const [path, other] of Object.entries(others))
    if (isEmpty(other) || holds(fields[path], other)) delete others[path];
  return withOthers(fields, others);
}

interface Parts {
  readonly fields: Typed;
  readonly others: Typed;
}

const pathsOf = (...all: Typed[]): Set<string> => new Set(all.flatMap((each) => Object.keys(each)));

function newer(
  base: Kept | undefined,
  mine: Kept | undefined,
  theirs: Kept | undefined,
): Kept | typeof BOTH | undefined {
  if (sameTyped(mine, theirs) || sameTyped(theirs, base)) return mine;
  return sameTyped(mine, base) ? theirs : BOTH;
}
