import { idOf, invalidInput, type Decider, type Event, type FieldError, type LocalDate } from '#kernel';
import { DomainError } from '#kernel';

/** Rule values of one context: numbers, switches and lists that an area may set otherwise. */
export type RuleValues = Readonly<Record<string, unknown>>;

interface Edition {
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly values: RuleValues;
}

/** The editions of one context's rules that an area has decided (ルールの版). A case keeps the one it started under. */
export interface RuleSet {
  readonly context: string;
  readonly area: string;
  readonly editions: readonly Edition[];
}

export interface ActivateRuleSet {
  readonly type: 'ActivateRuleSet';
  readonly context: string;
  readonly area: string;
  readonly effectiveFrom: LocalDate;
  readonly values: RuleValues;
}

/** ルールを発効した. Stands for DischargeRuleSetActivated of the model, for every context alike. */
export type RuleSetActivated = Event<'RuleSetActivated', { context: string; area: string } & Edition>;

export const ruleSetId = (context: string, area: string): string => idOf('rule_set', context, area);

export const ruleSet: Decider<RuleSet | null, ActivateRuleSet, RuleSetActivated, { defaults: RuleValues | undefined }> =
  {
    kind: 'rule_set',
    stateVersion: 1,
    initial: null,
    decide({ context, area, effectiveFrom, values }, state, { found: { defaults } }) {
      if (!defaults)
        throw invalidInput('context', 'この名前のルールはありません。', 'There are no rules of that name.');
      const errors = faultsOf(values, defaults);
      if (errors.length > 0)
        throw new DomainError(
          'invalid',
          'invalid_input',
          'ルールの値に誤りがあります。項目を直してください。',
          'Some rule values are wrong. Mend the fields named.',
          errors,
        );
      const version = (state?.editions.length ?? 0) + 2;
      return [{ type: 'RuleSetActivated', payload: { context, area, version, effectiveFrom, values } }];
    },
    evolve: (state, { payload: { context, area, ...edition } }) => ({
      context,
      area,
      editions: [...(state?.editions ?? []), edition],
    }),
    duties: () => [],
    bearings: () => ({}),
    status: (state) => (state ? 'ACTIVE' : 'DEFAULT'),
  };

/** A value must be one that the context knows, of the default's own type, and no negative number. */
function faultsOf(values: RuleValues, defaults: RuleValues): FieldError[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const path = `values.${key}`;
    const standard = defaults[key];
    if (standard === undefined)
      return [{ path, code: 'unknown_rule', ja: 'この項目はありません。', en: 'There is no such rule.' }];
    if (typeof value !== typeof standard || Array.isArray(value) !== Array.isArray(standard))
      return [{ path, code: 'wrong_type', ja: '値の型が違います。', en: 'The value is of the wrong type.' }];
    if (typeof value === 'number' && (!Number.isInteger(value) || value < 0))
      return [{ path, code: 'out_of_range', ja: '0以上の整数にしてください。', en: 'Give a whole number from 0.' }];
    return [];
  });
}

export interface Rules<Values> {
  readonly ref: { readonly id: string; readonly version: number };
  readonly values: Values;
}

/** What holds in an area on a day: the defaults, overridden by each area's latest edition in force, nearest last. */
export function rulesInForce<Values extends object>(
  context: string,
  defaults: Values,
  sets: readonly (RuleSet | undefined)[],
  on: LocalDate,
): Rules<Values> {
  return sets.reduce<Rules<Values>>(
    (rules, set) => {
      const edition = set?.editions
        .filter(({ effectiveFrom }) => effectiveFrom <= on)
        .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || a.version - b.version)
        .at(-1);
      if (!set || !edition) return rules;
      return {
        ref: { id: ruleSetId(context, set.area), version: edition.version },
        values: { ...rules.values, ...edition.values },
      };
    },
    { ref: { id: ruleSetId(context, 'default'), version: 1 }, values: defaults },
  );
}
