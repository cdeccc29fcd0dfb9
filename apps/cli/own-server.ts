import { resolve } from 'node:path';
import { connectionOf, settings, startEmbeddedPostgres, type Connection } from '#platform';
import { levelOf, type Level } from '../../migrations/run.js';
import { CannotRun } from '../cannot-run.js';

/** The server that `npm start` uses: DATABASE_URL's, or the embedded one in .data/, started for the moment if it is not running. */
export async function withOwnServer<T>(use: (connection: Connection) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = settings();
  if (databaseUrl !== undefined) return use(connectionOf(databaseUrl));
  const postgres = await startEmbeddedPostgres({ dataDir: resolve(dataDir, 'postgres') });
  try {
    return await use({ ...postgres.connection, database: 'tsunagi' });
  } finally {
    await postgres.stop();
  }
}

/** The database on it, as this version has it. @throws CannotRun for one that is not */
export const withOwnDatabase = <T>(use: (connection: Connection) => Promise<T>): Promise<T> =>
  withOwnServer(async (connection) => {
    const level = await levelOf(connection);
    if (level !== 'this') throw notOfThisVersion(connection.database, level);
    return use(connection);
  });

const SAID: Readonly<Record<Exclude<Level, 'this'>, readonly [ja: string, en: string]>> = {
  none: [
    'がまだありません。先に npm run cli -- migrate を実行してください。',
    'is not there yet. First run: npm run cli -- migrate',
  ],
  behind: [
    'はこの版の形になっていません。先に npm run cli -- migrate を実行してください。',
    'is not at this version. First run: npm run cli -- migrate',
  ],
  newer: [
    'は新しい版で使われています。プログラムを新しい版にしてください。',
    'was used by a newer version. Update the program.',
  ],
};

function notOfThisVersion(database: string, level: Exclude<Level, 'this'>): CannotRun {
  const [ja, en] = SAID[level];
  return new CannotRun(`データベース「${database}」${ja}`, `The database "${database}" ${en}`);
}
