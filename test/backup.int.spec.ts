import { randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { Invitations, Sessions, verifyLooks } from '#access';
import {
  Databases,
  LocalMasterKey,
  masterKeysOf,
  readAnchors,
  Vault,
  verifyLog,
  type Connection,
  type ReadMasterKeys,
} from '#platform';
import { Progress } from '../apps/cli/progress.js';
import { bringBack } from '../apps/cli/safekeeping/bring-back.js';
import { hiddenFromOwner, LEFT_OUT, tablesIn } from '../apps/cli/safekeeping/catalog.js';
import { written, type Manifest } from '../apps/cli/safekeeping/manifest.js';
import { backupKey } from '../apps/cli/safekeeping/pieces.js';
import { save } from '../apps/cli/safekeeping/save.js';
import { Play } from '../apps/cli/scenario/play.js';
import { readScenario } from '../apps/cli/scenario/scenario-file.js';
import { World } from '../apps/cli/scenario/world.js';
import { migrations } from '../migrations/index.js';
import { createDatabase, databaseIsThere, dropDatabase, levelOf, migrate } from '../migrations/run.js';
import { clientOf, freshDatabase } from './database.js';
import { testServer } from './server.js';
import { personalBodies } from './vault.js';

const FILE = new URL('scenarios/backup-ladder.json', import.meta.url);
const PASSWORD = 'otter-lamp-canyon-84';
const KEY = randomBytes(32);
const MASTER = randomBytes(32);
const MASTERS: ReadMasterKeys = () => [new LocalMasterKey(MASTER)];
const progress = new Progress({ write: () => undefined });

const folder = mkdtempSync(join(tmpdir(), 'tsunagi-backup-'));
const made: Connection[] = [];
const other = (name: string): Connection => {
  const connection = { ...testServer(), database: `restored_${process.pid}_${name}` };
  made.push(connection);
  return connection;
};
const saved = (connection: Connection, name: string, anchorFile = join(folder, 'none.jsonl')) =>
  save({ connection, folder: join(folder, name), key: KEY, anchorFile, demo: false, progress });
const broughtBack = (
  connection: Connection,
  name: string,
  { key = KEY, masters = MASTERS, anchorFile = join(folder, 'none.jsonl') } = {},
) => bringBack({ connection, folder: join(folder, name), key, masters, anchorFile, progress });

const post = async <T>(world: World, path: string, body: object): Promise<{ status: number; body: T }> => {
  const { status, body: answer } = await world.post(path, {}, body);
  return { status, body: answer as T };
};
const codeOf = (text: string) => new TOTP({ secret: Secret.fromBase32(text) }).generate();

/** Each row of each table as PostgreSQL writes it, in an order of its own. */
async function contentOf(connection: Connection): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = await clientOf(connection);
  try {
    await client.query('SET TimeZone = UTC');
    const content: Record<string, readonly string[]> = {};
    for (const { name } of await tablesIn(client)) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
      content[name] = rows.map(({ row }) => row);
    }
    return content;
  } finally {
    await client.end();
  }
}

/** What the records of a kind say, to whoever has the master key. */
async function saidIn(connection: Connection, kind: string): Promise<Record<string, unknown>[]> {
  const databases = new Databases(connection);
  const client = await clientOf(connection);
  try {
    return await personalBodies(new Vault(databases, MASTERS), client, 'kind = $1 ORDER BY id', [kind]);
  } finally {
    await client.end();
    await databases.onApplicationShutdown();
  }
}

const world = (connection: Connection) =>
  World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'backup', start: new Date().toISOString() });

let source: Connection;
let drop: () => Promise<void>;
let secret: string;
let anchorFile: string;

beforeAll(async () => {
  process.env['SEALING_KEY'] = KEY.toString('base64');
  process.env['MASTER_KEY'] = MASTER.toString('base64');
  ({ connection: source, drop } = await freshDatabase());
  const scenario = readScenario(readFileSync(FILE, 'utf8'));
  const past = await World.open({
    connection: source,
    queue: { kind: 'none' },
    queuePrefix: 'backup',
    start: scenario.clock,
  });
  const play = new Play(past, scenario, 'backup');
  await play.all();
  await past.clock.release();
  await past.close();
  const living = await world(source);
  const token = (await living.app.get(Invitations).offerFoundation()) ?? '';
  const founded = await post<{ path: string }>(living, '/api/v1/foundations', {
    token,
    prefecture: '01',
    organization: '北海道庁 地域医療課',
    name: '髙橋 𠮷男\\',
  });
  const link = founded.body.path.split('#')[1] ?? '';
  const opened = await post<{ secret: string }>(living, '/api/v1/invitations/openings', { token: link });
  ({ secret } = opened.body);
  const accepted = await post<{ me: { userId: string } }>(living, '/api/v1/invitations/acceptances', {
    token: link,
    name: 'takahashi',
    password: PASSWORD,
    code: codeOf(secret),
  });
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body));
  await living.close();
  const admin = await clientOf(source);
  // As if half a minute had passed: each code is taken once.
  await admin.query('UPDATE login SET totp_step = 0');
  const { rows } = await admin.query(
    `SELECT prefecture, position, encode(hash, 'hex') AS hash, now() AS at FROM log_head ORDER BY prefecture`,
  );
  await admin.end();
  anchorFile = join(folder, 'anchors.jsonl');
  writeFileSync(anchorFile, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}, 120_000);
