import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { BoardStream, hasLocks, SILENCE, SILENT_MS, type Live } from './board-stream.ts';

let early: { readonly user: string; readonly stream: BoardStream } | undefined;

/** Begins to listen for somebody who is signed in already. Resolves when the stream, if it falls to this page, is asked for. */
export async function listenFor(user: string): Promise<void> {
  early = { user, stream: new BoardStream(user) };
  early.stream.open();
  // Locks are asked in turn: with this answer the one before has been given, or is another page's.
  if (hasLocks()) await navigator.locks.query().catch(() => undefined);
}

/** A stream that was opened early is taken once. */
function streamFor(user: string): BoardStream {
  const stream = early?.user === user ? early.stream : new BoardStream(user);
  early = undefined;
  return stream;
}

const Context = createContext<Live>(SILENCE);

/** Holds the stream for as long as somebody is signed in. */
export function LiveProvider({ user, children }: { user: string; children: ReactNode }) {
  const stream = useMemo(() => streamFor(user), [user]);
  return <Context.Provider value={useSyncExternalStore(stream.subscribe, stream.current)}>{children}</Context.Provider>;
}

export const useLive = (): Live => useContext(Context);

function useTick(everyMs: number): number {
  const [at, tick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return at;
}

/** The server's clock, as it goes on. */
export function useNow(everyMs = 10_000): number {
  const { ahead, heardAt } = useLive();
  return Math.max(useTick(everyMs), heardAt ?? 0) + ahead;
}

/** Whether nothing has come for so long that what is shown may be wrong. */
export function useIsStale(): boolean {
  const { heardAt } = useLive();
  const [openedAt] = useState(() => Date.now());
  return useTick(1_000) - (heardAt ?? openedAt) > SILENT_MS;
}
