import { setTimeout as pause } from 'node:timers/promises';

/** Whether loops run by themselves, as they do everywhere but under the scenario runner. */
export abstract class Drive {
  abstract readonly driven: boolean;
}

/** Does something over and over until stopped, at the latest every `everyMs`, asked each time; `poke` makes it go at once. */
export class Loop {
  private readonly stopping = new AbortController();
  private nap = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly everyMs: number | (() => number),
    private readonly failed: (error: unknown) => void,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  poke(): void {
    this.nap.abort();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.nap.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.nap = new AbortController();
      try {
        await this.work();
      } catch (error) {
        this.failed(error);
      }
      if (this.stopping.signal.aborted) return;
      const { everyMs } = this;
      await pause(typeof everyMs === 'number' ? everyMs : everyMs(), undefined, { signal: this.nap.signal }).catch(
        () => undefined,
      );
    }
  }
}
