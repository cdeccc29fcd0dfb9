import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { clientOf, freshDatabase } from '#test/database.js';
import { rebuild } from '../../apps/cli/rebuild.js';
import { areasOf, Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { foldedIdentity } from './domain/identity.js';
import { areaTreeId, Directory } from './index.js';
import { SetUps } from './views/set-up.query.js';

const FURANO = '012297';
const BIEI = '014591';

let world: World;
let play: Play;
let client: pg.Client;
let drop: () => Promise<void>;

beforeAll(async () => {
  const { connection, ...rest } = await freshDatabase();
  drop = rest.drop;
  client = await clientOf(connection);
  const file = JSON.parse(readFileSync('test/scenarios/one-person-once.json', 'utf8')) as object;
  const scenario = readScenario(JSON.stringify({ ...file, steps: [], expect: {} }));
  world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'directory', start: scenario.clock });
  play = new Play(world, scenario, 'directory');
  await play.all();
});
afterAll(async () => {
  await world.close();
  await client.end();
  await drop();
});

interface Said {
  readonly status: number;
  readonly body: { readonly version: number; readonly code?: string; readonly errors?: { path: string }[] };
}
const post = async (user: string, path: string, body: object) =>
  (await play.as(user, `/api/v1/${path}`, body, randomUUID())) as Said;
const tree = () => world.app.get(Directory).tree('01');

describe('POST /areas', () => {
  const oneTown = async () => {
    const { prefecture, homeCareAreas } = await areasOf('01');
    const row = homeCareAreas.find(({ municipalities }) => municipalities.some(({ code }) => code === FURANO));
    return { prefecture, homeCareAreas: [{ ...row, municipalities: [{ code: FURANO, name: '富良野市' }] }] };
  };

  it('with one town of one area leaves all others where they are', async () => {
    const before = await tree();
    expect(await post('admin', 'areas', await oneTown())).toMatchObject({ status: 201 });
    expect(await tree()).toEqual(before);
    const registered = {
      name: '試験 美',
      kana: 'シケン ミ',
      birthDate: '1941-01-01',
      sex: 'female',
      municipality: BIEI,
    };
    expect(await post('coordinator', 'patients', registered)).toMatchObject({ status: 201 });
  });

  it('says in the log what it kept, when something changes', async () => {
    const { prefecture, homeCareAreas } = await oneTown();
    const renamed = homeCareAreas.map((row) => ({
      ...row,
      municipalities: [{ code: FURANO, name: '富良野市（新）' }],
    }));
    const { body } = await post('admin', 'areas', { prefecture, homeCareAreas: renamed });
    const { rows } = await client.query<{ kept: string[] }>(
      `SELECT payload -> 'kept' AS kept FROM event WHERE stream = $1 ORDER BY position DESC LIMIT 1`,
      [areaTreeId('01')],
    );
    expect(rows[0]?.kept).toContain(BIEI);
    const { areas } = await tree();
    expect(areas[FURANO]?.name).toBe('富良野市（新）');
    expect(areas[BIEI]?.name).toBe('美瑛町');
    // Twice is once.
    expect((await post('admin', 'areas', { prefecture, homeCareAreas: renamed })).body.version).toBe(body.version);
  });

  it('is not for another prefecture', async () => {
    const aomori = {
      prefecture: { code: '02', name: '青森県' },
      homeCareAreas: [
        {
          tertiary: '青森',
          secondary: '青森',
          homeCareArea: '青森',
          municipalities: [{ code: '022012', name: '青森市' }],
        },
      ],
    };
    const before = await tree();
    const { status, body } = await post('admin', 'areas', aomori);
    expect([status, body.code, body.errors?.map(({ path }) => path)]).toEqual([
      422,
      'invalid_input',
      ['prefecture.code'],
    ]);
    expect(await tree()).toEqual(before);
  });
});

