/** One thing to measure. It runs in as many loops as it has callers, or measures a slice by itself. */
export interface Case {
  readonly name: string;
  /** What it is compared with, by name; left out for what others are compared with. */
  readonly to?: string;
  /** One round of the case for so many milliseconds: how much it did, and how long each took. */
  readonly slice: (ms: number) => Promise<Slice>;
  /** Before each slice and not timed: what a slice before has left to do. */
  readonly before?: () => Promise<unknown>;
}

export interface Slice {
  readonly done: number;
  readonly seconds: number;
  readonly latencies: readonly number[];
}

export interface Measured {
  readonly name: string;
  readonly to: string | undefined;
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  /** Rate divided by that of `to` in the same round, each round by itself. */
  readonly ratio: Ratio | undefined;
}

export interface Ratio {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly rounds: number;
}

export const quantile = (values: readonly number[], p: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? NaN;
};

export const ratioOf = (ratios: readonly number[]): Ratio => ({
  median: quantile(ratios, 0.5),
  low: quantile(ratios, 0.25),
  high: quantile(ratios, 0.75),
  rounds: ratios.length,
});

/** Quartile range over median: above 0.4 the machine was too busy for the ratio to mean anything. */
export const spread = ({ low, high, median }: Ratio): number => (high - low) / median;
export const isNoisy = (ratio: Ratio): boolean => spread(ratio) > 0.4;

/** Keeps so many callers busy for a slice. */
export const callers =
  (count: number, call: (caller: number) => Promise<unknown>) =>
  async (ms: number): Promise<Slice> => {
    const latencies: number[] = [];
    const began = performance.now();
    await Promise.all(
      Array.from({ length: count }, async (_, caller) => {
        while (performance.now() - began < ms) {
          const start = performance.now();
          await call(caller);
          latencies.push(performance.now() - start);
        }
      }),
    );
    return { done: latencies.length, seconds: (performance.now() - began) / 1000, latencies };
  };

/**
 * Whatever else the machine does hits all cases of a round alike: so a round is a slice of each case in turn, and only
 * ratios within a round are judged. Every second round goes backwards. The first round warms up and does not count.
 */
export async function paired(
  cases: readonly Case[],
  { rounds, ms }: { rounds: number; ms: number },
): Promise<Measured[]> {
  const rates = new Map<string, number[]>(cases.map(({ name }) => [name, []]));
  const latencies = new Map<string, number[]>(cases.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++)
    for (const { name, slice, before } of round % 2 === 0 ? cases : cases.toReversed()) {
      await before?.();
      const { done, seconds, latencies: took } = await slice(ms);
      if (round < 0) continue;
      rates.get(name)?.push(done / seconds);
      const all = latencies.get(name);
      for (const one of took) all?.push(one);
    }
  return cases.map(({ name, to }) => {
    const own = rates.get(name) ?? [];
    const base = to === undefined ? undefined : rates.get(to);
    return {
      name,
      to,
      rate: quantile(own, 0.5),
      p50: quantile(latencies.get(name) ?? [], 0.5),
      p99: quantile(latencies.get(name) ?? [], 0.99),
      ratio: base && ratioOf(own.map((rate, i) => rate / (base[i] ?? NaN))),
    };
  });
}
