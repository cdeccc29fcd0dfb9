import type { FieldError } from './errors.js';
import { isLocalDate } from './time.js';

/** A whole number from `least` to `most`. */
export interface WholeBound {
  readonly least: number;
  readonly most: number;
}

/** A list of whole numbers; `ascending`: none lies before the one before it. */
export interface WholesBound {
  readonly each: WholeBound;
  readonly ascending: boolean;
  readonly fewest: number;
  readonly longest: number;
}

/** A list of codes, each at most once. */
export interface CodesBound {
  readonly codes: readonly string[];
  readonly fewest: number;
}

/** One of these codes, or a day. */
export interface WordBound {
  readonly word: readonly string[] | 'day';
}

/** What has parts, each within bounds of its own; those of `spared` may be left out, and no other may be there. */
export interface PartsBound {
  readonly parts: Readonly<Record<string, Bound>>;
  readonly spared: readonly string[];
}

/** A list of what has parts. */
export interface ListBound {
  readonly every: PartsBound;
  readonly longest: number;
}

export type Bound = WholeBound | WholesBound | CodesBound | WordBound | PartsBound | ListBound;

type BoundOf<Value> = Value extends number
  ? WholeBound
  : Value extends readonly number[]
    ? WholesBound
    : Value extends string
      ? WordBound
      : Value extends readonly string[]
        ? CodesBound
        : Value extends readonly object[]
          ? ListBound
          : Value extends object
            ? PartsBound
            : never;

/**
 * What each rule of a context may be set to. Every rule has one: a rule without bounds, or of a kind that has none, does not
 * compile.
 */
export type Bounds<Values> = { readonly [Key in keyof Values]-?: BoundOf<Values[Key]> };

export const whole = (least: number, most: number): WholeBound => ({ least, most });

/** Business days of a ladder by level (催促の段): each level lies at or after the one before it [D]. */
export const levels = (longest: number, least: number, most: number): WholesBound => ({
  each: whole(least, most),
  ascending: true,
  fewest: 1,
  longest,
});

/** Any of these codes, or none of them. */
export const anyOf = (codes: readonly string[], fewest = 0): CodesBound => ({ codes, fewest });

export const oneOf = (codes: readonly string[]): WordBound => ({ word: codes });
export const aDay: WordBound = { word: 'day' };

export const parts = <Value>(bounds: Bounds<Value>, spared: readonly (keyof Value & string)[] = []): PartsBound => ({
  parts: bounds,
  spared,
});

export const listOf = <Value>(
  longest: number,
  bounds: Bounds<Value>,
  spared: readonly (keyof Value & string)[] = [],
): ListBound => ({ every: parts<Value>(bounds, spared), longest });

/** In what a rule counts: what stands behind its number, or how its list is read. */
export const RULE_UNITS = [
  'day',
  'business_day',
  'nth_day',
  'nth_business_day',
  'opening_hour',
  'hour',
  'minute',
  'minute_of_day',
  'month',
  'year',
  'number',
  'times',
  'percent',
  'severity',
  'level',
  'tier',
  'business_days_by_level',
  'days_by_level',
  'choice',
] as const;
export type RuleUnit = (typeof RULE_UNITS)[number];

export interface InBothLanguages {
  readonly ja: string;
  readonly en: string;
}

/** What a rule is called and what it means to those who decide about it (決まりの説明). */
export interface RuleTerm {
  readonly name: InBothLanguages;
  readonly meaning: InBothLanguages;
  readonly unit: RuleUnit;
  /** Where the number comes from; without one it is our own default [D]. */
  readonly source?: string;
  /** What its codes and parts are called. */
  readonly labels?: Readonly<Record<string, InBothLanguages>>;
}

/** A term for each rule of a context: one that nobody could explain does not compile. */
export interface RuleTerms<Values> {
  readonly title: InBothLanguages;
  readonly rules: { readonly [Key in keyof Values]-?: RuleTerm };
}

export const term = (
  unit: RuleUnit,
  [nameJa, meaningJa]: readonly [name: string, meaning: string],
  [nameEn, meaningEn]: readonly [name: string, meaning: string],
  more: Pick<RuleTerm, 'source' | 'labels'> = {},
): RuleTerm => ({
  unit,
  name: { ja: nameJa, en: nameEn },
  meaning: { ja: meaningJa, en: meaningEn },
  ...more,
});

/** What is wrong with a value, to its last element; none: a case can live by it. */
export function faultsOfRule(path: string, value: unknown, bound: Bound): FieldError[] {
  if ('least' in bound) return faultsOfWhole(path, value, bound);
  if ('word' in bound) return faultsOfWord(path, value, bound);
  if ('parts' in bound) return faultsOfParts(path, value, bound);
  if (!Array.isArray(value)) return [{ path, code: 'wrong_type', ja: '一覧で指定してください。', en: 'Give a list.' }];
  const list = value as readonly unknown[];
  if ('every' in bound) return faultsOfList(path, list, bound);
  return 'codes' in bound ? faultsOfCodes(path, list, bound) : faultsOfWholes(path, list, bound);
}

