/** Whose requests are counted. */
export type Counted = 'account' | 'address';

const MINUTE_MS = 60_000;
/** Whoever comes from ever new addresses must not fill the memory. */
const MOST_KEYS = 50_000;

interface Count {
  /** Of all processes, as far as was heard. */
  known: number;
  /** Of this process, not told to the others yet. */
  own: number;
}

/** How often each has asked in this minute, here and in the other processes. Pure but for its numbers: the moment is passed in. */
export class RequestCounts {
  private minute = 0;
  private readonly counts = new Map<string, Count>();

  /** Counts one request. @returns seconds to wait; 0: it is within the limit */
  take(key: string, most: number, now: number): number {
    this.begin(now);
    const count = this.counts.get(key) ?? { known: 0, own: 0 };
    if (count.known + count.own >= most) return Math.ceil((MINUTE_MS - (now % MINUTE_MS)) / 1_000);
    count.own++;
    if (this.counts.size < MOST_KEYS || this.counts.has(key)) this.counts.set(key, count);
    return 0;
  }

  /** What the others have not heard of yet. */
  untold(now: number): readonly (readonly [key: string, count: number])[] {
    this.begin(now);
    return [...this.counts].filter(([, { own }]) => own > 0).map(([key, { own }]) => [key, own]);
  }

  /** What was told stands in the count of all. */
  heard(told: number, key: string, all: number, now: number): void {
    // The minute may have ended while it was told: what was counted since is of the next.
    if (Math.floor(now / MINUTE_MS) !== this.minute) return;
    const count = this.counts.get(key);
    if (!count) return;
    count.own = Math.max(0, count.own - told);
    count.known = all;
  }

  private begin(now: number): void {
    const minute = Math.floor(now / MINUTE_MS);
    if (minute === this.minute) return;
    this.minute = minute;
    this.counts.clear();
  }
}
