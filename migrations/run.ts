import { runMigrations as migrateQueue } from 'bullmq';
import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import type { Connection } from '#platform';
import { migrations as all } from './index.js';

type Migration = (typeof all)[number];

/** Creates the database where it is missing. */
export async function createDatabase({ database, ...server }: Connection, template?: string): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    const name = client.escapeIdentifier(database);
    const from = template === undefined ? 'template0' : client.escapeIdentifier(template);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`);
  } finally {
    await client.end();
  }
}

/** Whether there is a database of this name. Who may enter no other asks it by entering. */
export async function databaseIsThere(connection: Connection): Promise<boolean> {
  const client = new pg.Client(connection);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === NO_SUCH_DATABASE) return false;
    throw error;
  } finally {
    await client.end();
  }
}

const NO_SUCH_DATABASE = '3D000';

/** How a database stands to this version: it is not there, steps are missing, or a newer version has been at it. */
export type Level = 'none' | 'behind' | 'this' | 'newer';

export async function levelOf(connection: Connection): Promise<Level> {
  if (!(await databaseIsThere(connection))) return 'none';
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ there: string | null }>(`SELECT to_regclass('public.migrations') AS there`);
    if (!rows[0]?.there) return 'behind';
    const { rows: done } = await client.query<{ name: string }>('SELECT name FROM migrations');
    const known = new Set(all.map(({ name }) => name));
    if (done.some(({ name }) => !known.has(name))) return 'newer';
    return done.length < all.length ? 'behind' : 'this';
  } finally {
    await client.end();
  }
}

export async function dropDatabase({ database, ...server }: Connection): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

/**
 * Brings the schema to this version, or as far as the given migrations. Refuses a database that a newer version has
 * migrated. `begun` hears the name of each step before it is taken, and how many there are.
 */
export async function migrate(
  connection: Connection,
  migrations: readonly Migration[] = all,
  begun: (name: string, step: number, of: number) => void = () => undefined,
): Promise<void> {
  const { host, port, user, password, database, ssl } = connection;
  const db = await new DataSource({
    type: 'postgres',
    host,
    username: user,
    database,
    migrations: [...migrations],
    logging: false,
    ...(port !== undefined && { port }),
    ...(password !== undefined && { password }),
    ...(ssl !== undefined && { ssl }),
  }).initialize();
  try {
    const known = new Set(migrations.map(({ name }) => name));
    const done = await applied(db);
    const newer = done.filter((name) => !known.has(name));
    if (newer.length > 0)
      throw new Error(
        `The database "${database}" was made by a newer version of Tsunagi (${newer.at(-1)}). Update the program, or start with another data folder.`,
      );
    const coming = db.migrations.filter((one) => !done.includes(nameOf(one)));
    for (const [at, one] of coming.entries()) {
      const up = one.up.bind(one);
      one.up = (runner) => {
        begun(nameOf(one), at + 1, coming.length);
        return up(runner);
      };
    }
    await db.runMigrations({ transaction: 'each' });
  } finally {
    await db.destroy();
  }
  await migrateQueueSchema(connection);
  if (connection.appUser !== undefined) await makeLogin(connection, connection.appUser);
}

const nameOf = (migration: MigrationInterface): string => migration.name ?? migration.constructor.name;

/** Roles belong to the whole server: another database of it may be migrating at this moment. */
const LOGIN_SQL = `
  DO $$
  DECLARE wanted text;
  BEGIN
    BEGIN
      EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT', :login);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    FOREACH wanted IN ARRAY ARRAY['tsunagi_writer', 'tsunagi_reader', 'tsunagi_queue'] LOOP
      IF NOT pg_has_role(:login, wanted, 'MEMBER') THEN
        BEGIN
          EXECUTE format('GRANT %I TO %I', wanted, :login);
        EXCEPTION WHEN OTHERS THEN
          IF NOT pg_has_role(:login, wanted, 'MEMBER') THEN RAISE; END IF;
        END;
      END IF;
    END LOOP;
  END $$`;

/** The program's login may be each of its roles, and nothing by itself (design decision 11). */
async function makeLogin(connection: Connection, login: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(LOGIN_SQL.replaceAll(':login', client.escapeLiteral(login)));
  } finally {
    await client.end();
  }
}

/** The queue's schema belongs to its own role, which may create nothing else and only while migrating. */
async function migrateQueueSchema(connection: Connection): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const database = client.escapeIdentifier(connection.database);
    await client.query(`GRANT CREATE ON DATABASE ${database} TO tsunagi_queue; SET ROLE tsunagi_queue`);
    await migrateQueue(client, 'bullmq');
    await client.query(`RESET ROLE; REVOKE CREATE ON DATABASE ${database} FROM tsunagi_queue`);
  } finally {
    await client.end();
  }
}

async function applied(db: DataSource): Promise<string[]> {
  const [there] = await db.query<{ there: string | null }[]>(`SELECT to_regclass('public.migrations') AS there`);
  if (!there?.there) return [];
  const rows = await db.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}
