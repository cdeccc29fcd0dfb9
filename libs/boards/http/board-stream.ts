import { Injectable, type BeforeApplicationShutdown, type MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import { Sessions, type Caller } from '#access';
import { EventLog } from '#platform';
import { Boards } from '../views/board.query.js';

const BEAT_MS = 10_000;
/** What another process has appended shows within this; our own appends show at once. */
const LOOK_MS = 1_000;
const TOGETHER_MS = 200;

/** Sends a person's board whenever it changes: the page needs no other request to stay true. */
@Injectable()
export class BoardStream implements BeforeApplicationShutdown {
  private readonly open = new Set<() => void>();

  constructor(
    private readonly boards: Boards,
    private readonly sessions: Sessions,
    private readonly log: EventLog,
  ) {}

  /** Ends when the session does: signed out, expired, or the person in another role. */
  of(caller: Caller, token: string): Observable<MessageEvent> {
    return new Observable<MessageEvent>((subscriber) => {
      let last = '';
      let position = -1;
      let busy = false;
      let again = false;
      let timer: NodeJS.Timeout | undefined;

      const look = async (): Promise<void> => {
        if (busy) {
          again = true;
          return;
        }
        busy = true;
        try {
          do {
            again = false;
            const head = await this.log.position(caller.prefecture);
            if (head === position) continue;
            if (!(await this.stillIn(caller, token))) {
              subscriber.complete();
              return;
            }
            const board = await this.boards.nameless(caller);
            position = head;
            const rows = JSON.stringify(board.found);
            if (rows !== last) subscriber.next({ type: 'board', data: await this.boards.named(caller, board) });
            last = rows;
          } while (again);
        } catch {
          // The database is away for a moment; the page shows by the missing beats that it may be out of date.
          position = -1;
        } finally {
          busy = false;
        }
      };
      const soon = () => {
        timer ??= setTimeout(() => {
          timer = undefined;
          void look();
        }, TOGETHER_MS);
      };
      const forget = this.log.onAppend(soon);
      const looking = setInterval(() => void look(), LOOK_MS);
      const beat = async (): Promise<void> => {
        // With the database away nobody can say; what is sent needs it as well.
        if (await this.stillIn(caller, token).catch(() => true))
          subscriber.next({ type: 'beat', data: { now: new Date().toISOString() } });
        else subscriber.complete();
      };
      const beating = setInterval(() => void beat(), BEAT_MS);
      const close = () => subscriber.complete();
      this.open.add(close);
      void look();
      return () => {
        this.open.delete(close);
        forget();
        clearInterval(looking);
        clearInterval(beating);
        clearTimeout(timer);
      };
    });
  }

  private async stillIn({ actor }: Caller, token: string): Promise<boolean> {
    const now = await this.sessions.callerOf(token);
    return now?.actor.userId === actor.userId && now.actor.role === actor.role && now.actor.orgId === actor.orgId;
  }

  /** An open stream would keep the server from closing. */
  beforeApplicationShutdown(): void {
    for (const close of this.open) close();
  }
}
