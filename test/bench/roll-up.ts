import { Followers } from '#platform';
import type { Extent } from './extent.js';
import { ServedRegion } from './served-region.js';
import type { BenchServer } from './server.js';
import { differing, hear, moreAreas, night, oneSignal } from './signals.js';

export interface Nightly {
  readonly signals: number;
  readonly issues: number;
  readonly nightMs: number;
  readonly wrong: number;
  /** Of a key with few signals, and of one with many: median milliseconds until a new one stands in its issue. */
  readonly few: number;
  readonly many: number;
  readonly inKey: number;
}

/** What a night costs when all is counted already, and one signal more. */
export async function rollUps(server: BenchServer, template: string, { short }: Extent): Promise<Nightly> {
  const connection = await server.create('bench_roll_up', template);
  const region = await ServedRegion.open(connection, 'driven');
  try {
    const { app } = region;
    await moreAreas(app, 179);
    while (await app.get(Followers).catchUp());
    const heard = short ? { signals: 5_000, keys: 3 } : { signals: 100_000, keys: 5 };
    await hear(connection, heard);
    await night(app);
    const nightMs = await night(app);
    const { issues, wrong } = await differing(connection);
    const times = { few: [] as number[], many: [] as number[] };
    for (let i = 0; i < 20; i++) {
      times.few.push(await oneSignal(app, 'rare', '富良野市'));
      times.many.push(await oneSignal(app, 'trouble_0', '富良野市'));
    }
    const [few, many] = [median(times.few), median(times.many)];
    return {
      signals: heard.signals,
      issues,
      nightMs,
      wrong: wrong.length,
      few,
      many,
      inKey: heard.signals / heard.keys,
    };
  } finally {
    await region.close();
  }
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

export const NIGHT_GOAL_MS = 30_000;
export const SIGNAL_GOAL_MS = 2_000;

export const rollUpLines = ({ signals, issues, nightMs, wrong, few, many, inKey }: Nightly): string[] => [
  '| | ms | |',
  '|---|---:|---|',
  `| one night: ${signals.toLocaleString('en')} signals, 179 municipalities, ${issues} issues | ${Math.round(nightMs)} | ${wrong === 0 ? 'equal to a query over all signals' : `${wrong} areas differ`}; goal ${NIGHT_GOAL_MS} |`,
  `| one signal, until its issues say so: of a key with few | ${few.toFixed(1)} | |`,
  `| the same, of a key with ${Math.round(inKey).toLocaleString('en')} | ${many.toFixed(1)} | goal ${SIGNAL_GOAL_MS} |`,
];
