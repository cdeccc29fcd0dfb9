import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { clientOf, freshDatabase } from '#test/database.js';
import { areasOf, Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { areaTreeId, Directory } from './index.js';

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

  it('is found by an index', async () => {
    await client.query('SET enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT FROM personal_record p WHERE p.prefecture = '01' AND p.kind = 'patient_identity'
          AND p.body ->> 'birthDate' = '1940-03-01'`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('personal_record_birth');
  });
});
