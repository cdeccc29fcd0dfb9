import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { idOf } from '#kernel';
import { Vault, type Connection } from '#platform';
import { clientOf, freshDatabase, refusedWith } from '#test/database.js';
import { builtOpenApi, faultsOf, operationsOf } from '#test/open-api.js';
import { addToRecords } from '#test/vault.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { KeepLooks } from './keep-looks.js';
import { verifyLooks } from './read-log-chain.js';

const NAME = '渡辺';

describe('the record of looks', () => {
  let connection: Connection;
  let world: World;
  let play: Play;
  let admin: pg.Client;
  let stay: string;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    ({ connection, drop } = fresh);
    admin = await clientOf(connection);
    const said = JSON.parse(
      readFileSync(new URL('../../test/scenarios/care-manager-changes.json', import.meta.url), 'utf8'),
    ) as { readonly organizations: object[]; readonly users: object[] };
    const file = readScenario(
      JSON.stringify({
        ...said,
        organizations: [
          ...said.organizations,
          { id: 'far-desk', kind: 'help_desk', name: '名寄の窓口', municipality: '名寄市' },
          { id: 'hall', kind: 'municipality', name: '富良野市役所', municipality: '富良野市' },
        ],
        users: [
          ...said.users,
          { id: 'coordinator-far', role: 'coordinator', organization: 'far-desk' },
          { id: 'admin', role: 'admin', organization: 'hall' },
          { id: 'officer', role: 'municipal_ltc_officer', organization: 'hall' },
        ],
      }),
    );
    world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'looks', start: file.clock });
    play = new Play(world, file, 'looks');
    await play.all();
    const { rows } = await admin.query<{ stream: string }>(
      `SELECT stream FROM stream_head WHERE kind = 'discharge_case'`,
    );
    stay = rows[0]?.stream ?? '';
    await addToRecords(world.app.get(Vault), admin, { name: NAME }, `kind = 'patient_identity'`);
  });
  afterAll(async () => {
    await world.close();
    await admin.end();
    await drop();
  });

  const user = (who: string) => idOf('scenario', 'looks', who);
  const get = (who: string, path: string) => play.get(who, `/api/v1/${path}`);
  interface Row {
    readonly id: number;
    readonly user_id: string;
    readonly role: string;
    readonly organization: string;
    readonly session: string;
    readonly purpose: string;
    readonly outcome: string;
    readonly about: string;
    readonly records: number;
    readonly kinds: string[];
  }
  const since = async (id: number) =>
    (await admin.query<Row>('SELECT * FROM read_log WHERE id > $1 ORDER BY id', [id])).rows;
  const last = async () =>
    (await admin.query<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM read_log')).rows[0]?.id ?? 0;

  it('says who looked, from which institution and session, at what, and for what', async () => {
    const before = await last();
    const tokens = [await world.sessions.open('01', user('nurse')), await world.sessions.open('01', user('nurse'))];
    for (const token of tokens)
      for (const path of ['patients', `cases/${stay}/timeline`])
        expect((await world.get(`/api/v1/${path}`, { authorization: `Bearer ${token}` })).status).toBe(200);
    const rows = await since(before);
    const identity = rows.filter(({ kinds }) => kinds.includes('patient_identity'));
    expect(new Set(identity.map(({ purpose }) => purpose))).toEqual(new Set(['choose_patient', 'timeline', 'board']));
    for (const row of rows)
      expect(row).toMatchObject({
        user_id: user('nurse'),
        role: 'discharge_nurse',
        organization: user('hospital'),
        outcome: 'read',
      });
    const sessions = new Set(rows.map(({ session }) => session));
    expect(sessions.size).toBe(2);
    for (const session of sessions) {
      expect(session).toMatch(/^[0-9a-f]{16}$/);
      expect(tokens.some((token) => token.includes(session))).toBe(false);
    }
  });

  it('holds what was refused, whether it is there or not', async () => {
    const before = await last();
    const nothing = randomUUID();
    for (const id of [stay, nothing]) expect((await get('coordinator-far', `cases/${id}/timeline`)).status).toBe(404);
    const patient = idOf('scenario', 'looks', 'patient');
    const { status } = await play.as('coordinator-far', `/api/v1/patients/${patient}/consents`, {}, randomUUID());
    expect(status).toBe(404);
    expect(
      (await since(before)).map(({ purpose, outcome, about, records }) => [purpose, outcome, about, records]),
    ).toEqual([
      ['showTimeline', 'refused', stay, 0],
      ['showTimeline', 'refused', nothing, 0],
      ['giveConsent', 'refused', patient, 0],
    ]);
  });

  const PAGES = ['patients', 'board', `cases/?/timeline`, 'cases'];
  const withheld = async () => {
    for (const path of PAGES) {
      const { status, body } = await get('nurse', path.replace('?', stay));
      expect([path, status, JSON.stringify(body).includes(NAME)]).toEqual([path, 503, false]);
      expect(body).toMatchObject({ code: 'unrecorded' });
    }
    // What is refused is not answered either: nobody probes while nothing is recorded.
    expect((await get('coordinator-far', `cases/${stay}/timeline`)).status).toBe(503);
  };

  it('fails the look where it may not be written', async () => {
    expect(JSON.stringify((await get('nurse', 'patients')).body)).toContain(NAME);
    await admin.query('REVOKE INSERT ON read_log FROM tsunagi_reader, tsunagi_writer');
    try {
      await withheld();
    } finally {
      await admin.query('GRANT INSERT ON read_log TO tsunagi_reader, tsunagi_writer');
    }
    expect(JSON.stringify((await get('nurse', 'patients')).body)).toContain(NAME);
  });

  it('fails the look where it is locked, and nobody waits long', async () => {
    await admin.query('BEGIN');
    await admin.query('LOCK TABLE read_log IN ACCESS EXCLUSIVE MODE');
    try {
      const began = performance.now();
      const { status, body } = await get('nurse', 'patients');
      expect([status, JSON.stringify(body).includes(NAME)]).toEqual([503, false]);
      expect(performance.now() - began).toBeLessThan(5_000);
    } finally {
      await admin.query('ROLLBACK');
    }
  });

  it.each(['read_log', 'read_log_link'])('is final: nobody changes or removes a row of %s', async (table) => {
    await world.app.get(KeepLooks).chain('01');
    const writer = await clientOf(connection, 'tsunagi_writer');
    for (const sql of [`UPDATE ${table} SET prefecture = '02'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      expect([sql, await refusedWith(writer, sql)]).toEqual([sql, '42501']);
      expect([sql, await refusedWith(admin, sql)]).toEqual([sql, '23001']);
    }
    await writer.end();
  });

  describe('for whoever reviews it', () => {
    interface Shown {
      readonly looks: {
        readonly id: number;
        readonly purpose: string;
        readonly reader: { readonly organization: string };
      }[];
      readonly next: number | null;
    }
    const document = builtOpenApi();
    const describedAs = (id: string, body: unknown) => {
      const { operation } = operationsOf(document).find((described) => described.id === id) ?? {};
      expect(operation && faultsOf(document, operation, body)).toEqual([]);
    };
    const patient = idOf('scenario', 'looks', 'patient');
    const month = () => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7);

    it('is shown to nobody else, and is itself on record', async () => {
      for (const path of ['read-log', `read-log/patients/${patient}`, `read-log/months/${month()}`]) {
        for (const who of ['nurse', 'coordinator', 'secretariat', 'care-manager'])
          expect([who, path, (await get(who, path)).status]).toEqual([who, path, 403]);
        const before = await last();
        const { status, body } = await get('admin', path);
        expect([path, status, JSON.stringify(body).includes(NAME)]).toEqual([path, 200, false]);
        expect((await since(before)).map(({ user_id, kinds }) => [user_id, kinds])).toEqual([
          [user('admin'), ['read_log']],
        ]);
      }
    });

    it('is narrowed to a person, a reader, a day and a purpose, page by page', async () => {
      for (let i = 0; i < 3; i++) await get('nurse', `cases/${stay}/timeline`);
      const listed = async (query: string) => (await get('admin', `read-log${query}`)).body as Shown;
      const all = await listed('');
      describedAs('listLooks', all);
      expect(all.looks.length).toBeGreaterThan(3);
      expect(
        new Set((await listed(`?reader=${user('nurse')}&purpose=timeline`)).looks.map(({ purpose }) => purpose)),
      ).toEqual(new Set(['timeline']));
      // Of nothing there is only that an auditor asked.
      expect((await listed(`?about=${randomUUID()}`)).looks.map(({ purpose }) => purpose)).toEqual(['read_log']);
      expect((await listed('?day=2001-01-01')).looks).toEqual([]);
      const [first] = all.looks;
      expect((await listed(`?after=${first?.id}`)).looks.map(({ id }) => id)).not.toContain(first?.id);
      for (const wrong of ['about=x', 'reader=1', 'day=2025-02-30', 'purpose=%25', 'after=-1'])
        expect([wrong, (await get('admin', `read-log?${wrong}`)).status]).toEqual([wrong, 422]);
      expect((await get('admin', 'read-log/months/2025-13')).status).toBe(404);
    });

    it('is for the officer of a municipality that of its own institutions', async () => {
      await get('coordinator-far', `cases/${stay}/timeline`);
      const institutions = async (who: string) =>
        new Set(
          ((await get(who, 'read-log?purpose=showTimeline')).body as Shown).looks.map(
            ({ reader }) => reader.organization,
          ),
        );
      expect(await institutions('admin')).toContain('名寄の窓口');
      expect(await institutions('officer')).not.toContain('名寄の窓口');
    });

    it('says who saw a person, and in the month who went beyond his relations first', async () => {
      const saw = (await get('officer', `read-log/patients/${patient}`)).body as {
        rows: { reader: { id: string; name: string } }[];
      };
      describedAs('showWhoSaw', saw);
      expect(saw.rows.map(({ reader }) => reader.id)).toContain(user('nurse'));
      const found = await play.as(
        'nurse',
        '/api/v1/patients/searches',
        { birthDate: '1900-01-01', kana: 'ワタ', for: 'RegisterAdmission' },
        randomUUID(),
      );
      expect(found.status).toBe(200);
      await admin.query(
        `INSERT INTO read_log (prefecture, user_id, role, organization, purpose, about, records)
         VALUES ('01', $1, 'care_manager', $2, 'find_patient:RegisterAdmission', $3, 1)`,
        [user('care-manager-2'), user('office-2'), patient],
      );
      const reviewed = (await get('admin', `read-log/months/${month()}`)).body as {
        readers: { reader: { id: string }; outOfRelation: number; refused: number }[];
      };
      describedAs('reviewLooks', reviewed);
      expect(reviewed.readers[0]).toMatchObject({ reader: { id: user('care-manager-2') }, outOfRelation: 1 });
      expect(reviewed.readers.find(({ reader }) => reader.id === user('coordinator-far'))?.refused).toBeGreaterThan(0);
    });
  });

  describe('chained', () => {
    const keep = () => world.app.get(KeepLooks);
    const faults = async (stretch?: number) => (await verifyLooks(admin, '01', stretch)).faults;
    /** What a superuser does behind everybody's back. */
    const behind = async (sql: string) => {
      await admin.query('BEGIN');
      try {
        await admin.query(`SET LOCAL session_replication_role = replica; ${sql}`);
        return await faults();
      } finally {
        await admin.query('ROLLBACK');
      }
    };

    it('is whole, in one stretch and in many', async () => {
      await keep().chain('01');
      expect(await keep().chain('01')).toBe(0);
      const { looks } = await verifyLooks(admin, '01');
      expect(looks).toBeGreaterThan(10);
      expect(await faults()).toEqual([]);
      expect(await faults(3)).toEqual([]);
    });

    it('takes up what is committed after a later number', async () => {
      const slow = await clientOf(connection, 'tsunagi_writer');
      await slow.query('BEGIN');
      await slow.query(
        `INSERT INTO read_log (prefecture, user_id, role, purpose, about, records) VALUES ('01', $1, 'r', 'slow', $1, 1)`,
        [randomUUID()],
      );
      await get('nurse', 'patients');
      await keep().chain('01', false);
      await slow.query('COMMIT');
      await slow.end();
      expect(await keep().chain('01', false)).toBe(1);
      expect(await faults()).toEqual([]);
    });

    it.each([
      [
        'a look changed',
        `UPDATE read_log SET about = gen_random_uuid() WHERE id = (SELECT id FROM read_log_link WHERE seq = 7)`,
      ],
      [
        'another reader',
        `UPDATE read_log SET user_id = gen_random_uuid() WHERE id = (SELECT id FROM read_log_link WHERE seq = 1)`,
      ],
      [
        'another moment',
        `UPDATE read_log SET at = at + interval '1 microsecond' WHERE id = (SELECT id FROM read_log_link WHERE seq = 2)`,
      ],
      ['a look removed', `DELETE FROM read_log WHERE id = (SELECT id FROM read_log_link WHERE seq = 5)`],
      [
        'a look removed with its link',
        `DELETE FROM read_log WHERE id = (SELECT id FROM read_log_link WHERE seq = 5); DELETE FROM read_log_link WHERE seq = 5`,
      ],
      [
        'two links swapped',
        `UPDATE read_log_link SET seq = -seq WHERE seq IN (3, 4); UPDATE read_log_link SET seq = CASE seq WHEN -3 THEN 4 ELSE 3 END WHERE seq < 0`,
      ],
      [
        'a look inserted',
        `INSERT INTO read_log (prefecture, at, user_id, role, purpose, about, records) VALUES ('01', now() - interval '1 day', gen_random_uuid(), 'r', 'p', gen_random_uuid(), 1)`,
      ],
      [
        'the beginning removed',
        `DELETE FROM read_log WHERE id IN (SELECT id FROM read_log_link WHERE seq < 4); DELETE FROM read_log_link WHERE seq < 4`,
      ],
    ])('finds %s', async (_what, sql) => {
      expect(await behind(sql)).not.toEqual([]);
      expect(await faults()).toEqual([]);
    });

    it('goes on after the retention has removed what is old, which is itself on record', async () => {
      const { rows: old } = await admin.query<{ n: number }>('SELECT count(*)::int AS n FROM read_log_link');
      expect(await keep().removeOld('01', 5)).toBe(0);
      const fifth = `(SELECT id FROM read_log_link WHERE prefecture = '01' AND seq = 5)`;
      const { rows: at } = await admin.query<{ at: string }>(
        `SELECT to_char(at, 'YYYY-MM-DD HH24:MI:SS.USTZH') AS at FROM read_log WHERE id = ${fifth}`,
      );
      const removed = (
        await world.databases.writer.query<{ n: number }>('SELECT app.remove_looks($1, $2) AS n', ['01', at[0]?.at])
      ).rows[0]?.n;
      expect(removed).toBeGreaterThan(0);
      expect(removed).toBeLessThan(5);
      await keep().chain('01');
      expect(await faults()).toEqual([]);
      const { looks } = await verifyLooks(admin, '01');
      expect(looks).toBe((old[0]?.n ?? 0) - (removed ?? 0) + 1);
      const { rows } = await admin.query<{ role: string; records: number }>(
        `SELECT role, records FROM read_log WHERE outcome = 'removed'`,
      );
      expect(rows).toEqual([{ role: 'system', records: removed }]);
      expect(await behind(`DELETE FROM read_log WHERE outcome = 'removed'`)).not.toEqual([]);
    });
  });
});
