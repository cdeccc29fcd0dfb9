import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Caller } from './sessions.js';
import { Sessions } from './sessions.js';

/** What stays open ends within a second of its session (G20): each is looked for twice as often. */
const LOOK_MS = 450;

interface Followed {
  readonly caller: Caller;
  readonly token: string;
  readonly end: () => void;
}

/** Streams that stay open as long as the session they were opened with: all of them are looked for in one statement. */
@Injectable()
export class OpenSessions implements OnApplicationShutdown {
  private readonly logger = new Logger(OpenSessions.name);
  private readonly followed = new Set<Followed>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly sessions: Sessions) {}

  /** Calls `end` when the session is over, locked, or its person in another post. Returns how to leave. */
  follow(caller: Caller, token: string, end: () => void): () => void {
    const one = { caller, token, end };
    this.followed.add(one);
    this.later();
    return () => this.followed.delete(one);
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
    this.followed.clear();
  }

  private later(): void {
    this.timer ??= setTimeout(() => void this.look(), LOOK_MS).unref();
  }

  private async look(): Promise<void> {
    const asked = [...this.followed];
    try {
      const standing = await this.sessions.standingOf(asked.map(({ token }) => token));
      for (const { caller, token, end } of asked) if (standing.get(token) !== postOf(caller)) end();
    } catch (error) {
      // With the database away nobody can say; what would be sent needs it as well.
      this.logger.warn(`open sessions could not be looked for: ${(error as Error).message}`);
    } finally {
      this.timer = undefined;
      if (this.followed.size > 0) this.later();
    }
  }
}

const postOf = ({ actor }: Caller): string => [actor.userId, actor.role, actor.orgId].join(' ');
