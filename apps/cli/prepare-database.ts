import pg from 'pg';
import { Databases, masterKeysOf, settings, Vault, type Connection } from '#platform';
import { createDatabase, dropDatabase, migrate } from '../../migrations/run.js';
import { bringToThisVersion } from './bring-to-this-version.js';
import { DEMO_DAYS, loadDemo } from './demo/load-demo.js';
import { World } from './scenario/world.js';

/** What a database holds: the demo region, somebody's own data, or nothing yet. */
export type Filling = 'demo' | 'own' | 'empty';

/**
 * Brings the database to this version, and fills a new one with the demo region where that is wanted. The demo's past is
 * played in a database of another name that takes its own when all is there: a cut start leaves nothing half-done.
 */
export async function prepareDatabase(
  connection: Connection,
  demo: boolean,
  say: (line: string) => void,
): Promise<Filling> {
  if (!(await exists(connection))) {
    if (!demo) {
      await createDatabase(connection);
    } else {
      say('first start: playing the demo region’s last year …');
      await makeDemo(connection);
    }
  }
  await bringToThisVersion(connection);
  await mustOpen(connection);
  return fillingOf(connection);
}

/** Before anything is begun that would have to be ended again. @throws NoMasterKey */
async function mustOpen(connection: Connection): Promise<void> {
  const databases = new Databases(connection);
  try {
    await new Vault(databases, (first) => masterKeysOf(settings(), first)).onModuleInit();
  } finally {
    await databases.onApplicationShutdown();
  }
}

async function makeDemo(connection: Connection): Promise<void> {
  const loading = { ...connection, database: `${connection.database}_loading` };
  await dropDatabase(loading);
  await createDatabase(loading);
  await migrate(loading);
  const today = new Date();
  const start = new Date(today.getTime() - DEMO_DAYS * 86_400_000).toISOString();
  const world = await World.open({ connection: loading, queue: { kind: 'none' }, queuePrefix: 'demo', start });
  try {
    await loadDemo(world, today.toISOString());
    await world.clock.release();
  } finally {
    await world.app.close();
  }
  await asAdmin(connection, async (client) => {
    await client.query(`COMMENT ON DATABASE ${client.escapeIdentifier(loading.database)} IS 'tsunagi demo region'`);
    await client.query(
      `ALTER DATABASE ${client.escapeIdentifier(loading.database)} RENAME TO ${client.escapeIdentifier(connection.database)}`,
    );
  });
}

const exists = (connection: Connection): Promise<boolean> =>
  asAdmin(connection, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [connection.database]);
    return rowCount === 1;
  });

/** The demo is marked on the database itself, so that no sign-in without password ever opens other data. */
export const fillingOf = (connection: Connection): Promise<Filling> =>
  asAdmin(connection, async (client) => {
    const { rows } = await client.query<{ comment: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
      [connection.database],
    );
    return rows[0]?.comment === 'tsunagi demo region' ? 'demo' : 'own';
  });

async function asAdmin<T>(connection: Connection, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
