import { HttpLoad } from './http.js';
import { callers } from './paired.js';
import { MICROS_PER_TICK, parentOf, ticksUnder } from './processor-time.js';
import { ServedRegion } from './served-region.js';
import { asSuperuser } from './sql.js';
import type { Extent } from './extent.js';
import type { BenchServer } from './server.js';

const CALLERS = 32;

/** Processor time of one command, in microseconds: of this process, and of the whole server. */
export interface Cost {
  readonly name: string;
  readonly node: number;
  readonly database: number;
  readonly sent: number;
}

/** What a command costs whoever pays for it: rates depend on what else the machine does, processor time hardly. */
export async function processor(server: BenchServer, template: string, { short }: Extent): Promise<Cost[] | undefined> {
  if (process.platform !== 'linux') return undefined;
  const connection = await server.create('bench_processor', template);
  const region = await ServedRegion.open(connection, 'api');
  const http = await HttpLoad.open(region);
  const ms = short ? 1_500 : 6_000;
  try {
    const postmaster = await asSuperuser(connection, async (db) => {
      const { rows } = await db.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      return parentOf(rows[0]?.pid ?? 0);
    });
    const wal = () =>
      asSuperuser(connection, async (db) => {
        const { rows } = await db.query<{ bytes: string }>(
          `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS bytes`,
        );
        return Number(rows[0]?.bytes);
      });
    const measured = async (name: string, slice: (ms: number) => Promise<{ done: number }>): Promise<Cost> => {
      await slice(ms / 3);
      const before = { node: process.cpuUsage(), database: ticksUnder(postmaster), wal: await wal() };
      const { done } = await slice(ms);
      const { user, system } = process.cpuUsage(before.node);
      return {
        name,
        node: (user + system) / done,
        database: ((ticksUnder(postmaster) - before.database) * MICROS_PER_TICK) / done,
        sent: ((await wal()) - before.wal) / done,
      };
    };
    return [
      await measured('a command in process', callers(CALLERS, region.log)),
      await measured('a command over HTTP', http.callers(CALLERS)),
    ];
  } finally {
    http.close();
    await region.close();
  }
}

export const costLines = (costs: readonly Cost[]): string[] => [
  '| with 32 callers | Node µs | PostgreSQL µs | WAL bytes |',
  '|---|---:|---:|---:|',
  ...costs.map(
    ({ name, node, database, sent }) =>
      `| ${[name, node.toFixed(0), database.toFixed(0), sent.toFixed(0)].join(' | ')} |`,
  ),
];
