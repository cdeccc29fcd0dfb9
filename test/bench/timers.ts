import { setTimeout as pause } from 'node:timers/promises';
import { Chaser } from '#obligations';
import type { Connection, QueueBackend } from '#platform';
import { addDue } from './fill.js';
import { MICROS_PER_TICK, parentOf, ticksUnder } from './processor-time.js';
import { PREFECTURE } from './region.js';
import { ServedRegion } from './served-region.js';
import { asSuperuser } from './sql.js';

const COUNT = 10_000;
const AHEAD_MS = 4_000;
const GIVE_UP_MS = 120_000;

export interface Punctuality {
  readonly queue: string;
  readonly spreadMs: number;
  readonly pending: number;
  readonly fired: number;
  /** From the due moment to the commit of the event, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly early: number;
  readonly twice: number;
  readonly byWorker: number;
  /** Processor time of one chase in microseconds, of this process and of the server; what polls and measures is in it. */
  readonly node: number | null;
  readonly database: number | null;
}

/** So many obligations fall due at once, or within a second, among those that are far from due. */
export async function timers(
  connection: Connection,
  queue: QueueBackend,
  spreads: readonly number[],
): Promise<Punctuality[]> {
  const region = await ServedRegion.open(connection, 'all', queue);
  try {
    const runs: Punctuality[] = [];
    for (const spreadMs of spreads) runs.push(await run(connection, queue.kind, region, spreadMs));
    return runs;
  } finally {
    await region.close();
  }
}

async function run(
  connection: Connection,
  queue: string,
  region: ServedRegion,
  spreadMs: number,
): Promise<Punctuality> {
  const tally = region.app.get(Chaser).tally;
  const before = { ...tally };
  await addDue(connection, COUNT, new Date(Date.now() + AHEAD_MS), spreadMs);
  return asSuperuser(connection, async (db) => {
    const { rows: own } = await db.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const spent = meter(own[0]?.pid ?? 0);
    const until = Date.now() + GIVE_UP_MS;
    const chased = () => tally.worker + tally.poller - before.worker - before.poller;
    // Counting in the table would take a core from what is measured.
    while (chased() < COUNT) {
      if (Date.now() > until) throw new Error(`${COUNT - chased()} of ${COUNT} obligations were not chased`);
      await pause(100);
    }
    const { node, database } = spent();
    const { rows } = await db.query<Record<'fired' | 'p50' | 'p99' | 'most' | 'early' | 'twice' | 'pending', number>>(`
      WITH fired AS (
        SELECT d.id, pg_xact_commit_timestamp(e.xmin) - d.at AS late, e.recorded_at < d.at AS decided_early
          FROM bench.due d JOIN event e ON e.prefecture = '${PREFECTURE}' AND e.stream = d.id AND e.type = 'ObligationChased'
      )
      SELECT count(*)::int AS fired,
             extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY late))::float8 * 1000 AS p50,
             extract(epoch FROM percentile_cont(0.99) WITHIN GROUP (ORDER BY late))::float8 * 1000 AS p99,
             extract(epoch FROM max(late))::float8 * 1000 AS most,
             count(*) FILTER (WHERE late < interval '0' OR decided_early)::int AS early,
             (count(*) - count(DISTINCT id))::int AS twice,
             (SELECT count(*)::int FROM obligation WHERE next_at > now() + interval '1 hour') AS pending
        FROM fired`);
    const [found] = rows;
    if (!found) throw new Error('nothing was measured');
    return { queue, spreadMs, ...found, byWorker: (tally.worker - before.worker) / COUNT, node, database };
  });
}

/** Processor time of each obligation since now. Linux alone says it. */
function meter(backend: number): () => Pick<Punctuality, 'node' | 'database'> {
  if (process.platform !== 'linux') return () => ({ node: null, database: null });
  const postmaster = parentOf(backend);
  const before = { node: process.cpuUsage(), database: ticksUnder(postmaster) };
  return () => {
    const { user, system } = process.cpuUsage(before.node);
    return {
      node: (user + system) / COUNT,
      database: ((ticksUnder(postmaster) - before.database) * MICROS_PER_TICK) / COUNT,
    };
  };
}
