import {
  canonical,
  dateIn,
  DomainError,
  faultsOfRule,
  forbidden,
  idOf,
  invalidInput,
  type Bound,
  type Circumstances,
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

export const RULE_REASONS = [
  'fewer_leaks',
  'fewer_chases',
  'local_practice',
  'law_changed',
  'trial',
  'correction',
] as const;
/** 変更の理由. A code and no text: what rules rest on stands in the minutes of the meeting that is named. */
export type RuleReason = (typeof RULE_REASONS)[number];

export interface Edition {
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly values: RuleValues;
  /** Since when it has been known, whatever day it holds from; left out of what earlier versions wrote. */
  readonly knownFrom?: Instant;
  readonly agreed?: Agreed;
  readonly reason?: RuleReason;
  /** Says a later edition again, with a change that was decided for an earlier day and goes on in it. */
  readonly carries?: true;
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

/** ルールを変える: single rules from a day on. What is not named stays as the area has it, now and in what is decided for later. */
export interface ChangeRules {
  readonly type: 'ChangeRules';
  readonly context: string;
  readonly area: string;
  readonly effectiveFrom: LocalDate;
  readonly set?: RuleValues;
  /** Rules about which the area decides nothing any more: the wider area's value holds again, or the default. */
  readonly withdrawn?: readonly string[];
  /** A person must say it; a council's decision is its own. */
  readonly reason?: RuleReason;
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
  decide(command, state, given) {
    const { context, area, effectiveFrom, values, agreed } = command;
    const { bounds } = placed(command, given);
    refuse([...faultsOfValues('values', values, bounds), ...faultsOfAgreed(command, given)]);
    const version = nextVersion(state);
    const edition = { version, effectiveFrom, values, knownFrom: given.now, ...(agreed && { agreed }) };
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

type Given = Pick<Circumstances<RuleSetFound>, 'now' | 'occurredAt' | 'actor' | 'found'>;

const nextVersion = (state: RuleSet | null): number => (state?.editions.length ?? 0) + 2;

/**
 * ルールを変える. A person changes nothing that is past: cases have begun under what held then. What a council has decided
 * takes effect on the day that it named, however late that is written down.
 */
export const changeRules = (command: ChangeRules, state: RuleSet | null, given: Given): RuleSetActivated[] =>
  editionsOf(command, state, given, faultsOfAgreed(command, given)).map((edition) => ({
    type: 'RuleSetActivated',
    payload: { context: command.context, area: command.area, ...edition },
  }));

/** The rule set as a change would make it. Why, and where it was agreed, is asked when it is decided. */
export const supposed = (command: ChangeRules, state: RuleSet | null, given: Given): RuleSet => ({
  context: command.context,
  area: command.area,
  editions: [...(state?.editions ?? []), ...editionsOf(command, state, given, [])],
});

function editionsOf(
  command: ChangeRules,
  state: RuleSet | null,
  given: Given,
  others: readonly FieldError[],
): Edition[] {
  const { effectiveFrom, set = {}, withdrawn = [], reason, agreed } = command;
  const { bounds } = placed(command, given);
  const isPerson = 'userId' in given.actor;
  refuse([
    ...(isPerson && effectiveFrom < dateIn(given.now) ? [inThePast] : []),
    ...faultsOfValues('set', set, bounds),
    ...withdrawn.flatMap((key, i) => faultsOfWithdrawal(`withdrawn[${i}]`, key, set, bounds)),
    ...others,
  ]);
  const changed = changedEditions(state?.editions ?? [], { effectiveFrom, set, withdrawn });
  if (changed.length === 0 && isPerson)
    throw invalidInput(
      'set',
      'この日の値は、もうこのとおりに決まっています。値か、いつからかを変えてください。',
      'It is so decided for that day already. Choose another value or another day.',
    );
  const first = nextVersion(state);
  return changed.map((edition, i) => ({
    version: first + i,
    ...edition,
    knownFrom: given.now,
    ...(reason && { reason }),
    ...(agreed && { agreed }),
  }));
}

/** What the context has stated, where the area is there and is the caller's. */
function placed({ area }: Pick<ChangeRules, 'area'>, given: Given): StatedRules {
  const { stated, tree, serves } = given.found;
  const { actor } = given;
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
  return stated;
}

const faultsOfAgreed = (
  { agreed, area }: { readonly agreed?: Agreed; readonly area: string },
  { actor, occurredAt, found: { meeting, tree } }: Given,
): FieldError[] => ('userId' in actor ? faultsOfAgreement({ agreed, area, occurredAt }, meeting, tree) : []);

function refuse(errors: readonly FieldError[]): void {
  if (errors.length === 0) return;
  throw new DomainError(
    'invalid',
    'invalid_input',
    'ルールの内容に誤りがあります。項目を直してください。',
    'Something about these rules is wrong. Mend the fields named.',
    errors,
  );
}

const inThePast: FieldError = {
  path: 'effectiveFrom',
  code: 'in_the_past',
  ja: '過ぎた日からは変えられません。今日か、これからの日にしてください。',
  en: 'A rule cannot change from a day that is over. Choose today or a day to come.',
};

function faultsOfWithdrawal(path: string, key: string, set: RuleValues, bounds: RuleBounds): FieldError[] {
  if (!boundOf(key, bounds))
    return [{ path, code: 'unknown_rule', ja: 'この項目はありません。', en: 'There is no such rule.' }];
  if (!Object.hasOwn(set, key)) return [];
  const ja = '同じ項目を、決めると同時に取り消しています。どちらかにしてください。';
  return [{ path, code: 'duplicate', ja, en: 'The same rule is set and withdrawn at once. Do one of the two.' }];
}

/** An area's own decisions as they follow one another: of each day on which one takes effect, the edition that then holds. */
export function epochsOf(editions: readonly Edition[]): readonly Edition[] {
  const latest = new Map<LocalDate, Edition>();
  for (const edition of editions.toSorted((a, b) => a.version - b.version)) latest.set(edition.effectiveFrom, edition);
  return [...latest.values()].toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
}

type Changing = Required<Pick<ChangeRules, 'effectiveFrom' | 'set' | 'withdrawn'>>;

/**
 * The editions that a change adds: one from its day on, and again each one that is decided for later, until that says
 * something else of the rule itself. Nothing but what is named changes on any day.
 */
export function changedEditions(
  editions: readonly Edition[],
  { effectiveFrom, set, withdrawn }: Changing,
): Pick<Edition, 'effectiveFrom' | 'values' | 'carries'>[] {
  const epochs = epochsOf(editions);
  const before = epochs.findLast((epoch) => epoch.effectiveFrom <= effectiveFrom)?.values ?? {};
  let going = [...Object.keys(set), ...withdrawn];
  const changed = (values: RuleValues): RuleValues => ({
    ...Object.fromEntries(Object.entries(values).filter(([key]) => !going.includes(key))),
    ...Object.fromEntries(Object.entries(set).filter(([key]) => going.includes(key))),
  });
  const first = changed(before);
  const added: Pick<Edition, 'effectiveFrom' | 'values' | 'carries'>[] = isSame(first, before)
    ? []
    : [{ effectiveFrom, values: first }];
  let prior = before;
  for (const { effectiveFrom: on, values } of epochs.filter((epoch) => epoch.effectiveFrom > effectiveFrom)) {
    const until = prior;
    going = going.filter((key) => isSame(values[key], until[key]));
    const carried = changed(values);
    if (!isSame(carried, values)) added.push({ effectiveFrom: on, values: carried, carries: true });
    prior = values;
  }
  return added;
}

/** Whether two values say the same; `undefined` is one too. */
export const isSame = (a: unknown, b: unknown): boolean =>
  canonical([a, a === undefined]) === canonical([b, b === undefined]);

const LONGEST_NAME = 60;

/** What is served, or lies inside it; also a secondary area that is the same as the home-care areas served (tiers coincide). */
export const isServed = (tree: AreaTree, area: string, serves: readonly string[]): boolean => {
  const covered = (id: string) => serves.some((served) => liesIn(tree, id, served));
  if (covered(area) || tree.areas[area]?.level !== 'secondary_area') return covered(area);
  const inside = areasIn(tree, area).filter(({ level }) => level === 'home_care_area');
  return inside.length > 0 && inside.every(({ id }) => covered(id));
};

/** Only own keys: `toString` is no rule. */
const boundOf = (key: string, bounds: RuleBounds): Bound | undefined =>
  Object.hasOwn(bounds, key) ? bounds[key] : undefined;

const faultsOfValues = (field: string, values: RuleValues, bounds: RuleBounds): FieldError[] =>
  Object.entries(values).flatMap(([key, value]) => faultsOf(field, key, value, bounds));

function faultsOf(field: string, key: string, value: unknown, bounds: RuleBounds): FieldError[] {
  const path = `${field}.${key.slice(0, LONGEST_NAME)}`;
  const bound = boundOf(key, bounds);
  return bound
    ? faultsOfRule(path, value, bound)
    : [{ path, code: 'unknown_rule', ja: 'この項目はありません。', en: 'There is no such rule.' }];
}

/** Whether a stored value is one to live by: what was written before it had bounds may not be. */
export const isUsable = (key: string, value: unknown, bounds: RuleBounds): boolean =>
  faultsOf('values', key, value, bounds).length === 0;

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
    Object.fromEntries(Object.entries(values).filter(([key, value]) => isUsable(key, value, bounds)));
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
