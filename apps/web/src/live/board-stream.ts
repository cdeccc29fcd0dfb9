import { awayOf, get, streamOf, type Away } from '../api/client.ts';
import type { Board } from '../api/types.ts';
import { changed, type BoardChange } from './changed.ts';

export interface Live {
  readonly board: Board | null;
  /** Whether these are all rows of it: of a long one the first come first. */
  readonly whole: boolean;
  /** When the last word of the server came, by this machine's clock; null: never yet. */
  readonly heardAt: number | null;
  /** How far the server's clock is ahead of this machine's. */
  readonly ahead: number;
  /** Why the stream is refused: the session is over, or it is somebody else's by now. */
  readonly away: Away | null;
}

export const SILENCE: Live = { board: null, whole: false, heardAt: null, ahead: 0, away: null };

/** Only a page that came by TLS, or from this very computer, has them. */
export const hasLocks = (): boolean => 'locks' in navigator;

export const SILENT_MS = 25_000;
const RETRY_MS = 3_000;

/** What one page tells the others of this browser. */
type Word =
  | { readonly what: 'live'; readonly live: Live }
  /** A page that has just opened asks whoever holds the stream. */
  | { readonly what: 'hello' };

/**
 * The one stream of this browser (GET /api/v1/stream): a browser holds six connections to a server, and each page that
 * held one of its own would leave fewer for the others. Whoever has the lock holds the stream and tells the other pages;
 * when that page closes, the next one has the lock. The browser takes up a broken connection again by itself, but not one
 * that was refused, nor one that has gone silent: those are opened anew here.
 */
export class BoardStream {
  private live: Live = SILENCE;
  private openedAt = 0;
  /** The first rows of a board that is to replace a whole one. */
  private coming: Board | undefined;
  private readonly listeners = new Set<() => void>();
  private source: EventSource | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;
  private others: BroadcastChannel | undefined;
  private closing = new AbortController();
  private release: () => void = () => undefined;

  /** Two people may have used this browser one after the other: each has a stream of his own, and hears nothing else. */
  constructor(private readonly user: string) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.open();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.close();
    };
  };

  readonly current = (): Live => this.live;

  /** Opens it before anybody listens: a board is on its way while the page that shows it is still made. */
  open(): void {
    if (this.others) return;
    const name = `tsunagi-stream-${this.user}`;
    this.closing = new AbortController();
    this.others = new BroadcastChannel(name);
    this.others.addEventListener('message', ({ data }: MessageEvent<Word>) => this.told(data));
    this.post({ what: 'hello' });
    // Without TLS a browser has no locks: then each page holds a stream of its own.
    if (!hasLocks()) return void this.hold();
    navigator.locks
      .request(name, { signal: this.closing.signal }, () => this.hold())
      // Closed before its turn came.
      .catch(() => undefined);
  }

  /** Holds the stream until this page closes. */
  private hold(): Promise<void> {
    this.connect();
    this.watch = setInterval(() => {
      if (
        this.source?.readyState === EventSource.OPEN &&
        Date.now() - Math.max(this.live.heardAt ?? 0, this.openedAt) > SILENT_MS
      )
        this.connect();
    }, RETRY_MS);
    return new Promise((resolve) => (this.release = resolve));
  }

  private told(word: Word): void {
    if (word.what === 'live' && !this.source) this.tell(word.live);
    if (word.what === 'hello' && this.source && this.live.heardAt !== null) this.tellOthers();
  }

  private tellOthers(): void {
    this.post({ what: 'live', live: this.live });
  }

  private post(word: Word): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of this origin alone
    this.others?.postMessage(word);
  }

  private connect(): void {
    clearTimeout(this.retry);
    this.source?.close();
    const source = new EventSource(streamOf('/api/v1/stream', this.user));
    this.source = source;
    this.openedAt = Date.now();
    source.addEventListener('board', (event) => {
      const board = JSON.parse(String(event.data)) as Board & { more?: true };
      // Whoever sees a whole board does not see less of it while the rest of a new one is on its way.
      this.coming = board.more && this.live.whole ? board : undefined;
      if (this.coming) this.heard(board.now);
      else this.heard(board.now, board, board.more !== true);
    });
    source.addEventListener('change', (event) => {
      const change = JSON.parse(String(event.data)) as BoardChange;
      const before = this.coming ?? this.live.board;
      this.coming = undefined;
      if (before) this.heard(change.now, changed(before, change), true);
    });
    source.addEventListener('beat', (event) => {
      this.heard((JSON.parse(String(event.data)) as Pick<Board, 'now'>).now);
    });
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(this.retry);
      this.retry = setTimeout(() => this.connect(), RETRY_MS);
      get('/api/v1/me').catch((problem: unknown) => {
        const away = awayOf(problem);
        if (away) this.say({ ...this.live, away });
      });
    });
  }

  private heard(now: string, board = this.live.board, whole = this.live.whole): void {
    const heardAt = Date.now();
    this.say({ board, whole, heardAt, ahead: Date.parse(now) - heardAt, away: null });
  }

  private say(live: Live): void {
    this.tell(live);
    this.tellOthers();
  }

  private tell(live: Live): void {
    this.live = live;
    for (const listener of this.listeners) listener();
  }

  private close(): void {
    this.closing.abort();
    this.source?.close();
    this.source = undefined;
    this.others?.close();
    this.others = undefined;
    clearTimeout(this.retry);
    clearInterval(this.watch);
    this.release();
    this.live = SILENCE;
  }
}
