import { Injectable, type BeforeApplicationShutdown, type MessageEvent } from '@nestjs/common';
import { hash } from 'node:crypto';
import { Observable } from 'rxjs';
import { OpenSessions, type Caller } from '#access';
import { EventLog } from '#platform';
import { Boards, type Board, type BoardRow, type Nameless } from '../views/board.query.js';

const BEAT_MS = 10_000;
/** What another process has appended shows within this; our own appends show at once. */
const LOOK_MS = 1_000;
const TOGETHER_MS = 200;

/** What a page has heard of, in a word: what stood on the board, however far the log had come. */
const markOf = (rows: ReadonlyMap<string, string>): string =>
  hash('sha256', [...rows.values()].join(), 'hex').slice(0, 16);

const textsOf = ({ found }: Nameless): Map<string, string> =>
  new Map(found.map((one) => [one.body.id, JSON.stringify(one)]));

/** The first rows of a long board; the next that is sent are all others, as a change. */
type BoardBeginning = Board & { readonly more: true };

/** What has changed on a board: rows that are new or otherwise than before, and those that are gone. */
export interface BoardChange {
  readonly position: number;
  readonly now: string;
  readonly rows: readonly BoardRow[];
  readonly gone: readonly string[];
}

/**
 * Sends a person's board once, a long one in two parts, and then what changes of it: the page needs no other request to
 * stay true. A stream that is taken up again where nothing has changed meanwhile begins with that; else with the whole
 * board, for what was sent before is kept by nobody.
 */
@Injectable()
export class BoardStream implements BeforeApplicationShutdown {
  private readonly open = new Set<() => void>();

  constructor(
    private readonly boards: Boards,
    private readonly sessions: OpenSessions,
    private readonly log: EventLog,
  ) {}

  /** Ends when the session does: signed out, expired, or the person in another role. */
  of(caller: Caller, token: string, heard?: string): Observable<MessageEvent> {
    return new Observable<MessageEvent>((subscriber) => {
      let sent: ReadonlyMap<string, string> | undefined;
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
            if (!sent && heard === undefined) {
              const beginning = await this.boards.beginning(caller);
              if (beginning) {
                sent = textsOf(beginning);
                const first = await this.boards.named(caller, beginning);
                const data: BoardBeginning = { position: first.position, now: first.now, rows: first.rows, more: true };
                subscriber.next({ type: 'board', data });
              }
            }
            const board = await this.boards.nameless(caller);
            position = head;
            const rows = textsOf(board);
            const mark = markOf(rows);
            if (!sent) {
              // Nothing is new to a page that has heard of just this.
              if (mark === heard) subscriber.next({ type: 'beat', data: { now: board.now } });
              else subscriber.next({ type: 'board', id: mark, data: await this.boards.named(caller, board) });
            } else {
              const before = sent;
              const found = board.found.filter(({ body }) => rows.get(body.id) !== before.get(body.id));
              const gone = [...before.keys()].filter((id) => !rows.has(id));
              if (found.length > 0 || gone.length > 0) {
                const named = await this.boards.named(caller, { ...board, found });
                const data: BoardChange = { position: named.position, now: named.now, rows: named.rows, gone };
                subscriber.next({ type: 'change', id: mark, data });
              }
            }
            sent = rows;
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
      const leave = this.sessions.follow(caller, token, close);
      void look();
      return () => {
        this.open.delete(close);
        leave();
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
