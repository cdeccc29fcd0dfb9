import type { FieldError } from './errors.js';

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

export type Bound = WholeBound | WholesBound | CodesBound;

type BoundOf<Value> = Value extends number
  ? WholeBound
  : Value extends readonly number[]
    ? WholesBound
    : Value extends readonly string[]
      ? CodesBound
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
export const anyOf = (codes: readonly string[]): CodesBound => ({ codes, fewest: 0 });

/** What is wrong with a value, to its last element; none: a case can live by it. */
export function faultsOfRule(path: string, value: unknown, bound: Bound): FieldError[] {
  if ('least' in bound) return faultsOfWhole(path, value, bound);
  if (!Array.isArray(value)) return [{ path, code: 'wrong_type', ja: '一覧で指定してください。', en: 'Give a list.' }];
  const list = value as readonly unknown[];
  return 'codes' in bound ? faultsOfCodes(path, list, bound) : faultsOfWholes(path, list, bound);
}

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
      if (typeof one !== 'string' || !codes.includes(one))
        return [
          {
            path: at,
            code: 'unknown_code',
            ja: `使える値は ${codes.join('・')} です。`,
            en: `It must be one of ${codes.join(', ')}.`,
          },
        ];
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
