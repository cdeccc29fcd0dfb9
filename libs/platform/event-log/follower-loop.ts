import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Drive, Loop } from '../loop.js';
import { EventLog } from './event-log.js';
import { Followers } from './followers.js';

const EVERY_MS = 250;

/** Keeps followers caught up for as long as the worker lives; stops between batches, never inside one. */
@Injectable()
export class FollowerLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(FollowerLoop.name);
  private readonly loop: Loop;
  private forget: () => void = () => undefined;

  constructor(
    followers: Followers,
    private readonly log: EventLog,
    private readonly drive: Drive,
  ) {
    this.loop = new Loop(
      async () => {
        while (await followers.catchUp());
      },
      EVERY_MS,
      (error) => this.logger.error('will try again', error),
    );
  }

  onApplicationBootstrap(): void {
    if (this.drive.driven) return;
    this.forget = this.log.onAppend(() => this.loop.poke());
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.forget();
    await this.loop.stop();
  }
}
