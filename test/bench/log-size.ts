import { callers, paired, type Case, type Measured } from './paired.js';
import { ServedRegion } from './served-region.js';
import type { Extent } from './extent.js';
import type { BenchServer } from './server.js';

/** The same command on a log that holds nothing but the region, and on one that is full. */
export async function logSize(
  server: BenchServer,
  empty: string,
  full: string,
  { rounds, ms }: Extent,
): Promise<Measured[]> {
  const small = await ServedRegion.open(await server.create('bench_small_log', empty), 'api');
  const large = await ServedRegion.open(server.database(full), 'api');
  try {
    const cases = [1, 8, 32].flatMap((count): Case[] => [
      { name: `empty log, ${count} callers`, slice: callers(count, small.log) },
      { name: `full log, ${count} callers`, to: `empty log, ${count} callers`, slice: callers(count, large.log) },
    ]);
    return await paired(cases, { rounds, ms });
  } finally {
    await small.close();
    await large.close();
  }
}
