import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Drive, Loop, Queues } from '#platform';
import { ImportStore, type ImportRun } from '../import-store.js';
import { ImportWork } from './import-work.js';

const QUEUE = 'imports';
const LOOK_MS = 2_000;
/** What no worker has taken after this long is taken from here. */
const PATIENCE_SECONDS = 4;
const CLEAR_MS = 60_000;

type Wanted = Pick<ImportRun, 'prefecture' | 'id'>;

/** Tells the workers of an import. Its job holds ids and nothing else; what a queue forgets, its row still knows. */
@Injectable()
export class ImportQueue {
  private readonly logger = new Logger(ImportQueue.name);

  constructor(private readonly queues: Queues) {}

  async tell({ prefecture, id }: Wanted, state: string): Promise<void> {
    await this.queues
      .add(QUEUE, 'work-on-import', { prefecture, id }, `${prefecture}_${id}_${state}_${Date.now()}`)
      .catch((error: Error) => this.logger.warn(`no job for an import: ${error.message}`));
  }
}

/** Works on imports: woken by the queue `imports`, and by what waits too long. */
@Injectable()
export class ImportJobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ImportJobs.name);
  private readonly looking = new Loop(
    () => this.look(),
    LOOK_MS,
    (error) => this.logger.error('could not look for imports; trying again', error),
  );
  private readonly clearing = new Loop(
    () => this.store.clearOver(),
    CLEAR_MS,
    (error) => this.logger.error('could not clear away files that are over; trying again', error),
  );

  constructor(
    private readonly queues: Queues,
    private readonly store: ImportStore,
    private readonly imports: ImportWork,
    private readonly drive: Drive,
  ) {}

  onApplicationBootstrap(): void {
    this.queues.work<Wanted>(QUEUE, ({ prefecture, id }) => this.imports.work(prefecture, id), 1);
    if (this.drive.driven) return;
    this.looking.start();
    this.clearing.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.looking.stop(), this.clearing.stop()]);
  }

  /** Does what has waited longer than a worker needs; without a queue, whatever waits. Says how many. */
  async look(): Promise<number> {
    const waiting = await this.store.waiting(this.queues.isThere ? PATIENCE_SECONDS : 0);
    for (const { prefecture, id } of waiting)
      // What stops one import stops no other.
      await this.imports
        .work(prefecture, id)
        .catch((error: unknown) => this.logger.error(`could not work on the import ${id}; trying again`, error));
    return waiting.length;
  }
}
