import { get, tell } from '../../api/client.ts';

const MINUTE = 60_000;
/** The server counts by its own clock, and is asked a little after. */
const AFTER_MS = 5_000;

/**
 * Tells the server, once a minute at most, that somebody's hand is on this page, and asks it when the screen is to be
 * locked. The server decides: another page of the same session may have been used.
 */
export function watchActivity(locksAfter: number): () => void {
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void get('/api/v1/me').then(ask, ask), locksAfter * MINUTE + AFTER_MS);
  };
  const touched = () => {
    const now = Date.now();
    if (now - told < MINUTE) return;
    told = now;
    ask();
    void tell('/api/v1/sessions/current/activity').catch(() => undefined);
  };
  const signs = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;
  for (const sign of signs) window.addEventListener(sign, touched, { passive: true });
  ask();
  return () => {
    clearTimeout(timer);
    for (const sign of signs) window.removeEventListener(sign, touched);
  };
}
