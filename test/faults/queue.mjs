// Usage: node test/faults/queue.mjs [--seed N]
// The queue is taken away in the middle of a load: emptied in PostgreSQL, then, where redis-server is at hand, emptied
// and killed in Redis. The rows of the database know everything that the queue forgets.
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureReady } from '../../scripts/lib/ensure.mjs';

const TIMES = 3;
const AWAY_MS = 5_000;
const SETTLE_MS = 3_000;

const { values } = parseArgs({ options: { seed: { type: 'string', default: String(Date.now() % 1_000_000) } } });
const seed = Number(values.seed);

ensureReady();
const { chance } = await import('./lib/chance.mjs');
const { Redis } = await import('./lib/redis.mjs');
const { run } = await import('./lib/run.mjs');
const { freePort } = await import('./lib/server.mjs');

const dice = chance(seed);
const codes = [await run({ name: 'the queue in PostgreSQL is emptied', seed, faults: emptied })];
if (Redis.isHere()) {
  const redis = new Redis(await freePort());
  await redis.start();
  const env = { REDIS_URL: redis.url };
  try {
    process.stdout.write('\n');
    codes.push(
      await run({ name: 'the queue in Redis is emptied and killed', seed, env, faults: (it) => away(it, redis) }),
    );
  } finally {
    await redis.kill();
  }
} else process.stdout.write('\nnot run: the queue in Redis, for there is no redis-server on the PATH\n');
process.exitCode = Math.max(...codes);

async function emptied({ server, report }) {
  const database = await server.database();
  try {
    // The ledger of the schema's versions is no part of the queue.
    const { rows } = await database.query(
      `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS tables, count(*)::int AS n
         FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
    );
    for (let i = 0; i < TIMES; i++) {
      await pause(dice.between(1_000, 3_000));
      const jobs = await database.query('SELECT count(*)::int AS n FROM bullmq.job');
      await truncate(database, rows[0].tables);
      report.say(`  emptied ${rows[0].n} tables with ${jobs.rows[0].n} jobs in them`);
    }
  } finally {
    await database.end();
  }
  await pause(SETTLE_MS);
  report.say('  killed Node and started it on the emptied queue');
  await server.kill(false);
  await server.start();
  await pause(SETTLE_MS);
}

/** The queue's own statements take the same tables in another order. */
async function truncate(database, tables) {
  for (;;) {
    try {
      await database.query(`TRUNCATE ${tables}`);
      return;
    } catch (error) {
      if (error.code !== '40P01') throw error;
    }
  }
}

async function away({ report }, redis) {
  await pause(dice.between(1_000, 3_000));
  report.say(`  FLUSHALL with ${await redis.ask('DBSIZE')} keys`);
  await redis.ask('FLUSHALL');
  await pause(dice.between(1_000, 3_000));
  await redis.kill();
  report.say(`  killed redis-server for ${AWAY_MS / 1_000} s`);
  await pause(AWAY_MS);
  await redis.start();
  report.say('  redis-server is back, and empty');
  await pause(SETTLE_MS);
}