function faultsOfList(path: string, list: readonly unknown[], { every, longest }: ListBound): FieldError[] {
  return [
    ...faultsOfLength(path, list, 0, longest),
    ...list.slice(0, longest).flatMap((one, i) => faultsOfParts(`${path}[${i}]`, one, every)),
  ];
}

const LONGEST_NAME = 60;

function faultsOfParts(path: string, value: unknown, { parts: bounds, spared }: PartsBound): FieldError[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ path, code: 'wrong_type', ja: '項目の組で指定してください。', en: 'Give an object of named parts.' }];
  const given = value as Readonly<Record<string, unknown>>;
  const surplus = Object.keys(given).filter((name) => !Object.hasOwn(bounds, name));
  return [
    ...surplus.slice(0, 1).map((name) => ({
      path: `${path}.${name.slice(0, LONGEST_NAME)}`,
      code: 'unknown_rule',
      ja: 'この項目はありません。',
      en: 'There is no such part.',
    })),
    ...Object.entries(bounds).flatMap(([name, bound]) => {
      const at = `${path}.${name}`;
      if (Object.hasOwn(given, name)) return faultsOfRule(at, given[name], bound);
      if (spared.includes(name)) return [];
      return [{ path: at, code: 'missing', ja: 'この項目も指定してください。', en: 'Give this part too.' }];
    }),
  ];
}

function faultsOfWord(path: string, value: unknown, { word }: WordBound): FieldError[] {
  if (word !== 'day') return typeof value === 'string' && word.includes(value) ? [] : [unknownCode(path, word)];
  if (typeof value === 'string' && isLocalDate(value)) return [];
  const ja = '日付を年-月-日（例：2026-04-01）で指定してください。';
  return [{ path, code: 'wrong_type', ja, en: 'Give a day, as 2026-04-01.' }];
}

const unknownCode = (path: string, codes: readonly string[]): FieldError => ({
  path,
  code: 'unknown_code',
  ja: `使える値は ${codes.join('・')} です。`,
  en: `It must be one of ${codes.join(', ')}.`,
});

function faultsOfWhole(path: string, value: unknown, { least, most }: WholeBound): FieldError[] {
  if (typeof value !== 'number')
    return [{ path, code: 'wrong_type', ja: '数で指定してください。', en: 'Give a number.' }];
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  return [
    {
      path,
      code: 'out_of_range',
      ja: `${least}から${most}までの整数にしてください。`,
      en: `Give a whole number from ${least} to ${most}.`,
    },
  ];
}

function faultsOfWholes(path: string, list: readonly unknown[], bound: WholesBound): FieldError[] {
  const { each, ascending, fewest, longest } = bound;
  const faults = [
    ...faultsOfLength(path, list, fewest, longest),
    ...list.slice(0, longest).flatMap((one, i) => faultsOfWhole(`${path}[${i}]`, one, each)),
  ];
  if (faults.length > 0 || !ascending) return faults;
  const numbers = list as readonly number[];
  return numbers.flatMap((one, i) =>
    i > 0 && one < (numbers[i - 1] ?? one)
      ? [
          {
            path: `${path}[${i}]`,
            code: 'out_of_order',
            ja: '前の段より早い値です。段の順に並べてください。',
            en: 'It lies before the level before it. Put the levels in their order.',
          },
        ]
      : [],
  );
}

function faultsOfCodes(path: string, list: readonly unknown[], { codes, fewest }: CodesBound): FieldError[] {
  return [
    ...faultsOfLength(path, list, fewest, codes.length),
    ...list.slice(0, codes.length).flatMap((one, i) => {
      const at = `${path}[${i}]`;
      if (typeof one !== 'string' || !codes.includes(one)) return [unknownCode(at, codes)];
      return list.indexOf(one) === i
        ? []
        : [{ path: at, code: 'duplicate', ja: '同じ値が二度あります。', en: 'This value is there twice.' }];
    }),
  ];
}

function faultsOfLength(path: string, { length }: readonly unknown[], fewest: number, longest: number): FieldError[] {
  if (length >= fewest && length <= longest) return [];
  return [
    {
      path,
      code: length < fewest ? 'too_few' : 'too_many',
      ja: `値の数は${fewest}個から${longest}個までにしてください。`,
      en: `Give ${fewest} to ${longest} values.`,
    },
  ];
}

/**
 * Pinned rules over today's defaults (design decision 17). A case keeps what it started under; a rule that has been added
 * since is missing there, and holds for it as the defaults say.
 */
export const overDefaults = <Values extends object>(defaults: Values, pinned: Partial<Values>): Values => ({
  ...defaults,
  ...Object.fromEntries(
    Object.entries(pinned).filter(([key, value]) => key in defaults && value !== undefined && value !== null),
  ),
});
