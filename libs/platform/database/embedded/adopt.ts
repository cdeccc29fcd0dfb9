import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client, DatabaseError } from 'pg';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { holderOf, type LockFile } from './lock-file.js';
import { until } from './processes.js';
import { shutDown } from './shut-down.js';

const PATIENCE_MS = 120_000;

// SQLSTATE of a server that is starting up, recovering or shutting down.
const CANNOT_CONNECT_NOW = '57P03';

/**
 * The server that already runs on this data folder: left behind when the process that started it was killed, or in use
 * by another one. Waits for a server that is recovering; when it goes away meanwhile there is none.
 */
export async function adopt(dataDir: string, log: (line: string) => void): Promise<LockFile | undefined> {
  let holder = holderOf(dataDir);
  if (holder === undefined) return undefined;
  let answer = 'none' as Answer;
  const settled = await until(
    async () => {
      holder = holderOf(dataDir);
      if (holder === undefined) return true;
      answer = await ask(holder);
      return answer === 'yes' || (answer === 'no socket' && holder.ready);
    },
    PATIENCE_MS,
    50,
  );
  if (holder === undefined) return undefined;
  if (!settled) {
    throw new EmbeddedPostgresError(
      `A PostgreSQL (process ${holder.pid}) holds the data in ${dataDir} but does not answer: end it with "kill -INT ${holder.pid}" and start again.`,
    );
  }
  if (answer === 'yes') return holder;
  log('The running PostgreSQL has lost its socket, because temporary files were cleared away. It is started anew.');
  await shutDown(dataDir, holder);
  return undefined;
}

/** How many sessions other than ours the server has. */
export async function otherSessions(server: LockFile): Promise<number> {
  const client = clientOf(server);
  try {
    await client.connect();
    const { rows } = await client.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return rows[0]?.n ?? 0;
  } catch {
    return 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}

type Answer = 'yes' | 'none' | 'no socket';

async function ask(server: LockFile): Promise<Answer> {
  const client = clientOf(server);
  try {
    await client.connect();
    return 'yes';
  } catch (error) {
    if (error instanceof DatabaseError) return error.code === CANNOT_CONNECT_NOW ? 'none' : 'yes';
    return existsSync(join(server.socketFolder, `.s.PGSQL.${server.port}`)) ? 'none' : 'no socket';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Everything is named, so that no PG… variable of the environment leads elsewhere. */
function clientOf({ socketFolder, port }: LockFile): Client {
  const client = new Client({
    host: socketFolder,
    port,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 2_000,
  });
  // Without a listener, a connection cut while idle would end the whole process.
  client.on('error', () => undefined);
  return client;
}
