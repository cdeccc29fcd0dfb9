import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Databases, Drive, Loop } from '#platform';

const LOOK_MS = 60_000;
const SET = 500;

/**
 * Clears away drafts that were sent or that nobody has touched for as long as the rule says. Each draft is its own due row
 * (design decision 12); from that moment nobody can read it, whether this has looked or not.
 */
@Injectable()
export class ClearDrafts implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ClearDrafts.name);
  private readonly loop = new Loop(
    () => this.look(),
    LOOK_MS,
    (error) => this.logger.error('could not clear away drafts that are over; trying again', error),
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

  /** How many were over. */
  async look(): Promise<number> {
    let cleared = 0;
    for (;;) {
      const { rowCount } = await this.databases.writer.query({
        name: 'clear-drafts',
        text: `DELETE FROM draft WHERE (prefecture, user_id, command, about) IN
                 (SELECT prefecture, user_id, command, about FROM draft d WHERE app.is_over(d) LIMIT ${SET})`,
      });
      cleared += rowCount ?? 0;
      if ((rowCount ?? 0) < SET) return cleared;
    }
  }
}
