import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { clientOf, commitOf, freshDatabase, refusedWith } from '#test/database.js';
import { TEST_MASTER, testVault } from '#test/vault.js';
import type { Connection } from '../database/connection.js';
import { Databases } from '../database/databases.js';
import { EventLog } from '../event-log/event-log.js';
import { LocalMasterKey } from './master-key.js';
import { rotateKeys } from './rotate-keys.js';
import { sealPlainRecords } from './seal-plain.js';
import type { StoredRecord } from './sealed.js';
import { Vault } from './vault.js';

/** What OpenSSL says of what was touched, or is under another key. */
const UNOPENED = /Unsupported state or unable to authenticate data|Invalid authentication tag/;

let connection: Connection;
let drop: () => Promise<void>;
let admin: pg.Client;
let databases: Databases;
let vault: Vault;
let log: EventLog;

beforeAll(async () => {
  ({ connection, drop } = await freshDatabase());
  admin = await clientOf(connection);
  databases = new Databases(connection);
  vault = testVault(databases);
  log = new EventLog(databases, vault);
});
afterAll(async () => {
  await databases.onApplicationShutdown();
  await admin.end();
  await drop();
});

const stored = async (where: string, values: unknown[] = []): Promise<StoredRecord[]> => {
  const { rows } = await admin.query<StoredRecord>(
    `SELECT id, kind, about, subject, body FROM personal_record WHERE ${where} ORDER BY id`,
    values,
  );
  return rows;
};
const person = (about: string, name: string, birthDate = '1940-05-05') => ({
  id: randomUUID(),
  kind: 'patient_identity',
  about,
  subject: null,
  body: { name, kana: 'オオノ', birthDate },
});
const keep = async (rows: ReturnType<typeof person>[]): Promise<void> => {
  await Promise.all(rows.map((row) => log.append(commitOf(row.about, 0, { personal: [row] }))));
};
const keysOf = async (owners: readonly string[]): Promise<number> => {
  const { rows } = await admin.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM data_key WHERE owner = ANY ($1::uuid[])',
    [owners],
  );
  return rows[0]?.n ?? 0;
};

describe('what is appended', () => {
  it('lies sealed under a key a person, and another process opens it', async () => {
    const rows = [person(randomUUID(), '大野 花子'), person(randomUUID(), '渡邉 健一')];
    await keep(rows);
    const ids = rows.map(({ id }) => id).toSorted();
    const records = await stored('id = ANY ($1::uuid[])', [ids]);
    expect(JSON.stringify(records)).not.toMatch(/大野|渡邉|オオノ|1940/);
    expect(await keysOf(rows.map(({ about }) => about))).toBe(2);
    const opened = await testVault(databases).opened('01', records);
    expect(opened).toEqual(ids.map((id) => rows.find((row) => row.id === id)?.body));
  });

  it('by many at once for one person has one key', async () => {
    const owner = randomUUID();
    const others = Array.from({ length: 8 }, () => testVault(databases));
    const sealed = await Promise.all(others.map((one, i) => one.sealed('01', [person(owner, `名${i}`)])));
    for (const [i, [row]] of sealed.entries())
      expect(await testVault(databases).opened('01', [row as StoredRecord])).toMatchObject([{ name: `名${i}` }]);
    expect(await keysOf([owner])).toBe(1);
  });

  it('is found by birth date, and by no other day', async () => {
    const row = person(randomUUID(), '大野 花子', '1931-01-02');
    await keep([row]);
    const born = async (day: string) => {
      const tokens = await testVault(databases).bornOn('01', [day]);
      return stored(`body ->> 'born' = ANY ($1)`, [tokens]);
    };
    expect((await born('1931-01-02')).map(({ id }) => id)).toEqual([row.id]);
    expect(await born('1931-02-01')).toEqual([]);
  });

  it('under the key of somebody else is refused', async () => {
    const [one, other] = [person(randomUUID(), '大野'), person(randomUUID(), '渡邉')];
    const [sealed] = await vault.sealed('01', [one]);
    await vault.sealed('01', [other]);
    await expect(vault.opened('01', [{ ...other, body: sealed?.body as object }])).rejects.toThrow(UNOPENED);
  });
});

it('keys are read by no reader of people, and destroyed ones are never had again', async () => {
  const reader = await clientOf(connection, 'tsunagi_reader');
  expect(await refusedWith(reader, 'SELECT FROM data_key')).toBe('42501');
  expect(await refusedWith(reader, 'SELECT FROM wrapping_key')).toBe('42501');
  await reader.end();
  const row = person(randomUUID(), '大野 花子');
  await keep([row]);
  await databases.writing((tx) => vault.erase('01', row.about, tx));
  expect((await stored('id = $1', [row.id]))[0]?.body).toEqual({ form: 1, sealed: '' });
  const fresh = testVault(databases);
  expect(await fresh.opened('01', await stored('id = $1', [row.id]))).toMatchObject([{ erased: true }]);
  // What is said of the person afterwards is not kept.
  const [later] = await fresh.sealed('01', [person(row.about, '大野 花子')]);
  expect(later?.body).toEqual({ form: 1, sealed: '' });
});

