/** An entry of an agenda while it is arranged. */
export interface Arranged {
  readonly item: string;
  readonly parent?: string;
  readonly minutes?: number;
}

/** With what stands below it, right after it: an agenda reads as its numbers run. */
export function inOrder(entries: readonly Arranged[]): Arranged[] {
  const tops = entries.filter(({ parent }) => parent === undefined || !entries.some(({ item }) => item === parent));
  return tops.flatMap(({ parent: _none, ...top }) => [top, ...entries.filter(({ parent }) => parent === top.item)]);
}

/** Moves an entry past its neighbor of the same level, with all that stands below it. */
export function moved(entries: readonly Arranged[], item: string, by: -1 | 1): Arranged[] {
  const entry = entries.find((each) => each.item === item);
  const same = entries.filter(({ parent }) => parent === entry?.parent);
  const at = same.findIndex((each) => each.item === item);
  const other = same[at + by];
  if (!entry || !other) return [...entries];
  const swapped = entries.map((each) => (each.item === item ? other : each.item === other.item ? entry : each));
  return inOrder(swapped);
}

/** Puts an entry below the one of the upper level before it; what stood below it comes along on that level. */
export function nested(entries: readonly Arranged[], item: string): Arranged[] {
  const tops = entries.filter(({ parent }) => parent === undefined);
  const above = tops[tops.findIndex((each) => each.item === item) - 1];
  if (!above) return [...entries];
  return inOrder(
    entries.map((each) => (each.item === item || each.parent === item ? { ...each, parent: above.item } : each)),
  );
}

export const freed = (entries: readonly Arranged[], item: string): Arranged[] =>
  inOrder(
    entries.map((each) => {
      const { parent: _none, ...rest } = each;
      return each.item === item ? rest : each;
    }),
  );

export const without = (entries: readonly Arranged[], item: string): Arranged[] =>
  inOrder(entries.filter((each) => each.item !== item));

/** "1", "1.1", "2": as the server will number it. */
export function numbersOf(entries: readonly Arranged[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  let top = 0;
  const below = new Map<string, number>();
  for (const { item, parent } of inOrder(entries)) {
    if (parent === undefined) numbers.set(item, String(++top));
    else {
      below.set(parent, (below.get(parent) ?? 0) + 1);
      numbers.set(item, `${numbers.get(parent) ?? ''}.${below.get(parent)}`);
    }
  }
  return numbers;
}

/**
 * Two people arranged one agenda: mine stays as it is, what the other added stands at the end, and what is on it no more
 * for anybody is left out by the server's own word.
 */
export function merged(
  mine: readonly Arranged[],
  before: readonly Arranged[],
  theirs: readonly Arranged[],
): { readonly entries: Arranged[]; readonly added: readonly string[] } {
  const known = new Set([...mine, ...before].map(({ item }) => item));
  const added = theirs.filter(({ item }) => !known.has(item));
  return { entries: inOrder([...mine, ...added]), added: added.map(({ item }) => item) };
}
