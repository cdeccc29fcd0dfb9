import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Databases, Drive, EventLog, Loop, Queues } from '#platform';
import { LANES } from '../domain/notice-class.js';
import { Deliver } from './deliver.js';
import { FallBack } from './fall-back.js';
import { RouteMessages } from './route-messages.js';

/** One queue for emergencies and one for the rest: what floods the second stands before none of the first (G8). */
export const DELIVERY_QUEUES: readonly string[] = ['delivery-emergency', 'delivery'];
const POLL_MS = 250;
const PATIENCE_MS = 1_000;

interface Wake {
  readonly prefecture: string;
  readonly lane: number;
}

/**
 * Watches the log of messages and the rows of deliveries by the database's clock, and wakes the workers (design decision 5).
 * The queue only makes it quicker: what no worker has taken after a second goes out from here.
 */
@Injectable()
export class DeliveryClock implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DeliveryClock.name);
  private readonly loop = new Loop(
    () => this.look(),
    POLL_MS,
    (error) => this.logger.error('could not look at what is to be delivered; trying again', error),
  );
  private forget: () => void = () => undefined;
  private readonly dueSince = new Map<string, number>();
  private readonly wokenAt = new Map<string, number>();
  /** Lanes that go out from here just now: what hangs in one holds up no other, and not the next look. */
  private readonly own = new Map<string, Promise<unknown>>();
  private wakes = 0;

  constructor(
    private readonly databases: Databases,
    private readonly log: EventLog,
    private readonly queues: Queues,
    private readonly drive: Drive,
    private readonly routes: RouteMessages,
    private readonly fallBack: FallBack,
    private readonly deliver: Deliver,
  ) {}

  onApplicationBootstrap(): void {
    if (this.drive.driven) return;
    for (const [lane, queue] of DELIVERY_QUEUES.entries())
      this.queues.work<Wake>(queue, async ({ prefecture }) => {
        await this.deliver.sweep(prefecture, lane, 'worker');
      });
    this.forget = this.log.onAppend(() => this.loop.poke());
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.forget();
    await this.loop.stop();
    await Promise.allSettled(this.own.values());
  }

  /** One look: what is new is laid in line, what nobody took goes on, and who sends is woken. */
  async look(): Promise<void> {
    await this.routes.all();
    await this.fallBack.all();
    const due = await this.due();
    const keys = new Set(due.map(keyOf));
    for (const seen of [this.dueSince, this.wokenAt])
      for (const key of seen.keys()) if (!keys.has(key)) seen.delete(key);
    for (const wake of due) this.attend(wake);
  }

  /** Everything that is due, here and now, without a queue: who plays a scenario turns this. True when anything moved. */
  async turn(): Promise<boolean> {
    let moved = false;
    for (;;) {
      const laid = (await this.routes.all()) + (await this.fallBack.all());
      let looked = 0;
      for (const { prefecture, lane } of await this.due())
        looked += await this.deliver.sweep(prefecture, lane, 'poller');
      if (laid + looked === 0) return moved;
      moved = true;
    }
  }

  private attend(wake: Wake): void {
    const key = keyOf(wake);
    const since = this.dueSince.get(key) ?? Date.now();
    this.dueSince.set(key, since);
    if (this.queues.isThere && Date.now() - since <= PATIENCE_MS) {
      this.wake(wake);
      return;
    }
    if (this.own.has(key)) return;
    const swept = this.deliver
      .sweep(wake.prefecture, wake.lane, 'poller')
      .catch((error: unknown) => this.logger.error(`could not deliver what is due in ${key}; trying again`, error))
      .finally(() => this.own.delete(key));
    this.own.set(key, swept);
  }

  private wake(wake: Wake): void {
    const key = keyOf(wake);
    if (Date.now() - (this.wokenAt.get(key) ?? 0) < POLL_MS) return;
    this.wokenAt.set(key, Date.now());
    const jobId = `${wake.prefecture}_${wake.lane}_${process.pid}_${Date.now()}_${++this.wakes}`;
    this.queues
      .add(DELIVERY_QUEUES[wake.lane] ?? 'delivery', 'deliver', wake, jobId)
      .catch((error: Error) => this.logger.warn(`no wake-up by queue: ${error.message}`));
  }

  private async due(): Promise<Wake[]> {
    const { rows } = await this.databases.writer.query<Wake>({
      name: 'due-deliveries',
      text: `SELECT h.prefecture, l.lane FROM log_head h CROSS JOIN unnest($1::smallint[]) AS l(lane)
              WHERE EXISTS (SELECT FROM delivery d
                             WHERE d.prefecture = h.prefecture AND d.lane = l.lane AND d.state = 'queued'
                               AND d.next_at <= app.now() AND (d.lease_until IS NULL OR d.lease_until < clock_timestamp()))
              ORDER BY l.lane, h.prefecture`,
      values: [Object.values(LANES)],
    });
    return rows;
  }
}

const keyOf = ({ prefecture, lane }: Wake): string => `${prefecture}:${lane}`;
