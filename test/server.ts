import { APP_LOGIN, type Connection } from '#platform';

/** The throw-away PostgreSQL that `npm test` has started. */
export function testServer(): Connection {
  const { TEST_DATABASE_HOST: host, TEST_DATABASE_USER: user = 'postgres', TEST_DATABASE_PORT: port } = process.env;
  if (!host) throw new Error('run the suite with npm test: it starts the database that these tests need');
  return { host, user, appUser: APP_LOGIN, port: Number(port ?? 5432), database: 'postgres' };
}
