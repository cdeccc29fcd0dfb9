import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { type LockFile, readLockFile } from './lock-file.js';
import { isAlive, until } from './processes.js';
import { removeSocketFolder } from './socket-folder.js';

const FAST_MS = 60_000;
const IMMEDIATE_MS = 15_000;

/** Ends a server: sessions are cut, what is committed is written down. Resolves when its process is gone. */
export async function shutDown(dataDir: string, server: Pick<LockFile, 'pid' | 'socketFolder'>): Promise<void> {
  // The lock file is the server's last act, so a number that meanwhile belongs to another program is never signaled.
  const runs = (): boolean => readLockFile(dataDir)?.pid === server.pid && isAlive(server.pid);
  if (runs()) {
    process.kill(server.pid, 'SIGINT');
    if (!(await until(() => !runs(), FAST_MS))) {
      process.kill(server.pid, 'SIGQUIT');
      if (!(await until(() => !runs(), IMMEDIATE_MS))) {
        throw new EmbeddedPostgresError(
          `PostgreSQL (process ${server.pid}) does not end: look at ${dataDir}/server.log, then end it with "kill -9 ${server.pid}".`,
        );
      }
    }
  }
  await until(() => !isAlive(server.pid), 1_000);
  removeSocketFolder(server.socketFolder);
}
