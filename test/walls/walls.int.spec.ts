import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { clientOf, freshDatabase, refusedWith } from '../database.js';
import type { Connection } from '#platform';
import { fillEmpty, holesIn, tablesOf } from './catalog.js';

let connection: Connection;
let drop: () => Promise<void>;
let admin: pg.Client;
let reader: pg.Client;
let writer: pg.Client;
let tables: string[];

/** The life of prefecture 01 is in every table; who looks from prefecture 02 must not see a row of it. */
beforeAll(async () => {
  ({ connection, drop } = await freshDatabase());
  const scenario = readScenario(readFileSync(new URL('../scenarios/backup-ladder.json', import.meta.url), 'utf8'));
  const world = await World.open({
    connection,
    queue: { kind: 'postgres' },
    queuePrefix: 'walls',
    start: scenario.clock,
  });
  try {
    await new Play(world, scenario, 'walls').all();
  } finally {
    await world.close();
  }
  admin = await clientOf(connection);
  reader = await clientOf(connection, 'tsunagi_reader');
  writer = await clientOf(connection, 'tsunagi_writer');
  tables = await tablesOf(admin);
  await fillEmpty(admin, '01');
});
afterAll(async () => {
  await Promise.all([admin, reader, writer].map((client) => client.end()));
  await drop();
});

const as = (prefecture: string) => reader.query(`SELECT set_config('app.prefecture', $1, false)`, [prefecture]);

async function seen(table: string): Promise<number | 'denied'> {
  try {
    const { rows } = await reader.query<{ n: string }>(`SELECT count(*) AS n FROM "${table}"`);
    return Number(rows[0]?.n);
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return 'denied';
    throw error;
  }
}

describe('the walls between prefectures', () => {
  it('stand around every table, by the catalog', async () => {
    expect(tables.length).toBeGreaterThan(10);
    expect(await holesIn(admin)).toEqual([]);
  });

  it('let who reads for one prefecture see none of another, and who reads for none nothing', async () => {
    const hidden: string[] = [];
    for (const table of tables) {
      await as('01');
      const own = await seen(table);
      expect([table, own]).not.toEqual([table, 0]);
      if (own === 'denied') hidden.push(table);
      for (const other of ['02', '1', '01 ', "01' OR '1'='1", '']) {
        await as(other);
        expect([table, other, await seen(table)]).toEqual([table, other, own === 'denied' ? 'denied' : 0]);
      }
    }
    expect(hidden).toEqual(expect.arrayContaining(['command_answer', 'session']));
  });

  it('stay up for who gets a statement of its own past the program: its login is nothing outside its roles', async () => {
    const { rows } = await reader.query<{ login: string; over: boolean }>(
      'SELECT session_user AS login, rolsuper OR rolbypassrls OR rolcreaterole AS over FROM pg_roles WHERE rolname = session_user',
    );
    expect(rows).toEqual([{ login: 'tsunagi_app', over: false }]);
    try {
      await reader.query('SET ROLE NONE');
      for (const table of tables) expect([table, await seen(table)]).toEqual([table, 'denied']);
      for (const role of ['postgres', 'tsunagi_owner'])
        expect(await refusedWith(reader, `SET ROLE ${role}`)).toBe('42501');
      expect(await refusedWith(reader, 'SET SESSION AUTHORIZATION postgres')).toBe('42501');
    } finally {
      await reader.query('SET ROLE tsunagi_reader');
    }
  });

  it('tell nothing by joins, counts, plans or a key that is taken', async () => {
    await as('02');
    const { rows } = await reader.query<{ n: string }>(
      `SELECT (SELECT count(*) FROM event e JOIN personal_record p ON p.about = e.stream) + (SELECT count(*) FROM stream_head
               WHERE state::text LIKE '%富良野%') + (SELECT coalesce(max(position), 0) FROM log_head) AS n`,
    );
    expect(Number(rows[0]?.n)).toBe(0);
    // A look on record under the number of another prefecture's goes in: the key begins with the prefecture.
    const { rows: taken } = await admin.query<{ id: string }>('SELECT id FROM read_log LIMIT 1');
    expect(
      await refusedWith(
        reader,
        `INSERT INTO read_log (prefecture, id, user_id, role, purpose, about, records) OVERRIDING SYSTEM VALUE
         VALUES ('02', $1, gen_random_uuid(), 'r', 'p', gen_random_uuid(), 1)`,
        [taken[0]?.id],
      ),
    ).toBe('accepted');
  });

  it('let the reader write nothing but looks of its own prefecture', async () => {
    await as('01');
    for (const table of tables) {
      const tries = [
        `DELETE FROM "${table}"`,
        `UPDATE "${table}" SET prefecture = '02'`,
        `TRUNCATE "${table}"`,
        ...(table === 'read_log' ? [] : [`INSERT INTO "${table}" (prefecture) VALUES ('01')`]),
      ];
      for (const sql of tries) expect([sql, await refusedWith(reader, sql)]).toEqual([sql, '42501']);
    }
    const look = `INSERT INTO read_log (prefecture, user_id, role, purpose, about, records)
                  VALUES ($1, gen_random_uuid(), 'r', 'p', gen_random_uuid(), 1)`;
    expect(await refusedWith(reader, look, ['01'])).toBe('accepted');
    expect(await refusedWith(reader, look, ['02'])).toBe('42501');
    await as('');
    expect(await refusedWith(reader, look, ['01'])).toBe('42501');
  });

  it('cannot be torn down by those who live inside them', async () => {
    for (const client of [reader, writer])
      for (const sql of [
        'ALTER TABLE stream_head DISABLE ROW LEVEL SECURITY',
        'ALTER TABLE stream_head NO FORCE ROW LEVEL SECURITY',
        'DROP POLICY own_prefecture ON stream_head',
        'CREATE POLICY open ON stream_head USING (true)',
        'CREATE TABLE public.mine (a int)',
        'CREATE FUNCTION app.mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
        `CREATE OR REPLACE FUNCTION app.prefecture() RETURNS text LANGUAGE sql AS $$ SELECT '01' $$`,
      ])
        expect([sql, await refusedWith(client, sql)]).toEqual([sql, '42501']);
  });

  it('are not forgotten by the next who takes a connection', async () => {
    await as('01');
    await reader.query(`SELECT set_config('app.prefecture', '', false)`);
    expect(await seen('stream_head')).toBe(0);
  });
});

