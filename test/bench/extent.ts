/** How much is done: for CI, or to be judged. */
export interface Extent {
  readonly short: boolean;
  readonly rounds: number;
  readonly ms: number;
  /** Consultations that the log is filled with; each is one event and two obligations. */
  readonly cases: number;
  readonly timerRuns: number;
  /** How long an earlier version's log is made before it is brought to this version. */
  readonly storedEvents: number;
  /** Consultations among which is searched, and how often each question is asked. */
  readonly found: number;
  readonly asks: number;
}

export const FULL: Extent = {
  short: false,
  rounds: 11,
  ms: 400,
  cases: 500_000,
  timerRuns: 3,
  storedEvents: 1_000_000,
  found: 300_000,
  asks: 100,
};
export const SHORT: Extent = {
  short: true,
  rounds: 2,
  ms: 200,
  cases: 5_000,
  timerRuns: 1,
  storedEvents: 20_000,
  found: 3_000,
  asks: 5,
};
