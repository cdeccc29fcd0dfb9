import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { isNoisy, spread, type Measured, type Ratio } from './paired.js';
import type { Memory } from './memory.js';
import type { Punctuality } from './timers.js';

/** A goal for one ratio: at least the floor is expected, the goal is what we strive for. */
export interface Goal {
  readonly floor: number;
  readonly ahead?: number;
}

export const GOALS: Readonly<Record<string, Goal>> = {
  'command, 8 callers': { floor: 0.22, ahead: 0.5 },
  'command, 32 callers': { floor: 0.27, ahead: 0.8 },
  'command, 128 callers': { floor: 0.38, ahead: 1 },
  'over HTTP, 8 callers': { floor: 0.7 },
  'over HTTP, 32 callers': { floor: 0.7 },
  'over HTTP, 128 callers': { floor: 0.7 },
  'full log, 1 callers': { floor: 1 / 1.2 },
  'full log, 8 callers': { floor: 1 / 1.2 },
  'full log, 32 callers': { floor: 1 / 1.2 },
  rebuild: { floor: 0.35 },
};

export const LATE_GOAL_MS = 500;
export const MEMORY_GOAL_MB = 400;

export function machine(postgres: string): string[] {
  const [cpu] = cpus();
  return [
    `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
    `Node ${process.versions.node}, ${postgres}: the embedded one, fsync and synchronous_commit on, its settings as npm start has them`,
    `load average at the start ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' / ')}; clients run on the same cores`,
  ];
}

const fixed = (value: number, digits = 2): string => value.toFixed(digits);

function verdict(name: string, ratio: Ratio): string {
  if (isNoisy(ratio)) return 'noisy, not judged';
  const goal = GOALS[name];
  if (!goal) return '';
  if (ratio.median < goal.floor) return `below ${fixed(goal.floor)}`;
  if (goal.ahead === undefined) return `holds (≥ ${fixed(goal.floor)})`;
  return ratio.median < goal.ahead
    ? `above the floor of ${fixed(goal.floor)}, goal ${fixed(goal.ahead)}`
    : 'goal reached';
}

export function ratios(measured: readonly Measured[]): string[] {
  return [
    '| case | rate/s | p50 ms | p99 ms | ratio to | median | quartiles | spread | |',
    '|---|---:|---:|---:|---|---:|---|---:|---|',
    ...measured.map(({ name, to, rate, p50, p99, ratio }) =>
      [
        '',
        name,
        Math.round(rate),
        fixed(p50, 1),
        fixed(p99, 1),
        to ?? '',
        ratio ? fixed(ratio.median) : '',
        ratio ? `${fixed(ratio.low)} … ${fixed(ratio.high)}` : '',
        ratio ? fixed(spread(ratio)) : '',
        ratio ? verdict(name, ratio) : '',
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ];
}

export function punctuality(runs: readonly Punctuality[]): string[] {
  return [
    '| queue | due within | pending besides | fired | p50 ms | p99 ms | most ms | early | twice | Node µs | PostgreSQL µs | |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|',
    ...runs.map((run) => {
      const judged =
        run.spreadMs === 0 ? 'reported only' : run.p99 <= LATE_GOAL_MS && run.early === 0 ? 'holds' : 'not reached';
      const due = run.spreadMs === 0 ? 'one instant' : `${run.spreadMs} ms`;
      const numbers = [run.p50, run.p99, run.most].map(Math.round);
      const costs = [run.node, run.database].map((micros) => micros?.toFixed(0) ?? '');
      return `| ${[run.queue, due, run.pending, run.fired, ...numbers, run.early, run.twice, ...costs, judged].join(' | ')} |`;
    }),
  ];
}

export function memoryLines(found: readonly Memory[]): string[] {
  return [
    '| | resident MB | most MB | |',
    '|---|---:|---:|---|',
    ...found.map(
      ({ name, residentMb, mostMb }) =>
        `| ${name} | ${residentMb} | ${mostMb} | ${mostMb <= MEMORY_GOAL_MB ? 'holds' : `above ${MEMORY_GOAL_MB}`} |`,
    ),
  ];
}
