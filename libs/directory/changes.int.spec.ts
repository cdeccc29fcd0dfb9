import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { clientOf, freshDatabase } from '#test/database.js';
import { rebuild } from '../../apps/cli/rebuild.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { idOf } from '#kernel';

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
  world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'changes', start: scenario.clock });
  play = new Play(world, scenario, 'changes');
  await play.all();
});
afterAll(async () => {
  await world.close();
  await client.end();
  await drop();
});

interface Said {
  readonly status: number;
  readonly body: {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly code?: string;
    readonly errors?: { path: string }[];
  };
}
const id = (name: string) => idOf('scenario', 'changes', name);
const post = async (user: string, path: string, body: object = {}) =>
  (await play.as(user, `/api/v1/${path}`, body, randomUUID())) as Said;
const get = async <T>(user: string, path: string) =>
  (await play.get(user, `/api/v1/${path}`)) as { status: number; body: T };
const outcome = ({ status, body }: Said) => [
  status,
  body.code ?? body.state,
  ...(body.errors ?? []).map((e) => e.path),
];
const listed = async (user: string, path: string): Promise<string[]> =>
  (await get<{ id: string }[]>(user, path)).body.map((one) => one.id);

const institution = async (name: string, more: object = {}) =>
  (await post('coordinator', 'organizations', { kind: 'clinic', name, municipality: '富良野市', ...more })).body.id;
const colleague = async (organization: string, role = 'primary_physician') =>
  (await post('admin', 'users', { role, organization, name: '試験 一郎' })).body.id;

describe('an institution', () => {
  const NUMBER = { list: 'medical_institution', code: '0110000001' };

  it('is changed by the desk of its place, by its own people as far as its hours go, and by nobody else', async () => {
    const clinic = id('clinic');
    const change = (user: string, body: object) => post(user, `organizations/${clinic}/changes`, body);
    expect(outcome(await change('coordinator', { name: '富良野花の診療所' }))).toEqual([201, 'REGISTERED']);
    expect(outcome(await change('dr', { phone: '0167-22-3333', openDays: ['2025-12-29'] }))).toEqual([
      201,
      'REGISTERED',
    ]);
    expect(outcome(await change('dr', { name: '別の名前' }))).toEqual([403, 'forbidden']);
    expect(outcome(await change('far-coordinator', { phone: '0167-22-4444' }))).toEqual([404, 'not_found']);
    expect(outcome(await change('admin', { group: '花の会' }))).toEqual([201, 'REGISTERED']);
    expect(outcome(await change('coordinator', { closedDays: ['2025-12-29'] }))).toEqual([
      422,
      'invalid_input',
      'openDays',
    ]);
  });

  it('has its number alone, until it gives it back', async () => {
    const first = await institution('一号診療所', { codes: [NUMBER], openDays: ['2025-12-30'], group: '花の会' });
    expect((await get('coordinator', `organizations/${first}`)).body).toMatchObject({
      codes: [NUMBER],
      openDays: ['2025-12-30'],
      group: '花の会',
    });
    const second = { kind: 'clinic', name: '二号診療所', municipality: '富良野市', codes: [NUMBER] };
    expect(outcome(await post('coordinator', 'organizations', second))).toEqual([409, 'already_exists']);
    expect(outcome(await post('coordinator', `organizations/${first}/changes`, { codes: [] }))).toEqual([
      201,
      'REGISTERED',
    ]);
    expect(outcome(await post('coordinator', 'organizations', second))).toEqual([201, 'REGISTERED']);
  });

  it('closes when nothing stands with it, is offered to nobody then, and comes back', async () => {
    const closing = await institution('閉じる診療所');
    const person = await colleague(closing);
    const close = () => post('coordinator', `organizations/${closing}/closings`, { successor: id('clinic') });
    expect(outcome(await close())).toEqual([409, 'open_work', 'people']);
    expect(outcome(await post('admin', `users/${person}/changes`, { organization: id('clinic') }))).toEqual([
      201,
      'REGISTERED',
    ]);
    expect(await listed('nurse', 'organizations')).toContain(closing);
    expect(outcome(await close())).toEqual([201, 'CLOSED']);
    expect(await listed('nurse', 'organizations')).not.toContain(closing);
    const patient = { primaryPhysician: closing };
    expect(outcome(await post('coordinator', `patients/${id('patient')}/primary-physicians`, patient))).toEqual([
      422,
      'invalid_input',
      'primaryPhysician',
    ]);
    expect(
      outcome(await post('admin', 'users', { role: 'clinic_staff', organization: closing, name: '試験' })),
    ).toEqual([422, 'invalid_input', 'organization']);
    expect(outcome(await post('coordinator', `organizations/${closing}/changes`, { phone: '0167-22-3333' }))).toEqual([
      409,
      'invalid_state',
    ]);
    expect(outcome(await post('coordinator', `organizations/${closing}/reopenings`))).toEqual([201, 'REGISTERED']);
    expect(await listed('nurse', 'organizations')).toContain(closing);
  });

  it('is withdrawn only where nothing refers to it', async () => {
    const mistake = await institution('誤って登録した診療所');
    expect(outcome(await post('coordinator', `organizations/${id('clinic')}/withdrawals`))).toEqual([409, 'in_use']);
    expect(outcome(await post('coordinator', `organizations/${mistake}/withdrawals`))).toEqual([201, 'WITHDRAWN']);
    expect(await listed('nurse', 'organizations')).not.toContain(mistake);
  });
});

