import { randomUUID } from 'node:crypto';
import { Cases, type Answer } from '#cases';
import { HttpLoad } from './http.js';
import { callers, quantile } from './paired.js';
import { ServedRegion } from './served-region.js';
import type { Extent } from './extent.js';
import type { BenchServer } from './server.js';

const CALLERS = 32;
/** What the edge may cost: the way in, the sign-in, the rules of the body, the way out. */
const MOST_MICROS = 110;

/** Processor time of this process for one command, in microseconds. */
export interface EdgeCost {
  readonly inProcess: number;
  readonly overHttp: number;
  /** Over HTTP, where the command itself is answered at once. */
  readonly alone: number;
}

/**
 * What HTTP costs of Node. The difference between the same command over HTTP and in process holds more than the edge: callers
 * that come over sockets come less at once, so that fewer commands share a transaction. So the edge is measured alone too.
 */
export async function edge(server: BenchServer, template: string, { short }: Extent): Promise<EdgeCost> {
  const region = await ServedRegion.open(await server.create('bench_edge', template), 'api');
  const http = await HttpLoad.open(region);
  const [rounds, ms] = short ? [1, 1_000] : [7, 1_500];
  const ways = {
    inProcess: callers(CALLERS, region.log),
    overHttp: http.callers(CALLERS),
    alone: (forMs: number) => answeredAtOnce(region, () => http.callers(CALLERS)(forMs)),
  };
  const costs: EdgeCost[] = [];
  const cost = async (way: keyof typeof ways): Promise<number> => {
    const before = process.cpuUsage();
    const { done } = await ways[way](ms);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / done;
  };
  try {
    // In turn, so that whatever else the machine does meets all alike. The first round warms up and does not count.
    for (let round = -1; round < rounds; round++) {
      const seen = {
        inProcess: await cost('inProcess'),
        overHttp: await cost('overHttp'),
        alone: await cost('alone'),
      };
      if (round >= 0) costs.push(seen);
    }
  } finally {
    http.close();
    await region.close();
  }
  const median = (part: keyof EdgeCost) =>
    quantile(
      costs.map((each) => each[part]),
      0.5,
    );
  return { inProcess: median('inProcess'), overHttp: median('overHttp'), alone: median('alone') };
}

async function answeredAtOnce<T>(region: ServedRegion, work: () => Promise<T>): Promise<T> {
  const cases = region.app.get(Cases);
  const answer: Answer = { id: randomUUID(), state: 'open', version: 1, position: 1 };
  Object.defineProperty(cases, 'execute', { value: () => Promise.resolve(answer), configurable: true });
  try {
    return await work();
  } finally {
    Reflect.deleteProperty(cases, 'execute');
  }
}

export const edgeLines = ({ inProcess, overHttp, alone }: EdgeCost): string[] => [
  '| with 32 callers | Node µs | |',
  '|---|---:|---|',
  `| a command in process | ${inProcess.toFixed(0)} | |`,
  `| a command over HTTP | ${overHttp.toFixed(0)} | |`,
  `| the edge alone, the command answered at once | ${alone.toFixed(0)} | ${alone <= MOST_MICROS ? `holds (≤ ${MOST_MICROS})` : `above ${MOST_MICROS}`} |`,
];
