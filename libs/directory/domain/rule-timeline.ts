import type { LocalDate } from '#kernel';
import {
  epochsOf,
  isSame,
  isUsable,
  type Edition,
  type RuleBounds,
  type RuleSet,
  type RuleValues,
  type StatedRules,
} from './rule-set.js';

/** From a day on an area says this of a rule; without a value it has withdrawn what it said. */
export interface Decided {
  readonly from: LocalDate;
  readonly value?: unknown;
  /** The edition that says so first: whose reason and meeting it is. */
  readonly version: number;
}

/** What an area itself says of one rule, day by day, oldest first: only where it changes. */
export function decidedOf(editions: readonly Edition[], key: string, bounds: RuleBounds): Decided[] {
  const decided: Decided[] = [];
  for (const { effectiveFrom: from, values } of epochsOf(editions)) {
    const value = ownValue(values, key, bounds);
    if (isSame(value, decided.at(-1)?.value)) continue;
    // Editions of one day follow each other, and a later one may be about another rule.
    const ofDay = editions
      .filter(({ effectiveFrom }) => effectiveFrom === from)
      .toSorted((a, b) => b.version - a.version);
    const others = ofDay.findIndex((one) => !isSame(ownValue(one.values, key, bounds), value));
    const version = (others < 0 ? ofDay.at(-1) : ofDay[others - 1])?.version ?? 0;
    decided.push({ from, version, ...(value !== undefined && { value }) });
  }
  return decided;
}

const ownValue = (values: RuleValues, key: string, bounds: RuleBounds): unknown =>
  Object.hasOwn(values, key) && isUsable(key, values[key], bounds) ? values[key] : undefined;

/** What holds of one rule (今の値), and who says so. */
export interface Held {
  readonly value: unknown;
  /** The area whose decision it is; null: nobody has decided, the default holds. */
  readonly area: string | null;
  readonly version: number | null;
  /** Since when it holds; null: since ever. */
  readonly since: LocalDate | null;
}

/** `sets`: of the areas around the place and of the place itself, nearest last, as `rulesInForce` takes them. */
export function heldOf(
  key: string,
  { defaults, bounds }: StatedRules,
  sets: readonly (RuleSet | undefined)[],
  on: LocalDate,
): Held {
  let withdrawn: LocalDate | null = null;
  for (const set of sets.toReversed()) {
    const now = decidedOf(set?.editions ?? [], key, bounds).findLast(({ from }) => from <= on);
    if (!set || !now) continue;
    if (now.value !== undefined)
      return { value: now.value, area: set.area, version: now.version, since: later(now.from, withdrawn) };
    withdrawn = later(now.from, withdrawn);
  }
  return { value: defaults[key], area: null, version: null, since: withdrawn };
}

const later = (a: LocalDate, b: LocalDate | null): LocalDate => (b !== null && b > a ? b : a);

export interface Coming extends Held {
  readonly from: LocalDate;
}

/** What is decided for later (これから変わる値): each day on which another value holds at the place, or somebody else's. */
export function comingOf(
  key: string,
  stated: StatedRules,
  sets: readonly (RuleSet | undefined)[],
  after: LocalDate,
): Coming[] {
  const days = sets.flatMap((set) =>
    decidedOf(set?.editions ?? [], key, stated.bounds).flatMap(({ from }) => (from > after ? [from] : [])),
  );
  let last = heldOf(key, stated, sets, after);
  return [...new Set(days)].toSorted().flatMap((from) => {
    const held = heldOf(key, stated, sets, from);
    const changes = !isSame(held.value, last.value) || held.area !== last.area;
    last = held;
    return changes ? [{ ...held, from }] : [];
  });
}

/** One decision about one rule, as it was taken. */
export interface Decision {
  readonly version: number;
  readonly from: LocalDate;
  readonly before?: unknown;
  readonly value?: unknown;
}

/** The decisions of an area about one rule (変更の履歴), in the order in which they were taken. */
export function decisionsOf(editions: readonly Edition[], key: string, bounds: RuleBounds): Decision[] {
  const inOrder = editions.toSorted((a, b) => a.version - b.version);
  return inOrder.flatMap((edition, i) => {
    if (edition.carries) return [];
    const { version, effectiveFrom: from } = edition;
    const stood = epochsOf(inOrder.slice(0, i)).findLast((epoch) => epoch.effectiveFrom <= from);
    const before = ownValue(stood?.values ?? {}, key, bounds);
    const value = ownValue(edition.values, key, bounds);
    if (isSame(before, value)) return [];
    return [{ version, from, ...(before !== undefined && { before }), ...(value !== undefined && { value }) }];
  });
}
