import { Followers } from '#platform';
import { HttpLoad } from './http.js';
import { callers, paired, type Case, type Measured } from './paired.js';
import { Raw } from './raw.js';
import { ServedRegion } from './served-region.js';
import type { Extent } from './extent.js';
import type { BenchServer } from './server.js';

const CALLERS = [8, 32, 128] as const;

/** The same command in process and over HTTP, against what the disk allows. */
export async function commands(server: BenchServer, template: string, { rounds, ms }: Extent): Promise<Measured[]> {
  const connection = await server.create('bench_commands', template);
  const raw = await Raw.open(connection);
  const region = await ServedRegion.open(connection, 'driven');
  const followers = region.app.get(Followers);
  const http = await HttpLoad.open(region);
  try {
    const cases = CALLERS.flatMap((count): Case[] => [
      { name: `raw, ${count} callers`, slice: callers(count, raw.insert) },
      { name: `command, ${count} callers`, to: `raw, ${count} callers`, slice: callers(count, region.log) },
      { name: `over HTTP, ${count} callers`, to: `command, ${count} callers`, slice: http.callers(count) },
    ]);
    const besideFollowers: Case = {
      name: 'command, 32 callers, followers reading on',
      to: 'command, 32 callers',
      before: async () => {
        while (await followers.catchUp());
      },
      slice: async (sliceMs) => {
        const over = new AbortController();
        const reading = (async () => {
          while (!over.signal.aborted) await followers.catchUp();
        })();
        try {
          return await callers(32, region.log)(sliceMs);
        } finally {
          over.abort();
          await reading;
        }
      },
    };
    return await paired([...cases, besideFollowers], { rounds, ms });
  } finally {
    http.close();
    await region.close();
    await raw.close();
  }
}
