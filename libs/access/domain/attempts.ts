/** [D] Failures count for this long (G20 of reliability.md). */
export const WINDOW_MIN = 15;
/** [D] Failures of one sign-in name before it has to wait; a slip of the finger costs nothing. */
const FREE_PER_NAME = 3;
/** [D] Failures from one place before it has to wait: an office of many people has one address. */
const FREE_PER_PLACE = 30;
const FIRST_WAIT_S = 5;
/** Nobody is locked out for good: a physician on call signs in again within a quarter of an hour. */
const LONGEST_WAIT_S = WINDOW_MIN * 60;

/** What has failed of late: how often, and how long ago the last one was. */
export interface Failures {
  readonly count: number;
  readonly lastSecondsAgo: number;
}

const waitAfter = (count: number, free: number): number =>
  count <= free ? 0 : Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (count - free - 1));

/** Seconds that a further attempt has to wait: each failure doubles it, of a name as of a place. */
export function secondsToWait({ name, place }: { readonly name: Failures; readonly place: Failures }): number {
  const left = ({ count, lastSecondsAgo }: Failures, free: number) => waitAfter(count, free) - lastSecondsAgo;
  return Math.max(0, Math.ceil(Math.max(left(name, FREE_PER_NAME), left(place, FREE_PER_PLACE))));
}
