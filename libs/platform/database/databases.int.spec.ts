import { clientOf, freshDatabase } from '#test/database.js';
import type { Connection } from './connection.js';
import { Databases, UnsafeLogin } from './databases.js';

const LOGIN = `mighty_${process.pid}`;

describe('the program does not start', () => {
  let connection: Connection;
  let drop: () => Promise<void>;

  const started = async (login: Connection) => {
    const databases = new Databases(login);
    try {
      await databases.onModuleInit();
      return await databases.now();
    } finally {
      await databases.onApplicationShutdown();
    }
  };

  beforeAll(async () => {
    ({ connection, drop } = await freshDatabase());
    const admin = await clientOf(connection);
    await admin.query(`CREATE ROLE ${LOGIN} LOGIN BYPASSRLS NOINHERIT; GRANT tsunagi_writer, tsunagi_reader TO ${LOGIN};
      CREATE ROLE ${LOGIN}_too LOGIN NOINHERIT; GRANT tsunagi_writer, tsunagi_reader, ${LOGIN} TO ${LOGIN}_too`);
    await admin.end();
  });
  afterAll(async () => {
    const admin = await clientOf(connection);
    await admin.query(`DROP OWNED BY ${LOGIN}_too, ${LOGIN}; DROP ROLE ${LOGIN}_too, ${LOGIN}`);
    await admin.end();
    await drop();
  });

  it('as a superuser, and says which one', async () => {
    const { appUser: _app, ...superuser } = connection;
    await expect(started(superuser)).rejects.toThrow(UnsafeLogin);
    await expect(started(superuser)).rejects.toThrow(/^[^\n]*"postgres"[^\n]*$/);
  });

  it('with a login that row-level security does not hold back, or that may become one', async () => {
    await expect(started({ ...connection, appUser: LOGIN })).rejects.toThrow(`"${LOGIN}"`);
    await expect(started({ ...connection, appUser: `${LOGIN}_too` })).rejects.toThrow(`"${LOGIN}"`);
  });

  it('but does as the login that is nothing by itself', async () => {
    expect(await started(connection)).toMatch(/^\d{4}-/);
  });

  it('nor works once a database that was away is there', async () => {
    const { appUser: _app, ...superuser } = connection;
    const late = new Databases({ ...superuser, database: `${connection.database}_later` });
    await late.onModuleInit();
    const admin = await clientOf({ ...connection, database: 'postgres' });
    await admin.query(`CREATE DATABASE ${connection.database}_later`);
    await expect(late.writer.query('SELECT 1')).rejects.toThrow(UnsafeLogin);
    await late.onApplicationShutdown();
    await admin.query(`DROP DATABASE ${connection.database}_later WITH (FORCE)`);
    await admin.end();
  });
});
