import { Vault, type Connection, type PersonalRow } from '#platform';
import { callers, paired, type Case, type Measured } from './paired.js';
import { ServedRegion } from './served-region.js';
import { asSuperuser } from './sql.js';
import type { Extent } from './extent.js';
import type { BenchServer } from './server.js';

const CALLERS = 32;
const WHOLE = 'the whole command';

const without = (column: string) => (source: string) =>
  source.replace(`cardinality(${column}) > 0`, `cardinality(${column}) < 0`);
/** What `app.append` does, each left out once: in databases of the bench alone, and never in the product. */
const PARTS: readonly (readonly [name: string, change: (source: string) => string])[] = [
  ['stream heads', without('h_stream')],
  ['obligations', without('o_id')],
  ['personal rows', without('p_id')],
  ['stored answers', without('a_key')],
  ['the hash chain', (source) => source.replace(/sha256\(before \|\| [^;]+;/, 'before;')],
];

/** How much faster the command would be without each part of its transaction. */
export async function parts(server: BenchServer, template: string, { rounds, ms }: Extent): Promise<Measured[]> {
  const regions: ServedRegion[] = [];
  try {
    const open = async (name: string) => {
      const region = await ServedRegion.open(server.database(name), 'api');
      regions.push(region);
      return region;
    };
    await server.create('bench_whole', template);
    const cases: Case[] = [{ name: WHOLE, slice: callers(CALLERS, (await open('bench_whole')).log) }];
    for (const [i, [name, change]] of PARTS.entries()) {
      const connection = await server.create(`bench_without_${i}`, template);
      await changeAppend(connection, change);
      cases.push({
        name: `without ${name}`,
        to: WHOLE,
        slice: callers(CALLERS, (await open(`bench_without_${i}`)).log),
      });
    }
    await server.create('bench_without_seal', template);
    const plain = await open('bench_without_seal');
    Object.assign(plain.app.get(Vault), {
      sealed: (_prefecture: string, rows: readonly PersonalRow[]) => Promise.resolve(rows),
    });
    cases.push({ name: 'without sealing what is said of people', to: WHOLE, slice: callers(CALLERS, plain.log) });
    const loose = await server.create('bench_without_disk', template);
    await asSuperuser(loose, (db) => db.query('ALTER DATABASE bench_without_disk SET synchronous_commit = off'));
    cases.push({
      name: 'without waiting for the disk',
      to: WHOLE,
      slice: callers(CALLERS, (await open('bench_without_disk')).log),
    });
    return await paired(cases, { rounds, ms });
  } finally {
    for (const region of regions) await region.close();
  }
}

async function changeAppend(connection: Connection, change: (source: string) => string): Promise<void> {
  await asSuperuser(connection, async (db) => {
    const { rows } = await db.query<{ source: string }>(`SELECT pg_get_functiondef('app.append'::regproc) AS source`);
    const source = rows[0]?.source ?? '';
    const changed = change(source);
    if (changed === source) throw new Error('app.append has changed: the bench no longer finds its parts');
    await db.query(changed);
  });
}