describe('somebody who leaves', () => {
  it('has no way in within a second, is nobody to choose, and stands by name under what was done', async () => {
    const desk = id('desk');
    const leaver = await colleague(desk, 'coordinator');
    const token = await world.sessions.open('01', leaver);
    const asLeaver = { authorization: `Bearer ${token}` };
    const registered = await world.post(
      '/api/v1/patients',
      { ...asLeaver, 'idempotency-key': randomUUID() },
      {
        name: '退職 前',
        kana: 'タイショク マエ',
        birthDate: '1939-09-09',
        sex: 'male',
        municipality: '富良野市',
        careManager: id('care-manager'),
      },
    );
    expect(registered.status).toBe(201);
    const { id: patient } = registered.body as { id: string };
    expect(outcome(await post('admin', `users/${leaver}/changes`, { name: '試験 次郎' }))).toEqual([201, 'REGISTERED']);
    expect(outcome(await post('admin', `users/${leaver}/leavings`))).toEqual([201, 'LEFT']);
    const before = Date.now();
    for (;;) {
      const { status } = await world.get('/api/v1/organizations', asLeaver);
      if (status === 401) break;
      expect(Date.now() - before).toBeLessThan(1_500);
    }
    expect(await listed('admin', 'users')).not.toContain(leaver);
    const { body } = await get<{ entries: { actor: { name?: string } }[] }>(
      'care-manager',
      `cases/${patient}/timeline`,
    );
    expect(body.entries[0]?.actor.name).toBe('試験 次郎');
  });

  it('is refused with what stands on him alone, and what a colleague can take goes to the colleague', async () => {
    const office = id('office');
    const leaver = await colleague(office, 'care_manager');
    const person = {
      name: '引継 花',
      kana: 'ヒキツギ ハナ',
      birthDate: '1937-07-07',
      sex: 'female',
      municipality: '富良野市',
    };
    const { body: patient } = await post('coordinator', 'patients', {
      ...person,
      careManager: leaver,
      careTeam: [leaver],
    });
    const leave = (body: object = {}) => post('admin', `users/${leaver}/leavings`, body);
    expect(outcome(await leave())).toEqual([409, 'open_work', 'patients']);
    expect(outcome(await leave({ handOverTo: id('nurse') }))).toEqual([422, 'invalid_input', 'handOverTo']);
    expect(outcome(await leave({ handOverTo: id('other-care-manager') }))).toEqual([201, 'LEFT']);
    await world.settle();
    const { rows } = await client.query<{ careManager: string; careTeam: string[] }>(
      `SELECT state ->> 'careManager' AS "careManager", state -> 'careTeam' AS "careTeam" FROM stream_head WHERE stream = $1`,
      [patient.id],
    );
    expect(rows).toEqual([{ careManager: id('other-care-manager'), careTeam: [] }]);
  });

  it('is no administrator of whom there is no other', async () => {
    expect(outcome(await post('admin', `users/${id('admin')}/leavings`))).toEqual([409, 'last_administrator']);
  });

  it('is recorded by an administrator alone; a registration by mistake is withdrawn where nothing was done', async () => {
    const person = await colleague(id('clinic'), 'clinic_staff');
    expect((await post('coordinator', `users/${person}/leavings`)).status).toBe(404);
    expect(outcome(await post('admin', `users/${person}/withdrawals`))).toEqual([201, 'WITHDRAWN']);
    expect(outcome(await post('admin', `users/${id('dr')}/withdrawals`))).toEqual([409, 'in_use']);
  });
});

