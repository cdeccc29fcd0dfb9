import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { APP_LOGIN, type Connection } from '../connection.js';
import { adopt, otherSessions } from './adopt.js';
import { type Binaries, binariesFor } from './binaries.js';
import { type DataFolder, ensureCluster, placeOf } from './data-folder.js';
import { launch } from './launch.js';
import { type LockFile } from './lock-file.js';
import { until } from './processes.js';
import type { ServerSettings } from './settings.js';
import { shutDown } from './shut-down.js';

export interface EmbeddedPostgresOptions {
  /** Where the data live. Its parent folders are made; on a system where the server cannot reach it, see `log`. */
  readonly dataDir: string;
  /** Settings of postgresql.conf that differ from ours, for tests. */
  readonly settings?: ServerSettings;
  /** Hears one line about whatever takes time or is out of the ordinary. Silent at a usual start. */
  readonly log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /**
   * A folder with a socket in it, the superuser, and the program's own login; pg, TypeORM and BullMQ all take a folder as host. The port is part
   * of the socket's name, and saying it keeps PGPORT of the environment out.
   */
  readonly connection: Omit<Connection, 'database'>;
  /** True when the server ran already. It then keeps the settings it was started with. */
  readonly adopted: boolean;
  /** To be called last, when everything that uses the database is closed. */
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that comes with npm on this data folder, creating the data at first, or adopts it if it runs. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { settings = {}, log = () => undefined } = options;
  const folder = await placeOf(resolve(options.dataDir), log);
  const running = await adopt(folder.path, log);
  if (running !== undefined) return handleOf(folder.path, running, true);

  const binaries = await binariesFor(folder.user, log);
  await ensureCluster(folder, binaries, settings['fsync'] !== 'off', log);
  return launchOrAdopt(folder, binaries, settings, log);
}

async function launchOrAdopt(
  folder: DataFolder,
  binaries: Binaries,
  settings: ServerSettings,
  log: (line: string) => void,
): Promise<EmbeddedPostgres> {
  for (let attempt = 1; ; attempt++) {
    try {
      return handleOf(folder.path, await launch(folder, binaries, settings), false);
    } catch (error) {
      // Another process was faster by a moment, or sessions of a killed server have not noticed yet that it is gone.
      const rival = await adopt(folder.path, log);
      if (rival !== undefined) return handleOf(folder.path, rival, true);
      const passing = /pre-existing shared memory|lock file/.test((error as Error).message);
      if (!passing || attempt === 20) throw error;
      await sleep(500);
    }
  }
}

function handleOf(dataDir: string, server: LockFile, adopted: boolean): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    if (adopted && (await isNeededByOthers(server))) return;
    await shutDown(dataDir, server);
  };
  return {
    connection: { host: server.socketFolder, port: server.port, user: 'postgres', appUser: APP_LOGIN },
    adopted,
    stop: () => (stopping ??= stop()),
  };
}

/** A server that was adopted may still have its first owner: a command run beside the application must not end it. */
const isNeededByOthers = async (server: LockFile): Promise<boolean> =>
  !(await until(async () => (await otherSessions(server)) === 0, 1_000, 50));
