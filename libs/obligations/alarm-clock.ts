import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Databases, Drive, Loop, Queues } from '#platform';
import { Chaser } from './chaser.js';

export const CHASE_QUEUE = 'chase';
const POLL_MS = 250;
/** Where something was due just now, more will be in a moment. */
const SOON_MS = 25;
/** What no worker has taken after this long the poller runs itself. */
const PATIENCE_MS = 1_000;

interface Wake {
  readonly prefecture: string;
  readonly urgency: number;
}

/**
 * Watches the due rows by the database's clock and wakes the chase workers, one job per prefecture and class (design
 * decision 5). The queue only makes it quicker: rows that stay due are swept from here.
 */
@Injectable()
export class AlarmClock implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AlarmClock.name);
  private readonly loop = new Loop(
    () => this.look(),
    () => (this.isBusy ? SOON_MS : POLL_MS),
    (error) => this.logger.error('could not look at what is due; trying again', error),
  );
  private isBusy = false;
  private readonly dueSince = new Map<string, number>();
  private readonly wokenAt = new Map<string, number>();
  private wakes = 0;

  constructor(
    private readonly databases: Databases,
    private readonly queues: Queues,
    private readonly chaser: Chaser,
    private readonly drive: Drive,
  ) {}

  onApplicationBootstrap(): void {
    this.queues.work<Wake>(CHASE_QUEUE, async (wake) => {
      await this.chaser.sweep(wake.prefecture, wake.urgency, 'worker');
      this.dueSince.delete(keyOf(wake));
      this.wokenAt.delete(keyOf(wake));
    });
    if (!this.drive.driven) this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** One look at what is due; the loop does this four times a second, and again at once while something is. */
  async look(): Promise<void> {
    // Until the look has succeeded, nothing is known to be due.
    this.isBusy = false;
    const due = await this.due();
    const keys = new Set(due.map(keyOf));
    for (const seen of [this.dueSince, this.wokenAt])
      for (const key of seen.keys()) if (!keys.has(key)) seen.delete(key);
    for (const wake of due)
      // What stops one prefecture or class stops no other.
      await this.attend(wake).catch((error: unknown) =>
        this.logger.error(`could not chase what is due in ${keyOf(wake)}; trying again`, error),
      );
    this.isBusy = due.length > 0;
  }

  private async attend(wake: Wake): Promise<void> {
    const key = keyOf(wake);
    const since = this.dueSince.get(key) ?? Date.now();
    this.dueSince.set(key, since);
    if (Date.now() - since > PATIENCE_MS) await this.chaser.sweep(wake.prefecture, wake.urgency, 'poller');
    else await this.wake(wake);
  }

  private async wake(wake: Wake): Promise<void> {
    if (!this.queues.isThere) {
      await this.chaser.sweep(wake.prefecture, wake.urgency, 'poller');
      return;
    }
    // However often is looked, a worker that is on its way is not called again.
    if (Date.now() - (this.wokenAt.get(keyOf(wake)) ?? 0) < POLL_MS) return;
    this.wokenAt.set(keyOf(wake), Date.now());
    const jobId = `${wake.prefecture}_${wake.urgency}_${process.pid}_${Date.now()}_${++this.wakes}`;
    // A queue that is away must not hold up the look at the rows.
    this.queues
      .add(CHASE_QUEUE, 'chase', wake, jobId)
      .catch((error: Error) => this.logger.warn(`no wake-up by queue: ${error.message}`));
  }

  private async due(): Promise<Wake[]> {
    const { rows } = await this.databases.writer.query<Wake>({
      name: 'due-classes',
      text: `
        SELECT h.prefecture, c.urgency FROM log_head h CROSS JOIN (VALUES (0), (1), (2)) AS c(urgency)
         WHERE EXISTS (SELECT FROM obligation o
                        WHERE o.prefecture = h.prefecture AND o.class = c.urgency AND o.next_at <= app.now()
                          AND (o.lease_until IS NULL OR o.lease_until < clock_timestamp()))
         ORDER BY c.urgency, h.prefecture`,
    });
    return rows;
  }
}

const keyOf = ({ prefecture, urgency }: Wake): string => `${prefecture}:${urgency}`;