describe('a person cared for', () => {
  const person = {
    name: '変更 花子',
    kana: 'ヘンコウ ハナコ',
    birthDate: '1940-04-04',
    sex: 'female',
    address: '北の峰町1-1',
    municipality: '富良野市',
    careManager: '',
  };
  let patient = '';
  beforeAll(async () => {
    const { body } = await post('coordinator', 'patients', { ...person, careManager: id('care-manager') });
    patient = body.id;
  });
  const identity = async (user = 'coordinator') =>
    (await get<{ patient: Record<string, string> | null }>(user, `cases/${patient}/timeline`)).body.patient;

  it('has a wrong name corrected, of which the log holds nothing, and the rest of the identity stays', async () => {
    expect(
      outcome(await post('care-manager', `patients/${patient}/identity-corrections`, { name: '変更 華子' })),
    ).toEqual([201, 'REGISTERED']);
    expect(await identity()).toMatchObject({ name: '変更 華子', birthDate: '1940-04-04', address: '北の峰町1-1' });
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM event WHERE payload::text LIKE '%華子%' OR payload::text LIKE '%北の峰%'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
    // The wrong name is free again, and the right one is taken.
    const other = { ...person, careManager: id('care-manager') };
    expect((await post('coordinator', 'patients', other)).status).toBe(201);
    expect((await post('coordinator', 'patients', { ...other, name: '変更 華子' })).body.code).toBe('already_exists');
  });

  it('that is corrected to what is known changes nothing', async () => {
    const { body: before } = await post('care-manager', `patients/${patient}/identity-corrections`, {
      name: '変更 華子',
    });
    const { body } = await post('care-manager', `patients/${patient}/identity-corrections`, { sex: 'female' });
    expect(body.version).toBe(before.version);
  });

  it('moves: the old address goes with the old place, and the desk of the new place has the person', async () => {
    expect((await post('far-coordinator', `patients/${patient}/moves`, { municipality: '旭川市' })).status).toBe(404);
    expect(outcome(await post('care-manager', `patients/${patient}/moves`, { municipality: '旭川市' }))).toEqual([
      201,
      'REGISTERED',
    ]);
    expect(await identity('far-coordinator')).toMatchObject({ name: '変更 華子', address: '' });
    expect((await post('coordinator', `patients/${patient}/consents`)).status).toBe(404);
  });

  it('passes to another care manager: both open what tells them, the former one reads no record of the person', async () => {
    const passed = { careManager: id('other-care-manager') };
    expect(outcome(await post('far-coordinator', `patients/${patient}/care-managers`, passed))).toEqual([
      201,
      'REGISTERED',
    ]);
    await world.settle();
    for (const user of ['care-manager', 'other-care-manager']) {
      const { body } = await get<{ template: string; about: { id: string } }[]>(user, 'messages');
      expect(body.filter(({ template }) => template === 'patient.care_changed').map(({ about }) => about.id)).toContain(
        patient,
      );
      expect((await get(user, `cases/${patient}/timeline`)).status).toBe(200);
    }
    const { body } = await get<{ commands: string[] }>('care-manager', `cases/${patient}/timeline`);
    expect(body.commands).toEqual([]);
  });

  it('is withdrawn where nothing was begun', async () => {
    const { body } = await post('coordinator', 'patients', {
      ...person,
      name: '取消 太郎',
      kana: 'トリケシ タロウ',
      careManager: id('care-manager'),
    });
    expect((await post('care-manager', `patients/${body.id}/withdrawals`)).status).toBe(403);
    expect(outcome(await post('coordinator', `patients/${body.id}/withdrawals`))).toEqual([201, 'WITHDRAWN']);
    expect(await listed('coordinator', 'patients')).not.toContain(body.id);
    expect(outcome(await post('coordinator', `patients/${body.id}/consents`))).toEqual([409, 'invalid_state']);
  });
});