describe('records that an earlier version has left plain', () => {
  const plant = (n: number) =>
    admin.query(
      `INSERT INTO personal_record (prefecture, id, kind, about, body, stored_at)
       SELECT '01', gen_random_uuid(), 'patient_identity', gen_random_uuid(),
              json_build_object('name', '平文　' || g, 'kana', 'ヒラブン', 'birthDate', '1920-01-01'), now()
         FROM generate_series(1, $1::int) g`,
      [n],
    );
  const plain = async () => (await stored(`body::text LIKE '%平文%'`)).length;

  it('are read as they are, and sealed in sets; what is interrupted goes on', async () => {
    await plant(1_200);
    expect(await plain()).toBe(1_200);
    const [first] = await stored(`body::text LIKE '%平文%'`);
    expect(await vault.opened('01', [first as StoredRecord])).toMatchObject([{ kana: 'ヒラブン' }]);
    await expect(
      sealPlainRecords(databases, vault, () => {
        throw new Error('cut');
      }),
    ).rejects.toThrow('cut');
    expect(await plain()).toBe(700);
    expect(await sealPlainRecords(databases, vault)).toBe(700);
    expect(await plain()).toBe(0);
    const found = await stored(`body ->> 'born' = ANY ($1)`, [await vault.bornOn('01', ['1920-01-01'])]);
    expect(found).toHaveLength(1_200);
    const bodies = await testVault(databases).opened<{ name: string }>('01', found);
    expect(new Set(bodies.map(({ name }) => name)).size).toBe(1_200);
    expect(await sealPlainRecords(databases, vault)).toBe(0);
  });
});

describe('the keys of all', () => {
  const NEW = new LocalMasterKey(Buffer.alloc(32, 9));
  const both = () => [NEW, TEST_MASTER] as const;
  const underMasters = async () => {
    const { rows } = await admin.query<{ master: string; keys: number }>(
      `SELECT w.master, count(k.owner)::int AS keys FROM wrapping_key w
         LEFT JOIN data_key k ON k.prefecture = w.prefecture AND k.generation = w.generation
        GROUP BY w.generation, w.master ORDER BY w.generation`,
    );
    return rows.map(({ master, keys }) => [master, keys] as const);
  };

  it('are wrapped anew in sets, also when that was cut, while another process goes on', async () => {
    const rows = Array.from({ length: 1_200 }, (_, i) => person(randomUUID(), `更新　${i}`));
    const erased = person(randomUUID(), '消去 花子');
    await vault.sealed('01', [...rows, erased]);
    await databases.writing((tx) => vault.erase('01', erased.about, tx));
    const living = new Vault(databases, both);
    const [before] = await living.sealed('01', rows.slice(0, 1));
    const [[, all] = ['', 0]] = await underMasters();
    expect(all).toBeGreaterThan(1_200);

    await expect(
      rotateKeys(databases, both, () => {
        throw new Error('cut');
      }),
    ).rejects.toThrow('cut');
    expect(await underMasters()).toEqual([
      [TEST_MASTER.id, all - 1_000],
      [NEW.id, 1_000],
    ]);
    // It has read the keys of before, and makes one more with them.
    const later = person(randomUUID(), '後から 来た人');
    const [kept] = await living.sealed('01', [later]);

    expect(await rotateKeys(databases, both)).toBe(all - 1_000 + 1);
    expect(await underMasters()).toEqual([[NEW.id, all + 1]]);
    const alone = () => new Vault(databases, () => [NEW]);
    expect(await alone().opened('01', [before as StoredRecord, kept as StoredRecord])).toMatchObject([
      { name: '更新　0' },
      { name: '後から 来た人' },
    ]);
    const [still] = await alone().sealed('01', [erased]);
    expect(still?.body).toEqual({ form: 1, sealed: '' });
    // What it made with the keys of before is refused by the database, and made with those of now.
    const last = person(randomUUID(), '最後の 人');
    const [newest] = await living.sealed('01', [last]);
    expect(await alone().opened('01', [newest as StoredRecord])).toMatchObject([{ name: '最後の 人' }]);
    await expect(testVault(databases).onModuleInit()).rejects.toThrow(`under the master key ${NEW.id}`);
  });

  it('go back in the same way', async () => {
    await rotateKeys(databases, () => [TEST_MASTER, NEW]);
    await testVault(databases).onModuleInit();
    expect(await underMasters()).toEqual([[TEST_MASTER.id, expect.any(Number)]]);
  });
});

it('another master key is refused at the start, in one line that says what to do', async () => {
  await keep([person(randomUUID(), '大野 花子')]);
  const other = new Vault(databases, () => [new LocalMasterKey(Buffer.alloc(32, 8))]);
  await expect(other.onModuleInit()).rejects.toThrow(
    new RegExp(`^[^\\n]*Personal data is sealed under the master key ${TEST_MASTER.id}[^\\n]*MASTER_KEY[^\\n]*$`),
  );
  await new Vault(databases, () => [new LocalMasterKey(Buffer.alloc(32, 8)), TEST_MASTER]).onModuleInit();
});
