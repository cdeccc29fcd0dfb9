import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type Connection, type EmbeddedPostgres } from '#platform';
import { Play } from '../apps/cli/scenario/play.js';
import { readScenario } from '../apps/cli/scenario/scenario-file.js';
import { World } from '../apps/cli/scenario/world.js';
import { migrate } from '../migrations/run.js';
import { clientOf } from './database.js';

const FILE = new URL('scenarios/backup-ladder.json', import.meta.url);

/** A server as a DBA hands it over: a database, and a login that owns it and is no superuser. */
describe('on a server of one’s own', () => {
  let folder: string;
  let server: EmbeddedPostgres;
  let connection: Connection;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tsunagi-own-'));
    server = await startEmbeddedPostgres({ dataDir: join(folder, 'pg'), settings: { fsync: 'off' } });
    const { host, port } = server.connection;
    connection = { host, ...(port !== undefined && { port }), user: 'tsunagi', database: 'tsunagi' };
    const dba = await clientOf({ ...server.connection, database: 'postgres' });
    await dba.query('CREATE ROLE tsunagi LOGIN CREATEROLE');
    await dba.query('CREATE DATABASE tsunagi OWNER tsunagi');
    await dba.end();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a login that is no superuser migrates, again, and runs a night call', async () => {
    await migrate(connection);
    await migrate(connection);
    const scenario = readScenario(readFileSync(FILE, 'utf8'));
    const world = await World.open({
      connection,
      queue: { kind: 'postgres' },
      queuePrefix: 'own',
      start: scenario.clock,
    });
    try {
      const play = new Play(world, scenario, 'own');
      await play.all();
      expect(play.failures).toEqual([]);
    } finally {
      await world.close();
    }
  });
});
