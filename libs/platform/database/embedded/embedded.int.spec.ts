import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, EmbeddedPostgresError, startEmbeddedPostgres } from './index.js';
import { isAlive } from './processes.js';

const settings = { fsync: 'off', max_connections: '20', shared_buffers: '16MB' };

const ask = async (server: EmbeddedPostgres, sql: string): Promise<unknown> => {
  const client = new Client({ ...server.connection, database: 'postgres' });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return Object.values(rows[0] ?? {})[0];
};

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let dataDir: string;
  let servers: EmbeddedPostgres[];

  beforeEach(() => {
    // A name by which scripts/test.mjs clears away what a killed run has left.
    folder = mkdtempSync(join(tmpdir(), `tsunagi-test-${process.pid}-`));
    // As root, the server runs under another account, which has to pass.
    chmodSync(folder, 0o755);
    dataDir = join(folder, 'data');
    servers = [];
  });

  afterEach(async () => {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (at = dataDir): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir: at, settings });
    servers.push(server);
    return server;
  };

  const pidOf = (at = dataDir): number => Number(readFileSync(join(at, 'postmaster.pid'), 'utf8').split('\n')[0]);

  it('starts, keeps what was written, and leaves nothing running', async () => {
    const first = await start();
    await ask(first, 'create table kept (n int)');
    const pid = pidOf();
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(first.connection.host)).toBe(false);

    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second, "select to_regclass('kept') is not null")).toBe(true);
    expect(readdirSync(folder)).toEqual(['data']);
  });

  it('takes Japanese text apart into trigrams, takes no connections over TCP, and writes checksums', async () => {
    const server = await start();
    await ask(server, 'create extension pg_trgm');
    expect(await ask(server, "select show_trgm('在宅医療') <> '{}'")).toBe(true);
    expect(await ask(server, "select current_setting('listen_addresses')")).toBe('');
    expect(await ask(server, "select current_setting('data_checksums')")).toBe('on');
  });

  it('has its socket in a short path however deep the project lies', async () => {
    const deep = join(folder, 'd'.repeat(75), 'e'.repeat(75), 'postgres');
    const server = await start(deep);
    expect(server.connection.host.length).toBeLessThan(80);
    expect(await ask(server, "select current_setting('data_directory')")).toBe(deep);
  });

  it('adopts a server that runs already, and leaves it to its owner as long as that uses it', async () => {
    const owner = await start();
    const client = new Client({ ...owner.connection, database: 'postgres' });
    await client.connect();

    const guest = await start();
    expect(guest.adopted).toBe(true);
    expect(guest.connection).toEqual(owner.connection);
    await guest.stop();
    expect(await ask(owner, 'select 1')).toBe(1);

    await client.end();
    const heir = await start();
    const pid = pidOf();
    await heir.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('starts once when two start it at the same moment', async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.filter((server) => server.adopted)).toHaveLength(1);
    expect(both[0]?.connection).toEqual(both[1]?.connection);
  });

  it('recovers after a crash whose process number another program has by now', async () => {
    const crashed = await start();
    await ask(crashed, 'create table kept (n int)');
    const lock = join(dataDir, 'postmaster.pid');
    const lines = readFileSync(lock, 'utf8').split('\n');
    process.kill(pidOf(), 'SIGKILL');
    writeFileSync(lock, [String(process.ppid), ...lines.slice(1)].join('\n'));

    const recovered = await start();
    expect(recovered.adopted).toBe(false);
    expect(await ask(recovered, "select to_regclass('kept') is not null")).toBe(true);
    expect(existsSync(crashed.connection.host)).toBe(false);
  });

  it('says in one line that the data are of another version', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'PG_VERSION'), '15\n');
    const refusal = await start().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EmbeddedPostgresError);
    expect((refusal as Error).message).toMatch(/written by PostgreSQL 15.+move the folder away/);
    expect((refusal as Error).message).not.toContain('\n');
  });

  it('says in one line what the server stopped at', async () => {
    const options = { dataDir, settings: { ...settings, shared_buffers: 'plenty' } };
    const refusal = await startEmbeddedPostgres(options).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EmbeddedPostgresError);
    expect((refusal as Error).message).toMatch(/does not start.+shared_buffers/);
    expect((refusal as Error).message).not.toContain('\n');
  });

  it('touches nothing of a folder that holds something else', async () => {
    await (await start()).stop();
    rmSync(join(dataDir, 'PG_VERSION'));
    await expect(start()).rejects.toThrow(/is in the way/);
    expect(existsSync(join(dataDir, 'base'))).toBe(true);
  });
});