describe('a person who is registered already', () => {
  const person = {
    name: '試験 花子',
    kana: 'シケン ハナコ',
    birthDate: '1940-03-01',
    sex: 'female',
    municipality: FURANO,
  };

  it('is said to be, and who learned it is on record', async () => {
    expect(await post('nurse', 'patients', person)).toMatchObject({ status: 409, body: { code: 'already_exists' } });
    const { rows } = await client.query<{ role: string; records: number }>(
      `SELECT role, records FROM read_log WHERE purpose = 'registered_already'`,
    );
    expect(rows).toEqual([{ role: 'discharge_nurse', records: 1 }]);
  });

  it('is no hindrance to a namesake, once somebody says so', async () => {
    const { status } = await post('nurse', 'patients', { ...person, anotherPerson: true });
    expect(status).toBe(201);
    const { rows } = await client.query<{ payload: object }>(
      `SELECT payload FROM event WHERE type = 'PatientRegistered' ORDER BY position DESC LIMIT 1`,
    );
    expect(JSON.stringify(rows[0]?.payload)).not.toContain('花子');
    expect(rows[0]?.payload).toMatchObject({ anotherPerson: true });
  });

  describe('at the same moment', () => {
    const twin = (given: string) => ({ ...person, name: `同時 ${given}`, kana: 'ドウジ' });

    it('is registered once, by whoever is first; the other is told so', async () => {
      for (let i = 0; i < 10; i++) {
        const answers = await Promise.all([
          post('nurse', 'patients', twin(`子${i}`)),
          post('coordinator', 'patients', { ...twin(`子${i}`), name: `同時　子${i}`, kana: 'ﾄﾞｳｼﾞ' }),
        ]);
        expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
        expect(answers.find(({ status }) => status === 409)?.body.code).toBe('already_exists');
      }
    });

    it('is two, where both say that this is another', async () => {
      const another = { ...twin('別人'), anotherPerson: true };
      const answers = await Promise.all(['nurse', 'coordinator'].map((user) => post(user, 'patients', another)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      // … and a third still has to say so.
      expect((await post('nurse', 'patients', twin('別人'))).body.code).toBe('already_exists');
    });
  });

  it('leaves a claim that nobody can read a person out of, and that is not in the log', async () => {
    await post('nurse', 'patients', { ...person, name: '秘密 花子' });
    const { rows } = await client.query<{ claim: string; payload: string }>(
      `SELECT c.claim, e.payload::text AS payload FROM claim c JOIN event e ON e.prefecture = c.prefecture AND e.stream = c.stream
        WHERE c.claim LIKE 'identity:%' ORDER BY e.position DESC LIMIT 1`,
    );
    const digest = rows[0]?.claim.slice('identity:'.length) ?? '';
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(rows[0]?.payload).not.toContain(digest);
    // Whoever knows the person but not the secret comes to another one.
    const plain = foldedIdentity({ ...person, name: '秘密 花子' });
    for (const text of [plain, `${FURANO}${plain}`, JSON.stringify([FURANO, plain])])
      expect(createHash('sha256').update(text).digest('hex')).not.toBe(digest);
  });

  it('stays claimed through a rebuild: a claim is not in the log, so that it is not made anew from it', async () => {
    const claims = async () => (await client.query('SELECT claim, stream FROM claim ORDER BY claim')).rows;
    const before = await claims();
    await rebuild(world.app);
    expect(await claims()).toEqual(before);
    expect(before.length).toBeGreaterThan(10);
  });

  it('is kept apart by a secret that only the writer reads, and that nobody changes', async () => {
    const { rows } = await client.query<{ grantee: string; privilege: string }>(
      `SELECT grantee, privilege_type AS privilege FROM information_schema.role_table_grants
        WHERE table_name = 'identity_secret' AND grantee <> 'tsunagi_owner' ORDER BY 1, 2`,
    );
    expect(rows.map(({ grantee, privilege }) => `${grantee} ${privilege}`)).toEqual([
      'tsunagi_writer INSERT',
      'tsunagi_writer SELECT',
    ]);
  });

  it('is found by an index', async () => {
    await client.query('SET enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT FROM personal_record p WHERE p.prefecture = '01' AND p.kind = 'patient_identity'
          AND p.body ->> 'born' = '12345'`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('personal_record_born');
  });

  it('has its live cases found by an index, however many persons are claimed', async () => {
    await client.query('BEGIN');
    try {
      await client.query(
        `INSERT INTO claim SELECT '01', 'identity:' || i, gen_random_uuid() FROM generate_series(1, 20000) i`,
      );
      await client.query('ANALYZE claim');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT FROM unnest(ARRAY['patient:a', 'discharge_case:a']) AS p
           JOIN claim c ON c.prefecture = '01' AND c.claim COLLATE "C" >= p AND c.claim COLLATE "C" < p || ';'`,
      );
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/claim_beginning.*\n.*Index Cond: .* >= p/);
    } finally {
      await client.query('ROLLBACK');
    }
  });
});

describe('開設準備', () => {
  const counts = () => world.app.get(SetUps, { strict: false }).of('01');
  const register = async (body: object) =>
    ((await post('admin', 'organizations', body)) as unknown as { body: { id: string } }).body.id;

  it('counts no institution whose registration was withdrawn, as an import that is undone does', async () => {
    const before = await counts();
    const id = await register({ kind: 'clinic', name: '誤って登録した医院', municipality: BIEI });
    expect(await counts()).toMatchObject({ organizations: before.organizations + 1 });
    expect(await post('admin', `organizations/${id}/withdrawals`, {})).toMatchObject({ status: 201 });
    expect(await counts()).toMatchObject({ organizations: before.organizations });
  });

  it('names municipalities without a desk until one serves them, and again when it is withdrawn', async () => {
    const before = await counts();
    expect(before.withoutDesk.length).toBe(Math.min(before.municipalitiesWithoutDesk, 20));
    const [name = ''] = before.withoutDesk;
    const place = Object.values((await tree()).areas).find((area) => area.name === name)?.id;
    const id = await register({ kind: 'help_desk', name: '広域の窓口', municipality: FURANO, serves: [place] });
    const served = await counts();
    expect(served.withoutDesk).not.toContain(name);
    expect(served.municipalitiesWithoutDesk).toBe(before.municipalitiesWithoutDesk - 1);
    await post('admin', `organizations/${id}/withdrawals`, {});
    expect((await counts()).withoutDesk).toEqual(before.withoutDesk);
  });

  it('says that nobody is reached beside the screen, and that no mail leaves', async () => {
    expect(await counts()).toMatchObject({ reachable: 0, mail: false });
  });
});
