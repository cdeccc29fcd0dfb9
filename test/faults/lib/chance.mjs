/** A small seeded generator (mulberry32): the same seed gives the same plan of faults and of each client's wishes. */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (from, to) => from + next() * (to - from),
    oneOf: (list) => list[Math.floor(next() * list.length)],
    shuffled: (list) =>
      list
        .map((item) => [next(), item])
        .toSorted(([a], [b]) => a - b)
        .map(([, item]) => item),
  };
}
