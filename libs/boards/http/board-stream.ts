import { Injectable, type BeforeApplicationShutdown, type MessageEvent } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Observable } from 'rxjs';
import type { Caller } from '#access';
import { EventLog } from '#platform';
import { ShowBoard } from '../views/board.query.js';

const BEAT_MS = 10_000;
/** What another process has appended shows within this; our own appends show at once. */
const LOOK_MS = 1_000;
const TOGETHER_MS = 100;

/** Sends a person's board whenever it changes: the page needs no other request to stay true. */
@Injectable()
export class BoardStream implements BeforeApplicationShutdown {
  private readonly open = new Set<() => void>();

  constructor(
    private readonly queries: QueryBus,
    private readonly log: EventLog,
  ) {}

  of(caller: Caller): Observable<MessageEvent> {
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
            const head = await this.log.heads(caller.prefecture);
            if (head === position) continue;
            const board = await this.queries.execute(new ShowBoard(caller));
            position = head;
            const rows = JSON.stringify(board.rows);
            if (rows !== last) subscriber.next({ type: 'board', data: board });
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
      const beating = setInterval(
        () => subscriber.next({ type: 'beat', data: { now: new Date().toISOString() } }),
        BEAT_MS,
      );
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

  /** An open stream would keep the server from closing. */
  beforeApplicationShutdown(): void {
    for (const close of this.open) close();
  }
}
