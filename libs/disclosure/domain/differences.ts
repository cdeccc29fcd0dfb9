import type { Grid, Sum } from './grid.js';

/**
 * What is left when a published figure is taken from another that holds it (差し引き): known to everybody, whether it
 * stands in a table or not. Two months, two areas, a filter and what it filters, a pack and the next one.
 */
export interface Difference {
  /** Published figures from which both sides follow. */
  readonly from: ReadonlySet<string>;
  readonly count: number;
}

/** A number that everybody has: published, or left over when published ones are subtracted. */
interface Known extends Pick<Sum, 'takes' | 'count'> {
  readonly from: ReadonlySet<string>;
}

/** Rounds of reasoning: what is empty because two numbers agree shows that others agree. */
const ROUNDS = 3;

/** A difference that shows a number from one to below `least`, and follows from a figure among `of`. */
export function smallDifference(
  grid: Grid,
  shown: readonly Sum[],
  margins: readonly { readonly margin: string; readonly cells: readonly string[] }[],
  of: ReadonlySet<string>,
  least: number,
): Difference | undefined {
  const known = derived(shown, margins);
  const isOurs = ({ from }: Known) => [...from].some((id) => of.has(id));
  const ours = known.filter(isOurs);
  const rest = known.filter((one) => !isOurs(one));
  // Places that a zero empties are known to hold nobody: they tell no two figures apart.
  const empty = known.filter(({ count }) => count === 0);
  const small = known.find((one) => one.count > 0 && one.count < least && isOurs(one));
  if (small) return small;
  for (let round = 0; round < ROUNDS; round++) {
    const found: Known[] = [];
    const pairs = (inners: readonly Known[], outers: readonly Known[]): Difference | undefined => {
      for (const inner of inners)
        for (const outer of outers) {
          const count = outer.count - inner.count;
          if (count < 0 || count >= least || inner === outer || inner.count === 0 || !holds(grid, outer, inner, empty))
            continue;
          const from = new Set([...inner.from, ...outer.from]);
          if (count > 0) return { from, count };
          found.push(...partsOf(outer, inner).map((takes) => ({ takes, count: 0, from })));
        }
      return undefined;
    };
    const difference = pairs(ours, known) ?? pairs(rest, ours);
    if (difference) return difference;
    pairs(rest, rest);
    const news = found.filter((one) => !empty.some((zero) => isWithin(one.takes, zero.takes)));
    if (news.length === 0) return undefined;
    empty.push(...news);
  }
  return undefined;
}

/** The published figures, the differences of any two that differ in one dimension, and what is left of each table. */
function derived(
  shown: readonly Sum[],
  margins: readonly { readonly margin: string; readonly cells: readonly string[] }[],
): Known[] {
  const plain = shown.map(({ id, takes, count }): Known => ({ takes, count, from: new Set([id]) }));
  const known = new Map(plain.map((one) => [keyOf(one.takes), one]));
  const add = (one: Known) => {
    const key = keyOf(one.takes);
    if (!known.has(key)) known.set(key, one);
  };
  for (const outer of plain)
    for (const inner of plain) if (outer !== inner) for (const one of lessOf(outer, inner)) add(one);
  const byId = new Map(shown.map(({ id }, i) => [id, plain[i]]));
  for (const { margin, cells } of margins) {
    const left = cells.reduce<Known | undefined>((rest, id) => {
      const cell = byId.get(id);
      return rest && cell ? (lessOf(rest, cell)[0] ?? rest) : rest;
    }, byId.get(margin));
    if (left) add(left);
  }
  return [...known.values()];
}

/** One figure less another that lies in it and differs from it in one dimension. */
function lessOf(outer: Known, inner: Known): Known[] {
  if (!isWithin(inner.takes, outer.takes)) return [];
  const parts = partsOf(outer, inner);
  const [takes] = parts;
  if (!takes || parts.length > 1) return [];
  return [{ takes, count: outer.count - inner.count, from: new Set([...outer.from, ...inner.from]) }];
}

/** What of a figure lies outside another, for each dimension in which they differ. */
const partsOf = (outer: Known, inner: Known): Sum['takes'][] =>
  outer.takes.flatMap((taken, d) => {
    const others = inner.takes[d];
    if (!others) return [];
    const left = others.map((takes, of) => !takes && taken?.[of] !== false);
    return left.some(Boolean) ? [outer.takes.with(d, left)] : [];
  });

const keyOf = (takes: Sum['takes']): string => takes.map((taken) => taken?.map(Number).join('') ?? '*').join();

const isWithin = (inner: Sum['takes'], outer: Sum['takes']): boolean =>
  outer.every((takes, d) => takes === null || takes.every((yes, of) => yes || inner[d]?.[of] === false));

/** Whether every place of one figure that may hold anybody is a place of the other as well. */
const holds = (grid: Grid, outer: Known, inner: Known, empty: readonly Known[]): boolean =>
  inner.takes.every((taken, d) => {
    const others = outer.takes[d];
    if (!others) return true;
    return others.every(
      (takes, of) =>
        takes ||
        taken?.[of] === false ||
        grid.isKnownEmpty(inner.takes, d, of) ||
        empty.some((zero) => coversAt(zero.takes, inner.takes, d, of)),
    );
  });

/** Whether a figure takes all places of another that are of this class in this dimension. */
const coversAt = (outer: Sum['takes'], inner: Sum['takes'], dimension: number, of: number): boolean =>
  outer.every((takes, d) => {
    if (!takes) return true;
    if (d === dimension) return takes[of] === true;
    const taken = inner[d];
    return takes.every((yes, one) => yes || taken?.[one] === false);
  });
