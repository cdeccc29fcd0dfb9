import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type Connection } from '#platform';
import { createDatabase } from '../../migrations/run.js';

/** The embedded server as `npm start` runs it, each commit on the disk. Only that it remembers when each was. */
export async function withServer<T>(use: (server: BenchServer) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-bench-'));
  chmodSync(folder, 0o755);
  try {
    const postgres = await startEmbeddedPostgres({
      dataDir: join(folder, 'data'),
      settings: { track_commit_timestamp: 'on', ...extraSettings() },
    });
    const interrupted = () => {
      void postgres.stop().finally(() => {
        rmSync(folder, { recursive: true, force: true });
        process.exit(130);
      });
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupted);
    try {
      return await use(new BenchServer(postgres.connection));
    } finally {
      await postgres.stop();
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, interrupted);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** For looking closer: BENCH_PG_SETTINGS='{"auto_explain.log_min_duration":"0"}'. */
const extraSettings = (): Record<string, string> =>
  JSON.parse(process.env['BENCH_PG_SETTINGS'] ?? '{}') as Record<string, string>;

export class BenchServer {
  constructor(private readonly server: Omit<Connection, 'database'>) {}

  database(name: string): Connection {
    return { ...this.server, database: name };
  }

  async create(name: string, template?: string): Promise<Connection> {
    const connection = this.database(name);
    await createDatabase(connection, template);
    return connection;
  }
}
