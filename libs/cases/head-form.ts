import { createHash } from 'node:crypto';
import { dutyKey, type Duties, type Plan, type Rung } from '#kernel';

type Values = Readonly<Record<string, unknown>>;

interface Defaults {
  readonly rules?: object;
}

/** What a state may hold that stands elsewhere: the rules that the case keeps, and what it owes. */
interface Whole {
  readonly rules?: Values;
  readonly duties?: Duties;
}

/** As the head holds them: which defaults, and what the area had set otherwise (design decision 7); duties without ladders. */
interface Short {
  readonly rules?: { readonly defaults: string; readonly set: Values };
  readonly duties?: Readonly<Record<string, Omit<Duties[string], 'rungs'>>>;
}

/** Nobody waits for it, or whoever asks does not chase. */
const NO_LADDER: readonly Rung[] = [];

/** A state as its head keeps it: it refers to its rules, and the ladder of what is owed stands in the obligation's row. */
export function keptOf(kind: Defaults, state: unknown): unknown {
  if (!isWhole(state)) return state;
  const { rules, duties } = state;
  return {
    ...state,
    ...(kind.rules && rules && { rules: { defaults: markOf(kind.rules), set: differing(kind.rules, rules) } }),
    ...(duties && { duties: each(duties, ({ rungs: _rungs, ...duty }) => duty) }),
  };
}

/**
 * The state that a head stands for, with the ladders of these plans. Undefined where it refers to other defaults than
 * today's: then only the log says what the case began under.
 */
export function wholeOf(kind: Defaults, kept: unknown, plans: readonly Plan[]): unknown {
  if (!isShort(kept)) return kept;
  const { rules, duties } = kept;
  if (kind.rules && rules && rules.defaults !== markOf(kind.rules)) return undefined;
  const ladders = new Map(plans.map((plan) => [dutyKey(plan), plan.rungs]));
  return {
    ...kept,
    ...(kind.rules && rules && { rules: { ...kind.rules, ...rules.set } }),
    ...(duties && { duties: each(duties, (duty, key) => ({ ...duty, rungs: ladders.get(key) ?? NO_LADDER })) }),
  };
}

const isWhole = (state: unknown): state is Whole => typeof state === 'object' && state !== null;
const isShort = (state: unknown): state is Short => typeof state === 'object' && state !== null;

const each = <From, To>(all: Readonly<Record<string, From>>, to: (one: From, key: string) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(all).map(([key, one]) => [key, to(one, key)]));

const differing = (defaults: object, rules: Values): Values =>
  Object.fromEntries(
    Object.entries(rules).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key as keyof typeof defaults]),
    ),
  );

/** What a head of this kind has to name, where its cases keep rules: any other stands for other defaults. */
export const markOfDefaults = ({ rules }: Defaults): string | null => (rules ? markOf(rules) : null);

/** Where a head's own text names them, for SQL that finds what stands for others. */
export const MARK_IN_HEAD = `state #>> '{rules,defaults}'`;

const marks = new WeakMap<object, string>();
/** A default that changes changes the mark, and with it whether a head that left it out can be read by itself. */
function markOf(defaults: object): string {
  const known = marks.get(defaults);
  if (known !== undefined) return known;
  const values = JSON.stringify(Object.entries(defaults).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const mark = createHash('sha256').update(values).digest('hex').slice(0, 16);
  marks.set(defaults, mark);
  return mark;
}
