import { get, Problem } from '../api/client.ts';
import type { Board } from '../api/types.ts';

export interface Live {
  readonly board: Board | null;
  /** When the last word of the server came, by this machine's clock; null: never yet. */
  readonly heardAt: number | null;
  /** How far the server's clock is ahead of this machine's. */
  readonly ahead: number;
  /** The stream is refused because the session is over. */
  readonly signedOut: boolean;
}

export const SILENCE: Live = { board: null, heardAt: null, ahead: 0, signedOut: false };

export const SILENT_MS = 25_000;
const RETRY_MS = 3_000;

/**
 * The one stream of this page (GET /api/v1/stream). The browser takes up a broken connection again by itself, but not
 * one that was refused, nor one that has gone silent: those are opened anew here.
 */
export class BoardStream {
  private live: Live = SILENCE;
  private openedAt = 0;
  private readonly listeners = new Set<() => void>();
  private source: EventSource | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.open();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.close();
    };
  };

  readonly current = (): Live => this.live;

  private open(): void {
    this.connect();
    this.watch = setInterval(() => {
      if (
        this.source?.readyState === EventSource.OPEN &&
        Date.now() - Math.max(this.live.heardAt ?? 0, this.openedAt) > SILENT_MS
      )
        this.connect();
    }, RETRY_MS);
  }

  private connect(): void {
    clearTimeout(this.retry);
    this.source?.close();
    const source = new EventSource('/api/v1/stream');
    this.source = source;
    this.openedAt = Date.now();
    source.addEventListener('board', (event) => {
      const board = JSON.parse(String(event.data)) as Board;
      this.heard(board.now, board);
    });
    source.addEventListener('beat', (event) => {
      this.heard((JSON.parse(String(event.data)) as Pick<Board, 'now'>).now);
    });
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(this.retry);
      this.retry = setTimeout(() => this.connect(), RETRY_MS);
      get('/api/v1/me').catch((problem: unknown) => {
        if (problem instanceof Problem && problem.status === 401) this.tell({ ...this.live, signedOut: true });
      });
    });
  }

  private heard(now: string, board = this.live.board): void {
    const heardAt = Date.now();
    this.tell({ board, heardAt, ahead: Date.parse(now) - heardAt, signedOut: false });
  }

  private tell(live: Live): void {
    this.live = live;
    for (const listener of this.listeners) listener();
  }

  private close(): void {
    this.source?.close();
    clearTimeout(this.retry);
    clearInterval(this.watch);
    this.live = SILENCE;
  }
}