describe('the pages', () => {
  interface Page {
    readonly state: string;
    readonly commands: string[];
    readonly ownBusinessOnly: boolean;
    readonly people: { name: string }[];
    readonly openDays: string[];
    readonly entries: { type: string; name: string | null; details: Record<string, unknown> }[];
  }

  it('of an institution: what is known, who works there, who said what, and what the reader may say', async () => {
    const clinic = id('clinic');
    const { body } = await get<Page>('coordinator', `organizations/${clinic}`);
    expect(body).toMatchObject({ state: 'REGISTERED', ownBusinessOnly: false, openDays: ['2025-12-29'] });
    expect(body.people.length).toBeGreaterThan(0);
    expect(body.commands).toContain('CloseInstitution');
    expect(body.entries.map(({ type, name }) => [type, name])).toContainEqual(['InstitutionChanged', 'coordinator']);
    const own = (await get<Page>('dr', `organizations/${clinic}`)).body;
    expect([own.ownBusinessOnly, own.commands.toSorted()]).toEqual([true, ['ChangeInstitution', 'VerifyInstitution']]);
    expect((await get<Page>('far-coordinator', `organizations/${clinic}`)).body.commands).toEqual([]);
    expect((await get('coordinator', `organizations/${randomUUID()}`)).status).toBe(404);
  });

  it('of a person: for who cares for the person, with names in the history and no record for who did before', async () => {
    const { body: registered } = await post('coordinator', 'patients', {
      name: '頁 花子',
      kana: 'ページ ハナコ',
      birthDate: '1936-06-06',
      sex: 'female',
      municipality: '富良野市',
      careManager: id('care-manager'),
    });
    const path = `patients/${registered.id}`;
    await post('coordinator', `${path}/care-managers`, { careManager: id('other-care-manager') });
    interface Person extends Page {
      readonly identity: { name: string } | null;
      readonly careManager: { name: string };
    }
    const { body } = await get<Person>('coordinator', path);
    expect([body.identity?.name, body.careManager.name]).toEqual(['頁 花子', 'other-care-manager']);
    expect(body.entries.at(-1)).toMatchObject({
      type: 'PatientCareManagerChanged',
      name: 'coordinator',
      details: { careManager: 'other-care-manager', former: 'care-manager', openCases: [] },
    });
    expect((await get<Person>('care-manager', path)).body).toMatchObject({ identity: null, commands: [] });
    expect((await get('far-coordinator', path)).status).toBe(404);
    expect((await get('council', path)).status).toBe(404);
  });

  it('who is like somebody about to be registered is shown, with why, to who may see names, and that is on record', async () => {
    const twin = { name: '頁 桃子', kana: 'ページ モモコ', birthDate: '1936-06-06', sex: 'female' };
    const like = (user: string, person: object) =>
      post(user, 'patients/likenesses', person) as unknown as Promise<{
        status: number;
        body: { name: string; alike: string[]; opens: boolean }[];
      }>;
    const noted = async () =>
      (await client.query(`SELECT FROM read_log WHERE purpose = 'likely_duplicates'`)).rowCount ?? 0;
    const before = await noted();
    const { status, body } = await like('coordinator', twin);
    expect([status, body]).toMatchObject([200, [{ name: '頁 花子', alike: ['birth_date', 'family'], opens: true }]]);
    expect(await noted()).toBe(before + 1);
    expect((await like('nurse', { ...twin, birthDate: '1950-01-01' })).body).toEqual([]);
    expect((await like('admin', twin)).body).toEqual([]);
    // Another secondary area is none of the reader's.
    expect((await like('far-coordinator', twin)).body).toEqual([]);
  });
});

it('all of it comes back the same from the log', async () => {
  const heads = async () =>
    (
      await client.query(
        `SELECT stream, status, version, state, relations FROM stream_head
          WHERE kind IN ('organization', 'user', 'patient') ORDER BY stream`,
      )
    ).rows;
  const before = await heads();
  await rebuild(world.app);
  expect(await heads()).toEqual(before);
});
