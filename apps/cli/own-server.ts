import { resolve } from 'node:path';
import { connectionOf, settings, startEmbeddedPostgres, type Connection } from '#platform';

/** The database that `npm start` uses: DATABASE_URL's, or the embedded one in .data/, started for the moment if it is not running. */
export async function withOwnDatabase<T>(use: (connection: Connection) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = settings();
  if (databaseUrl !== undefined) return use(connectionOf(databaseUrl));
  const postgres = await startEmbeddedPostgres({ dataDir: resolve(dataDir, 'postgres') });
  try {
    return await use({ ...postgres.connection, database: 'tsunagi' });
  } finally {
    await postgres.stop();
  }
}