/** Each hole is made for the length of a transaction: the check that does not see it would be no check. */
describe('the check of the catalog sees', () => {
  const walled = (table: string) => `
    CREATE TABLE ${table} (prefecture text, id int, PRIMARY KEY (prefecture, id));
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_prefecture ON ${table} TO tsunagi_reader USING (prefecture = app.prefecture());`;

  it.each([
    ['nothing in a table with its walls', walled('fine'), []],
    [
      'a table without walls',
      'CREATE TABLE bare (prefecture text, id int, PRIMARY KEY (prefecture, id))',
      ['row-level security is not on: bare', 'no policy for the reader: bare'],
    ],
    [
      'walls that the owner walks through',
      `${walled('lax')} ALTER TABLE lax NO FORCE ROW LEVEL SECURITY`,
      ['row-level security is not forced: lax'],
    ],
    ['a missing policy', `${walled('shut')} DROP POLICY own_prefecture ON shut`, ['no policy for the reader: shut']],
    [
      'a policy that lets everybody in',
      `${walled('wide')} CREATE POLICY wide ON wide TO tsunagi_reader USING (true)`,
      ['policy wide lets the reader past the wall: wide'],
    ],
    [
      'a policy for everybody',
      `${walled('wide')} CREATE POLICY wide ON wide USING (true)`,
      ['policy wide lets the reader past the wall: wide'],
    ],
    [
      'a table without a prefecture',
      'CREATE TABLE stray (id int PRIMARY KEY)',
      ['no prefecture: stray', 'does not begin with prefecture: stray_pkey of stray'],
    ],
    [
      'a unique index across prefectures',
      `${walled('leaky')} CREATE UNIQUE INDEX leaky_id ON leaky (id)`,
      ['does not begin with prefecture: leaky_id of leaky'],
    ],
    [
      'a unique index over an expression',
      `${walled('leaky')} CREATE UNIQUE INDEX leaky_id ON leaky ((id + 1), prefecture)`,
      ['does not begin with prefecture: leaky_id of leaky'],
    ],
    [
      'a function with the rights of its owner',
      'CREATE FUNCTION app.door() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$ SELECT count(*) FROM event $$',
      ['runs with the rights of its owner: app.door()'],
    ],
    [
      'a view of its owner',
      'CREATE VIEW window_ AS SELECT * FROM event',
      ['reads with the rights of its owner: window_'],
    ],
    ['nothing in a view of who looks', 'CREATE VIEW window_ WITH (security_invoker = true) AS SELECT * FROM event', []],
    [
      'a materialized view',
      'CREATE MATERIALIZED VIEW copy AS SELECT prefecture FROM event',
      ['materialized, which has no walls: copy'],
    ],
    ['a right to write', 'GRANT UPDATE ON message TO tsunagi_reader', ['the reader may UPDATE: message']],
    ['a right for all', 'GRANT DELETE ON message TO PUBLIC', ['the reader may DELETE: message']],
    ['a queue that reads our tables', 'GRANT SELECT ON message TO tsunagi_queue', ['the queue may SELECT: message']],
    ['eyes in the queue', 'GRANT USAGE ON SCHEMA bullmq TO tsunagi_reader', ['tsunagi_reader may look into the queue']],
    [
      'a role that passes all walls',
      'ALTER ROLE tsunagi_reader BYPASSRLS',
      ['can log in, or passes all walls: tsunagi_reader'],
    ],
    [
      'a reference across prefectures',
      `${walled('a')} CREATE TABLE b (prefecture text, id int UNIQUE); CREATE TABLE c (prefecture text, b int REFERENCES b (id))`,
      expect.arrayContaining(['foreign key c_b_fkey']) as unknown as string[],
    ],
  ])('%s', async (_what, sql, holes) => {
    await admin.query('BEGIN');
    try {
      await admin.query(sql);
      const found = await holesIn(admin);
      expect(Array.isArray(holes) ? found.toSorted() : found).toEqual(Array.isArray(holes) ? holes.toSorted() : holes);
    } finally {
      await admin.query('ROLLBACK');
    }
  });
});
