import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { asRole, type Commit, type Connection, type DatabaseRole, type NewEvent } from '#platform';
import { createDatabase, dropDatabase, migrate } from '../migrations/run.js';
import { testServer } from './server.js';

let made = 0;

/** A migrated database of its own for one file of tests. */
export async function freshDatabase(): Promise<{ connection: Connection; drop: () => Promise<void> }> {
  const connection = { ...testServer(), database: `test_${process.pid}_${++made}_${Date.now()}` };
  const template = process.env['TEST_DATABASE_TEMPLATE'];
  if (template !== undefined) await makeTemplate(template);
  await createDatabase(connection, template);
  if (template === undefined) await migrate(connection);
  const drop = async () => {
    await nobodyIn(connection);
    await dropDatabase(connection);
  };
  return { connection, drop };
}

/** The first file that asks makes it; whoever copies never meets one that is half migrated, for it has another name until then. */
async function makeTemplate(database: string): Promise<void> {
  const client = await clientOf({ ...testServer(), database: 'postgres' });
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [database]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount !== 0) return;
    const making = { ...testServer(), database: `${database}_making` };
    await dropDatabase(making);
    await createDatabase(making);
    await migrate(making);
    await client.query(`ALTER DATABASE ${making.database} RENAME TO ${database}`);
  } finally {
    await client.end();
  }
}

/** Connections that are being closed may still be there for a moment; to drop them hard would look like a fault. */
async function nobodyIn(connection: Connection): Promise<void> {
  const client = await clientOf({ ...connection, database: 'postgres' });
  for (let i = 0; i < 100; i++) {
    const { rowCount } = await client.query('SELECT FROM pg_stat_activity WHERE datname = $1', [connection.database]);
    if (rowCount === 0) break;
    await pause(10);
  }
  await client.end();
}

/** A connection of its own, as the superuser, as the application in one of its roles, or as the tables' owner. */
export async function clientOf(connection: Connection, role?: DatabaseRole): Promise<pg.Client> {
  const { appUser: _app, ...superuser } = connection;
  const client = new pg.Client(role ? asRole(role === 'tsunagi_owner' ? superuser : connection, role) : superuser);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The SQLSTATE with which a statement is refused; 'accepted' where it is not. Changes nothing either way. */
export async function refusedWith(client: pg.Client, sql: string, values: unknown[] = []): Promise<string> {
  await client.query('BEGIN');
  try {
    await client.query(sql, values);
    return 'accepted';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.query('ROLLBACK');
  }
}

export const eventOf = (stream: string, seq: number, rest: Partial<NewEvent> = {}): NewEvent => ({
  event_id: randomUUID(),
  type: 'Tested',
  schema_version: 1,
  occurred_at: '2025-06-02T00:00:00.000Z',
  kind: 'test',
  stream,
  seq,
  area: null,
  other_areas: null,
  actor: { system: 'worker', job: 'test' },
  correlation_id: stream,
  causation_id: null,
  rule_set: null,
  patient_ref: null,
  payload: {},
  ...rest,
});

/** What a command that adds `count` events to a stream at version `base` appends. */
export function commitOf(
  stream: string,
  base: number,
  { count = 1, ...rest }: { count?: number } & Partial<Commit> = {},
): Commit {
  return {
    prefecture: '01',
    reference: false,
    heads: [
      {
        stream,
        kind: 'test',
        base,
        version: base + count,
        state_version: 1,
        status: 'THERE',
        relations: {},
        state: { base },
      },
    ],
    events: Array.from({ length: count }, (_, i) => eventOf(stream, base + i + 1)),
    obligations: [],
    messages: [],
    personal: [],
    claims: [],
    released: [],
    answer: null,
    ...rest,
  };
}
