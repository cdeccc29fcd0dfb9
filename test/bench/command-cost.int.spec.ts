import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { freshDatabase } from '#test/database.js';
import { Databases, type Connection } from '#platform';
import { ApiModule } from '../../apps/api/api.module.js';
import { MICROS_PER_TICK, ticksOf } from './processor-time.js';
import { Region } from './region.js';
import { asSuperuser } from './sql.js';

/** Issue 6, A5: what one LogConsultation may insert into indexes, all tables together. */
const MOST_INSERTIONS = 17;
/** A plan that a connection has kept from when the tables were small may cost so much more. */
const MOST_GROWTH = 1.5;
/** PostgreSQL plans a statement anew for its first five calls, and may keep the plan of the sixth for ever. */
const SLOWLY = 12;
const LOADED = 8_000;
const MEASURED = 400;
const TRIES = 3;

let connection: Connection;
let app: INestApplicationContext;
let region: Region;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ connection, drop } = await freshDatabase());
  const options = { connection, queue: { kind: 'none' }, queuePrefix: 'cost' } as const;
  app = await NestFactory.createApplicationContext(ApiModule.of(options), { logger: false });
  // One connection, whose plans are as old as it is.
  app.get(Databases).writer.options.max = 1;
  region = new Region(app);
  await region.settle();
});
afterAll(async () => {
  await app.close();
  await drop();
});

/** Where the write-ahead log ends, all of which can be read then. */
const FLUSHED = `SELECT pg_logical_emit_message(false, 'test', '', true)::text AS place`;

/** Entries of indexes that the write-ahead log of this database has had since a place in it. */
const insertionsSince = async (place: string): Promise<number> =>
  asSuperuser(connection, async (db) => {
    await db.query(FLUSHED);
    const { rows } = await db.query<{ n: number }>(
      `SELECT count(DISTINCT b.start_lsn)::int AS n
         FROM pg_get_wal_block_info($1::pg_lsn, pg_current_wal_flush_lsn()) b
        WHERE b.reldatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND (b.resource_manager, b.record_type) IN (
            ('Btree', 'INSERT_LEAF'), ('Btree', 'INSERT_POST'), ('Btree', 'SPLIT_L'), ('Btree', 'SPLIT_R'),
            ('Gin', 'INSERT'), ('Gin', 'UPDATE_META_PAGE'))`,
      [place],
    );
    return rows[0]?.n ?? NaN;
  });
const placeNow = (): Promise<string> =>
  asSuperuser(connection, async (db) => {
    const { rows } = await db.query<{ place: string }>(FLUSHED);
    return rows[0]?.place ?? '';
  });

const AT_ONCE = 8;
async function logged(count: number): Promise<void> {
  for (let n = 0; n < count; n += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, region.log));
}

/** Processor time of a command in the sessions of this database, in microseconds. What Node takes knows no plans. */
async function processorTime(): Promise<number> {
  const pids = await asSuperuser(connection, async (db) => {
    const { rows } = await db.query<{ pid: number }>(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    return rows.map(({ pid }) => pid);
  });
  const ticks = () => pids.reduce((sum, pid) => sum + ticksOf(pid), 0);
  const costs: number[] = [];
  for (let i = 0; i < TRIES; i++) {
    const before = ticks();
    await logged(MEASURED);
    costs.push(((ticks() - before) * MICROS_PER_TICK) / MEASURED);
  }
  // What else the machine does only adds.
  return Math.min(...costs);
}

it('a prefecture that begins slowly and is loaded then: a command costs what it did, and few entries of indexes', async () => {
  // Whether statistics come in time to save a plan is chance.
  await asSuperuser(connection, async (db) => {
    await db.query('CREATE EXTENSION pg_walinspect');
    for (const table of ['obligation', 'stream_head', 'command_answer', 'event', 'personal_record'])
      await db.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
  });
  for (let n = 0; n < SLOWLY; n++) {
    await region.log();
    // As the housekeeping of the database does of a table that is small: then every way to a row looks as good.
    if (n === 2) await asSuperuser(connection, (db) => db.query('ANALYZE'));
  }
  const place = await placeNow();
  await region.log();
  const insertions = await insertionsSince(place);
  expect(insertions).toBeGreaterThan(0);
  expect(insertions).toBeLessThanOrEqual(MOST_INSERTIONS);

  if (process.platform !== 'linux') return;
  const few = await processorTime();
  await logged(LOADED);
  expect(await processorTime()).toBeLessThan(few * MOST_GROWTH);
});
