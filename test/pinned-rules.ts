import { isDeepStrictEqual } from 'node:util';
import { faultsOfRule, type Bound, type Bounds } from '#kernel';

/** What a case has kept of the rules that it began under. */
export type Kept<Rules> = (rules: Rules) => Partial<Rules>;

interface Pinned<Rules extends object> {
  readonly defaults: Rules;
  readonly bounds: Bounds<Rules>;
  /** Lives of a case by name: each is played to its end and gives its facts. All begin under the defaults. */
  readonly lives: Readonly<Record<string, (kept: Kept<Rules>) => readonly object[]>>;
  /** Rules that no decision about a case that has begun depends on, each with its reason. */
  readonly notReadLater?: Partial<Record<keyof Rules, string>>;
}

/**
 * A rule that was added after a case began holds for it as today's defaults say (design decision 17). Each rule goes in two
 * ways: set otherwise, it must change what some life decides, or its absence would show nothing; left out, it must change
 * nothing. So a rule that is added later is covered at once, or named as one that no life here depends on.
 */
export function livesByDefaults<Rules extends object>(pinned: Pinned<Rules>): void {
  const { defaults, bounds, notReadLater = {} } = pinned;
  const lives = Object.entries(pinned.lives).map(([name, play]) => ({ name, play, whole: play((rules) => rules) }));

  it.each(Object.keys(defaults))('lives by today’s default of %s, where it began before there was one', (name) => {
    const key = name as keyof Rules;
    const others = othersOf(defaults[key], bounds[key]);
    const shownBy = lives.filter(({ play, whole }) =>
      others.some(
        (other) =>
          !isDeepStrictEqual(
            play((rules) => ({ ...rules, [key]: other })),
            whole,
          ),
      ),
    );
    expect({ rule: key, isReadLater: shownBy.length > 0 }).toEqual({
      rule: key,
      isReadLater: !(key in notReadLater),
    });
    for (const { name: life, play, whole } of lives)
      expect([life, play(({ [key]: _added, ...rest }) => rest as Partial<Rules>)]).toEqual([life, whole]);
  });

  it('lives by the defaults of all, where it began before there were rules', () => {
    for (const { name: life, play, whole } of lives) expect([life, play(() => ({}))]).toEqual([life, whole]);
  });
}

/** Other values that an area may set. */
function othersOf(value: unknown, bound: Bound): unknown[] {
  const others = candidates(value, bound).filter(
    (other) => faultsOfRule('', other, bound).length === 0 && !isDeepStrictEqual(other, value),
  );
  if (others.length === 0) throw new Error(`no other value than ${JSON.stringify(value)} is within its bounds`);
  return others;
}

function candidates(value: unknown, bound: Bound): unknown[] {
  if ('least' in bound) {
    const { least, most } = bound;
    const near = [1, 2, 3, 7].flatMap((step) => [Number(value) - step, Number(value) + step]);
    return [...near, least, most];
  }
  if ('codes' in bound) return [[], ...bound.codes.map((code) => [code]), bound.codes];
  // A case keeps no rule that has parts: those are of the forms of a desk.
  if (!('each' in bound)) throw new Error(`no other value than ${JSON.stringify(value)} is known`);
  const list = value as readonly number[];
  return [list.map((one) => one + 1), list.map((one) => one - 1), list.slice(0, 1)];
}
