import { APP_LOGIN, connectionOf, startEmbeddedPostgres, type Connection } from '#platform';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server for databases that are thrown away: DATABASE_URL's, the test suite's, or an embedded one for the moment. */
export async function withScratchServer<T>(use: (server: Connection) => Promise<T>): Promise<T> {
  const { DATABASE_URL: url, TEST_DATABASE_HOST: host, TEST_DATABASE_USER: user = 'postgres' } = process.env;
  if (url) return use(connectionOf(url));
  if (host) return use({ host, user, appUser: APP_LOGIN, port: 5432, database: 'postgres' });
  const dataDir = await mkdtemp(join(tmpdir(), 'tsunagi-scratch-'));
  const postgres = await startEmbeddedPostgres({
    dataDir: join(dataDir, 'pg'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  try {
    return await use({ ...postgres.connection, database: 'postgres' });
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
