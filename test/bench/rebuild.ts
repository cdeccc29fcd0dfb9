import { Followers } from '#platform';
import { rebuild as rebuildAll } from '../../apps/cli/rebuild.js';
import { fill } from './fill.js';
import { paired, type Case, type Measured } from './paired.js';
import { ServedRegion } from './served-region.js';
import { asSuperuser } from './sql.js';
import type { Extent } from './extent.js';
import type { BenchServer } from './server.js';

/** Everything derived made anew from the log, where rows stand and where they are lost, against merely reading the log out. */
export async function rebuild(server: BenchServer, template: string, { short, rounds }: Extent): Promise<Measured[]> {
  const connection = await server.create('bench_rebuild', template);
  const region = await ServedRegion.open(connection, 'driven');
  try {
    await fill(
      connection,
      short ? 300 : 3_000,
      region.app
        .get(Followers)
        .all()
        .map(({ name }) => name),
    );
    return await asSuperuser(connection, async (db) => {
      const { rows } = await db.query<{ events: number }>('SELECT count(*)::int AS events FROM event');
      const done = rows[0]?.events ?? 0;
      const timed =
        (work: () => Promise<unknown>): Case['slice'] =>
        async () => {
          const began = performance.now();
          await work();
          return { done, seconds: (performance.now() - began) / 1000, latencies: [performance.now() - began] };
        };
      return paired(
        [
          { name: 'COPY out of the log', slice: timed(() => db.query('COPY event TO STDOUT')) },
          { name: 'rebuild', to: 'COPY out of the log', slice: timed(() => rebuildAll(region.app)) },
          {
            name: 'rebuild of lost rows',
            to: 'COPY out of the log',
            before: () => db.query('DELETE FROM obligation; DELETE FROM stream_head'),
            slice: timed(() => rebuildAll(region.app)),
          },
        ],
        { rounds, ms: 0 },
      );
    });
  } finally {
    await region.close();
  }
}
