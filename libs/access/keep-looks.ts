import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Databases, Drive, Loop, settings } from '#platform';
import { chainLooks } from './read-log-chain.js';

const LOOK_MS = 1_000;
/** Now and then the whole is gone through, and what is older than it is kept is removed. */
const THOROUGH_MS = 60 * 60_000;
const YEAR_DAYS = 365.25;

/**
 * 閲覧の記録 behind the reads: chains what has been recorded, a second later at most, and removes by rule what is older than
 * it is to be kept (ADR 0026). As many of it as there are workers do no harm: one at a time has a prefecture.
 */
@Injectable()
export class KeepLooks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(KeepLooks.name);
  private thoroughAt = 0;
  private readonly loop = new Loop(
    () => this.look(),
    LOOK_MS,
    (error) => this.logger.error('could not chain the record of looks; trying again', error),
  );

  constructor(
    private readonly databases: Databases,
    private readonly drive: Drive,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.drive.driven) this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  async look(): Promise<void> {
    const thorough = Date.now() - this.thoroughAt >= THOROUGH_MS;
    const { rows } = await this.databases.writer.query<{ prefecture: string }>({
      name: 'prefectures-with-log',
      text: 'SELECT prefecture FROM log_head ORDER BY prefecture',
    });
    for (const { prefecture } of rows) {
      await this.chain(prefecture, thorough);
      if (thorough) await this.removeOld(prefecture);
    }
    if (thorough) this.thoroughAt = Date.now();
  }

  /** All that is recorded of a prefecture by now. */
  async chain(prefecture: string, whole = true): Promise<number> {
    let chained = 0;
    for (;;) {
      const some = await this.databases.writing((tx) => chainLooks(tx, prefecture, whole));
      chained += some;
      if (some === 0) return chained;
    }
  }

  /** How many were older than they are to be kept. */
  async removeOld(prefecture: string, years = settings().readLogYears): Promise<number> {
    const { rows } = await this.databases.writer.query<{ removed: number }>(
      'SELECT app.remove_looks($1, now() - make_interval(days => $2)) AS removed',
      [prefecture, Math.ceil(years * YEAR_DAYS)],
    );
    return rows[0]?.removed ?? 0;
  }
}
