import {
  DomainError,
  faultsOfRule,
  forbidden,
  idOf,
  invalidInput,
  type Bound,
  type Decider,
  type Event,
  type FieldError,
  type Instant,
  type LocalDate,
} from '#kernel';
import { faultsOfAgreement, type Agreed, type MeetingFound } from './agreed.js';
import { areasIn, liesIn, type AreaTree } from './area-tree.js';

/** Rule values of one context: numbers, switches and lists that an area may set otherwise. */
export type RuleValues = Readonly<Record<string, unknown>>;

interface Edition {
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly values: RuleValues;
  /** Since when it has been known, whatever day it holds from; left out of what earlier versions wrote. */
  readonly knownFrom?: Instant;
  readonly agreed?: Agreed;
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
  /** A person must say it; what a council has decided here brings its own. */
  readonly agreed?: Agreed;
}

/** ルールを発効した. Stands for DischargeRuleSetActivated of the model, for every context alike. */
export type RuleSetActivated = Event<'RuleSetActivated', { context: string; area: string } & Edition>;

export const ruleSetId = (context: string, area: string): string => idOf('rule_set', context, area);

export type RuleBounds = Readonly<Record<string, Bound>>;

/** What a context has stated of its rules: their defaults, and what each may be set to. */
export interface StatedRules<Values extends object = RuleValues> {
  readonly defaults: Values;
  readonly bounds: RuleBounds;
}

export interface RuleSetFound {
  readonly stated: StatedRules | undefined;
  readonly tree: AreaTree;
  /** Areas that the caller's organization serves. */
  readonly serves: readonly string[];
  /** The meeting that is named, where there is one. */
  readonly meeting?: MeetingFound;
}

export const ruleSet: Decider<RuleSet | null, ActivateRuleSet, RuleSetActivated, RuleSetFound> = {
  kind: 'rule_set',
  stateVersion: 1,
  initial: null,
  decide({ context, area, effectiveFrom, values, agreed }, state, { actor, found, occurredAt, now }) {
    const { stated, tree, serves, meeting } = found;
    if (!stated) throw invalidInput('context', 'この名前のルールはありません。', 'There are no rules of that name.');
    if (!Object.hasOwn(tree.areas, area))
      throw invalidInput(
        'area',
        'この圏域はありません。圏域の一覧から選び直してください（市町村は6桁のコードです）。',
        'There is no such area. Choose it from the list of areas; a municipality is its six-digit code.',
      );
    const everywhere = !('userId' in actor) || actor.role === 'admin';
    if (!everywhere && !isServed(tree, area, serves))
      throw forbidden(
        'ルールを発効できるのは、自分の機関が受け持つ圏域とその中の圏域だけです。その圏域の拠点か管理者に依頼してください。',
        'Rules are set by an organization that serves the area, or by an admin. Ask the base of that area.',
      );
    const errors = [
      ...Object.entries(values).flatMap(([key, value]) => faultsOf(key, value, stated.bounds)),
      ...('userId' in actor ? faultsOfAgreement({ agreed, area, occurredAt }, meeting, tree) : []),
    ];
    if (errors.length > 0)
      throw new DomainError(
        'invalid',
        'invalid_input',
        'ルールの内容に誤りがあります。項目を直してください。',
        'Something about these rules is wrong. Mend the fields named.',
        errors,
      );
    const version = (state?.editions.length ?? 0) + 2;
    const edition = { version, effectiveFrom, values, knownFrom: now, ...(agreed && { agreed }) };
    return [{ type: 'RuleSetActivated', payload: { context, area, ...edition } }];
  },
  evolve: (state, { payload: { context, area, ...edition } }) => ({
    context,
    area,
    editions: [...(state?.editions ?? []), edition],
  }),
  bearings: () => ({}),
  status: (state) => (state ? 'ACTIVE' : 'DEFAULT'),
};

const LONGEST_NAME = 60;

/** What is served, or lies inside it; also a secondary area that is the same as the home-care areas served (tiers coincide). */
const isServed = (tree: AreaTree, area: string, serves: readonly string[]): boolean => {
  const covered = (id: string) => serves.some((served) => liesIn(tree, id, served));
  if (covered(area) || tree.areas[area]?.level !== 'secondary_area') return covered(area);
  const inside = areasIn(tree, area).filter(({ level }) => level === 'home_care_area');
  return inside.length > 0 && inside.every(({ id }) => covered(id));
};

/** Only own keys: `toString` is no rule. */
const boundOf = (key: string, bounds: RuleBounds): Bound | undefined =>
  Object.hasOwn(bounds, key) ? bounds[key] : undefined;

function faultsOf(key: string, value: unknown, bounds: RuleBounds): FieldError[] {
  const path = `values.${key.slice(0, LONGEST_NAME)}`;
  const bound = boundOf(key, bounds);
  return bound
    ? faultsOfRule(path, value, bound)
    : [{ path, code: 'unknown_rule', ja: 'この項目はありません。', en: 'There is no such rule.' }];
}

export interface Rules<Values> {
  readonly ref: { readonly id: string; readonly version: number };
  readonly values: Values;
}

/**
 * What holds in an area on a day: the defaults, overridden by each area's latest edition in force, nearest last. A value that
 * was stored before it had bounds and lies outside them is passed over: nobody could be admitted under it.
 */
export function rulesInForce<Values extends object>(
  context: string,
  { defaults, bounds }: StatedRules<Values>,
  sets: readonly (RuleSet | undefined)[],
  on: LocalDate,
  knownAt?: Instant,
): Rules<Values> {
  const usable = (values: RuleValues) =>
    Object.fromEntries(Object.entries(values).filter(([key, value]) => faultsOf(key, value, bounds).length === 0));
  return sets.reduce<Rules<Values>>(
    (rules, set) => {
      const edition = set?.editions
        .filter(
          ({ effectiveFrom, knownFrom }) =>
            effectiveFrom <= on && (knownAt === undefined || knownFrom === undefined || knownFrom <= knownAt),
        )
        .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || a.version - b.version)
        .at(-1);
      if (!set || !edition) return rules;
      return {
        ref: { id: ruleSetId(context, set.area), version: edition.version },
        values: { ...rules.values, ...usable(edition.values) },
      };
    },
    { ref: { id: ruleSetId(context, 'default'), version: 1 }, values: defaults },
  );
}
