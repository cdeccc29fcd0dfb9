import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { clientOf, commitOf, freshDatabase } from '#test/database.js';
import { testVault } from '#test/vault.js';
import { Databases } from '../database/databases.js';
import type { ObligationRow } from './commit.js';
import { EventLog } from './event-log.js';

/** PostgreSQL makes a plan anew for the first five calls of a statement, and may keep that of the sixth for ever. */
const SLOWLY = 12;
const CASES = 3_000;
const TOGETHER = 60;

let drop: () => Promise<void>;
let admin: pg.Client;
let databases: Databases;
let log: EventLog;

beforeAll(async () => {
  const fresh = await freshDatabase();
  ({ drop } = fresh);
  admin = await clientOf(fresh.connection);
  // Whether statistics come in time to save a plan is chance.
  for (const table of ['obligation', 'stream_head', 'command_answer', 'event'])
    await admin.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
  databases = new Databases(fresh.connection);
  // One connection, whose plans are looked at.
  databases.writer.options.max = 1;
  log = new EventLog(databases, testVault(databases));
});
afterAll(async () => {
  await databases.onApplicationShutdown();
  await admin.end();
  await drop();
});

const owed = (caseId: string): ObligationRow => ({
  id: randomUUID(),
  case_kind: 'test',
  case_id: caseId,
  step: 'tested',
  owed_by: randomUUID(),
  municipality_id: null,
  class: 2,
  state: 'open',
  due_at: '2025-06-02T00:00:00.000Z',
  next_at: '2125-06-02T00:00:00.000Z',
  level: null,
  unattended: false,
  base: 0,
  seq: 1,
  body: {},
  fence: null,
});

async function begin(): Promise<string> {
  const stream = randomUUID();
  const answer = { user_id: randomUUID(), key: randomUUID(), body_hash: '00', answer: {} };
  await log.append(commitOf(stream, 0, { obligations: [owed(stream), owed(stream)], answer }));
  return stream;
}

const read = (stream: string) =>
  log.ground({
    prefecture: '01',
    stream,
    kind: 'test',
    caller: { user_id: randomUUID(), organization: randomUUID() },
    key: { user_id: randomUUID(), key: randomUUID() },
  });

/** Blocks that one read touches by the plan that its connection has kept. */
async function blocksOf(stream: string): Promise<number> {
  const values = [`'{01}'`, ...[stream, randomUUID(), randomUUID()].map((id) => `'{${id}}'`), `'{test}'`];
  const caller = [randomUUID(), randomUUID()].map((id) => `'{${id}}'`);
  const { rows } = await databases.writer.query<{ 'QUERY PLAN': readonly [{ Plan: Record<string, number> }] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE ground (${[...values, ...caller].join(', ')})`,
  );
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  return (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
}

it('a prefecture that begins slowly reads no more for a command once it is loaded', async () => {
  const first: string[] = [];
  for (let n = 0; n < SLOWLY; n++) {
    const stream = await begin();
    // One after the other: all over the one connection, whose plan it is.
    expect((await read(stream)).obligations).toHaveLength(2);
    first.push(stream);
    // As the housekeeping of the database does of a table that is small: then every way to a row looks as good.
    if (n === 2) await admin.query('ANALYZE');
  }
  const few = await blocksOf(first[0] as string);
  for (let n = 0; n < CASES; n += TOGETHER) await Promise.all(Array.from({ length: TOGETHER }, begin));
  const many = await blocksOf(first[1] as string);
  // Each of its four indexes may have grown by a level or two.
  expect(many).toBeLessThan(few + 10);
});