afterAll(async () => {
  for (const connection of made) await dropDatabase(connection);
  await drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  let manifest: Manifest;
  beforeAll(async () => {
    manifest = await saved(source, 'whole', anchorFile);
  });

  it('holds each table but what must not come back to life', () => {
    const names = manifest.tables.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['event', 'personal_record', 'login', 'login_seat', 'recovery_code', 'read_log']),
    );
    for (const left of LEFT_OUT) expect(names).not.toContain(left);
    expect(manifest.tables.find(({ name }) => name === 'event')?.rows).toBeGreaterThan(10);
  });

  it('is for its owner’s eyes alone, and nobody reads a name in it', () => {
    const path = join(folder, 'whole');
    const files = readdirSync(path);
    expect(files.length).toBe(manifest.tables.length + 2);
    for (const file of files) {
      expect([file, (statSync(join(path, file)).mode & 0o777).toString(8)]).toEqual([file, '600']);
      const bytes = readFileSync(join(path, file));
      for (const secretText of [
        '高橋',
        '髙橋',
        'takahashi',
        'argon2',
        KEY.toString('base64'),
        MASTER.toString('base64'),
      ])
        expect([file, bytes.includes(secretText)]).toEqual([file, false]);
    }
    expect((statSync(path).mode & 0o777).toString(8)).toBe('700');
  });

  it('is never written over another', async () => {
    await expect(saved(source, 'whole')).rejects.toThrow('is not empty');
  });

  it('comes back in another database as it was: verified, and everybody signs in', async () => {
    const target = other('whole');
    const anchors = join(folder, 'elsewhere', 'anchors.jsonl');
    const { anchors: placed } = await broughtBack(target, 'whole', { anchorFile: anchors });
    expect(placed).toBe(true);
    expect(await contentOf(target)).toEqual(await contentOf(source));
    const people = await saidIn(target, 'patient_identity');
    expect(people).toEqual(await saidIn(source, 'patient_identity'));
    expect(people).toContainEqual(expect.objectContaining({ name: expect.any(String), birthDate: expect.any(String) }));

    const client = await clientOf(target);
    const known = await readAnchors(anchors);
    for (const { prefecture, position } of manifest.heads) {
      const found = await verifyLog(client, prefecture, known);
      expect(found).toMatchObject({ events: position, faults: [], anchoredThrough: position });
      expect((await verifyLooks(client, prefecture)).faults).toEqual([]);
    }
    expect((await client.query('SELECT FROM session')).rowCount).toBe(0);
    await client.end();

    const living = await world(target);
    try {
      const signedIn = await post<{ userId: string; role: string }>(living, '/api/v1/sign-ins', {
        name: 'takahashi',
        password: PASSWORD,
        code: codeOf(secret),
      });
      expect([signedIn.status, signedIn.body.role]).toEqual([200, 'admin']);
      // What is numbered goes on: the sign-in above is a row of its own.
      expect(await living.app.get(Sessions).of('01', await loginOf(target))).toHaveLength(1);
    } finally {
      await living.close();
    }
  });

  it('goes into the database of a login that is no superuser, and comes out of it the same', async () => {
    const login = `plain_${process.pid}`;
    const { appUser: _app, ...server } = testServer();
    const admin = await clientOf({ ...server, database: 'postgres' });
    const target: Connection = { ...server, user: login, database: `restored_${process.pid}_plain` };
    await admin.query(`CREATE ROLE ${login} LOGIN;
      GRANT tsunagi_owner, tsunagi_writer, tsunagi_reader, tsunagi_queue TO ${login}`);
    await admin.query(`CREATE DATABASE ${target.database} OWNER ${login}`);
    try {
      await broughtBack(target, 'whole');
      await saved(target, 'plain');
      const again = other('again');
      await broughtBack(again, 'plain');
      expect(await contentOf(again)).toEqual(await contentOf(source));
      const client = await clientOf({ ...server, database: target.database });
      // The walls stand again.
      const { rows } = await client.query(
        `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
            AND relname <> 'migrations' AND NOT (relrowsecurity AND relforcerowsecurity)`,
      );
      expect(rows).toEqual([]);
      await client.end();
    } finally {
      await dropDatabase({ ...server, database: target.database });
      await admin.query(`DROP OWNED BY ${login}; DROP ROLE ${login}`);
      await admin.end();
    }
  });

  it('is refused by a database that holds anything, and that stays as it was', async () => {
    const before = await contentOf(source);
    await expect(broughtBack(source, 'whole')).rejects.toThrow(/is not empty.*Nothing was changed/);
    expect(await contentOf(source)).toEqual(before);
  });

  it.each<[how: string, spoil: (path: string) => void, said: string]>([
    ['a byte of a table is another', (path) => flip(join(path, 'personal_record.copy.gz.sealed')), 'personal_record'],
    ['a table was cut off', (path) => truncateSync(join(path, 'event.copy.gz.sealed'), 100), 'event.copy.gz.sealed'],
    ['a table is gone', (path) => rmSync(join(path, 'login.copy.gz.sealed')), 'login.copy.gz.sealed'],
    ['the anchors are others', (path) => flip(join(path, 'anchors.jsonl.gz.sealed')), 'anchors'],
    ['the manifest says otherwise', (path) => edit(path, '"demo": false', '"demo": true'), 'manifest.json'],
    ['the manifest was cut off', (path) => truncateSync(join(path, 'manifest.json'), 500), 'manifest.json'],
    ['it was never finished', (path) => rmSync(join(path, 'manifest.json')), 'no finished backup'],
  ])('is refused when %s, before anything is made', async (how, spoil, said) => {
    const name = `spoilt ${how}`;
    cpSync(join(folder, 'whole'), join(folder, name), { recursive: true });
    spoil(join(folder, name));
    const target = other('spoilt');
    await expect(broughtBack(target, name)).rejects.toThrow(said);
    expect(await databaseIsThere(target)).toBe(false);
  });

  it('opens with no other key', async () => {
    const target = other('foreign');
    await expect(broughtBack(target, 'whole', { key: randomBytes(32) })).rejects.toThrow('sealed with another key');
    expect(await databaseIsThere(target)).toBe(false);
  });

  it('is refused without the master key of its persons, before anything is made', async () => {
    const target = other('nameless');
    const strange: ReadMasterKeys = () => [new LocalMasterKey(randomBytes(32))];
    await expect(broughtBack(target, 'whole', { masters: strange })).rejects.toThrow('under another master key');
    const none: ReadMasterKeys = (first) => masterKeysOf({ dataDir: join(folder, 'nowhere') }, first);
    await expect(broughtBack(target, 'whole', { masters: none })).rejects.toThrow('There is no master key');
    expect(await databaseIsThere(target)).toBe(false);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  it('of a newer version is refused, by an honest manifest', async () => {
    cpSync(join(folder, 'whole'), join(folder, 'newer'), { recursive: true });
    const newer = { ...manifest, migrations: [...manifest.migrations, 'FlyToTheMoon1990000000000'] };
    writeFileSync(
      join(folder, 'newer', 'manifest.json'),
      written(newer, backupKey(KEY, Buffer.from(manifest.salt, 'hex'))),
    );
    await expect(broughtBack(other('newer'), 'newer')).rejects.toThrow('made by a newer version');
  });

  it('of an earlier version is brought to this one with its rows in it', async () => {
    const earlier = { ...testServer(), database: `earlier_${process.pid}` };
    made.push(earlier);
    await createDatabase(earlier);
    await migrate(
      earlier,
      migrations.slice(
        0,
        migrations.findIndex(({ name }) => name.startsWith('KeepLooksApart')),
      ),
    );
    const client = await clientOf(earlier);
    await client.query(
      `INSERT INTO read_log (prefecture, user_id, role, purpose, about, records)
       VALUES ('01', gen_random_uuid(), 'r', 'p', gen_random_uuid(), 1)`,
    );
    await client.query(
      `INSERT INTO personal_record (prefecture, id, kind, about, body, stored_at)
       VALUES ('01', gen_random_uuid(), 'patient_identity', gen_random_uuid(), '{"name": "平文 花子"}', now())`,
    );
    await client.end();
    await saved(earlier, 'earlier');
    const target = other('earlier');
    await broughtBack(target, 'earlier');
    expect(await levelOf(target)).toBe('this');
    const content = await contentOf(target);
    expect(content['read_log']).toHaveLength(1);
    expect(JSON.stringify(content)).not.toContain('平文');
    expect(await saidIn(target, 'patient_identity')).toEqual([{ name: '平文 花子' }]);
  });
});

describe('the owner of the tables', () => {
  it('sees each row of each: a backup of its own is whole', async () => {
    const admin = await clientOf(source);
    expect(await hiddenFromOwner(admin)).toEqual([]);
    await admin.query('BEGIN; DROP POLICY owner ON draft');
    expect(await hiddenFromOwner(admin)).toEqual(['draft']);
    await admin.query('ROLLBACK');
    await admin.end();
  });
});

async function loginOf(connection: Connection): Promise<string> {
  const client = await clientOf(connection);
  const { rows } = await client.query<{ id: string }>('SELECT id FROM login');
  await client.end();
  return rows[0]?.id ?? '';
}

function flip(file: string): void {
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

function edit(path: string, from: string, to: string): void {
  const file = join(path, 'manifest.json');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}
