/** Fewer than this are not worth a round trip of their own. */
const WORTHWHILE = 8;

/**
 * Takes what waits together, up to `size`, and runs it as one: with no added wait, the batch is whatever came in while
 * the one before was under way (design decision 4). `together` says whether an item may join the batch so far.
 */
export class Batcher<Item, Result> {
  private waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  private running = 0;

  constructor(
    private readonly run: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>,
    private readonly lanes: number,
    private readonly size = 64,
    private readonly together: (batch: readonly Item[], item: Item) => boolean = () => true,
  ) {}

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.running < this.lanes) queueMicrotask(() => this.next());
    });
  }

  private next(): void {
    if (this.running >= this.lanes || this.waiting.length === 0) return;
    const batch: typeof this.waiting = [];
    const later: typeof this.waiting = [];
    const items: Item[] = [];
    // What waits is shared among the free lanes: one lane alone would leave the other idle, and all callers in step.
    const share = Math.min(
      this.size,
      Math.max(WORTHWHILE, Math.ceil(this.waiting.length / (this.lanes - this.running))),
    );
    for (const entry of this.waiting) {
      if (items.length < share && this.together(items, entry.item)) {
        batch.push(entry);
        items.push(entry.item);
      } else later.push(entry);
    }
    this.waiting = later;
    this.running++;
    void this.settle(batch, items).finally(() => {
      this.running--;
      this.next();
    });
    this.next();
  }

  private async settle(batch: typeof this.waiting, items: readonly Item[]): Promise<void> {
    try {
      const results = await this.run(items);
      for (const [i, entry] of batch.entries()) {
        const result = results[i];
        if (result?.status === 'fulfilled') entry.resolve(result.value);
        else entry.reject(result?.reason);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
