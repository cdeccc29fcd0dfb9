import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { idOf } from '#kernel';
import { builtOpenApi, faultsOf, operationsOf } from '#test/open-api.js';
import { clientOf, freshDatabase } from '#test/database.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { MOST_HITS, NEAR_FOR_DAYS, SEARCHES_AN_HOUR } from './domain/nearness.js';

const at = (day: number, hour = 10) =>
  `2025-06-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+09:00`;
const person = (id: string, name: string, kana: string, municipality: string, more: object = {}) => ({
  id,
  name,
  kana,
  birthDate: '1938-02-11',
  sex: 'female',
  municipality,
  ...more,
});

const SCENARIO = {
  name: 'persons',
  prefecture: '01',
  clock: at(2, 9),
  organizations: [
    { id: 'desk', kind: 'help_desk', name: '富良野相談窓口', municipality: '富良野市' },
    { id: 'far-desk', kind: 'help_desk', name: '名寄相談窓口', municipality: '名寄市' },
    { id: 'base', kind: 'cooperation_base', name: '拠点', municipality: '富良野市' },
    { id: 'hospital', kind: 'hospital', name: '富良野病院', municipality: '富良野市' },
    { id: 'other-hospital', kind: 'hospital', name: '第二病院', municipality: '富良野市' },
    { id: 'clinic', kind: 'clinic', name: '主治医の診療所', municipality: '富良野市' },
    { id: 'other-clinic', kind: 'clinic', name: 'ほかの診療所', municipality: '富良野市' },
    { id: 'station', kind: 'visiting_nurse_station', name: '訪問看護', municipality: '富良野市' },
    { id: 'office', kind: 'care_management_office', name: '桜ケアプラン', municipality: '富良野市' },
    { id: 'other-office', kind: 'care_management_office', name: '梅ケアプラン', municipality: '富良野市' },
  ],
  users: [
    { id: 'coordinator', role: 'coordinator', organization: 'desk' },
    { id: 'far-coordinator', role: 'coordinator', organization: 'far-desk' },
    { id: 'secretary', role: 'base_secretariat', organization: 'base' },
    { id: 'nurse', role: 'discharge_nurse', organization: 'hospital' },
    { id: 'other-nurse', role: 'discharge_nurse', organization: 'other-hospital' },
    { id: 'care-manager', role: 'care_manager', organization: 'office' },
    { id: 'colleague', role: 'care_manager', organization: 'office' },
    { id: 'stranger', role: 'care_manager', organization: 'other-office' },
    { id: 'doctor', role: 'primary_physician', organization: 'clinic' },
    { id: 'other-doctor', role: 'primary_physician', organization: 'other-clinic' },
    { id: 'visiting', role: 'visiting_nurse', organization: 'station' },
    { id: 'admin', role: 'admin', organization: 'base' },
  ],
  patients: [
    person('mine', '渡邉　花子', 'ワタナベ ハナコ', '富良野市', {
      careManager: 'care-manager',
      primaryPhysician: 'clinic',
      careTeam: ['visiting'],
    }),
    person('lying', '大野 健一', 'オオノ ケンイチ', '富良野市', { primaryPhysician: 'clinic' }),
    person('nobody', '渡部 純一', 'ワタベ ジュンイチ', '富良野市'),
    ...Array.from({ length: 6 }, (_, i) =>
      person(`twin-${i}`, `多田 子${i}`, 'タダ コ', '富良野市', { birthDate: '1930-01-01' }),
    ),
  ],
  steps: [
    {
      at: at(2, 12),
      as: 'nurse',
      do: 'RegisterAdmission',
      with: { patient: 'lying', hospital: 'hospital', admissionKind: 'planned', admittedAt: at(2, 11), ward: '東3病棟' },
      save: 'stay',
    },
  ],
  until: at(3),
  expect: {},
};

interface Listed {
  readonly id: string;
  readonly begins: string[];
}
interface Hits {
  readonly status: number;
  readonly body: { readonly hits: Listed[]; readonly more: boolean; readonly code?: string };
}

describe('whom somebody is given to choose from', () => {
  let world: World;
  let play: Play;
  let admin: pg.Client;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    admin = await clientOf(fresh.connection);
    const scenario = readScenario(JSON.stringify(SCENARIO));
    world = await World.open({
      connection: fresh.connection,
      queue: { kind: 'none' },
      queuePrefix: 'p',
      start: scenario.clock,
    });
    play = new Play(world, scenario, 'persons');
    await play.all();
    expect(play.failures).toEqual([]);
  });
  afterAll(async () => {
    await world.close();
    await admin.end();
    await drop();
  });

  const idOfPerson = (id: string) => idOf('scenario', 'persons', id);
  const given = async (user: string) => {
    const { status, body } = await play.get(user, '/api/v1/patients');
    expect(status).toBe(200);
    const known = new Map(SCENARIO.patients.map(({ id }) => [idOfPerson(id), id]));
    return (body as Listed[]).map(({ id }) => known.get(id) ?? id).toSorted();
  };
  const find = async (user: string, said: object): Promise<Hits> =>
    (await play.as(
      user,
      '/api/v1/patients/searches',
      { birthDate: '1938-02-11', kana: 'ワタ', for: 'RegisterAdmission', ...said },
      randomUUID(),
    )) as Hits;
  const ALL = SCENARIO.patients.map(({ id }) => id).toSorted();

  it.each([
    ['care-manager', ['mine']],
    ['colleague', ['mine']],
    ['stranger', []],
    ['doctor', ['lying', 'mine']],
    ['other-doctor', []],
    ['visiting', ['mine']],
    ['nurse', ['lying']],
    ['other-nurse', []],
    ['coordinator', ALL],
    ['secretary', ALL],
    ['far-coordinator', []],
    ['admin', []],
  ])('gives the %s whom he stands in a relation to, and nobody else', async (user, whom) => {
    expect(await given(user)).toEqual(whom);
  });

  it('gives a hospital whoever lies there, and for a while whoever has lain there', async () => {
    const stay = play.idOfResult(0);
    const died = await play.as('nurse', `/api/v1/handovers/${stay}/deaths`, { on: '2025-06-03' }, randomUUID());
    expect(died.status).toBe(201);
    await world.settle();
    expect(await given('nurse')).toEqual(['lying']);
    const days = (n: number) => new Date(Date.parse(at(3, 8)) + n * 86_400_000).toISOString();
    await world.clock.moveTo(days(NEAR_FOR_DAYS - 1));
    expect(await given('nurse')).toEqual(['lying']);
    await world.clock.moveTo(days(NEAR_FOR_DAYS + 1));
    expect(await given('nurse')).toEqual([]);
  });

  it('lets whoever must begin something find another by birth date and reading, with the least that tells them apart', async () => {
    const { status, body } = await find('other-nurse', {});
    expect(status).toBe(200);
    expect(body.hits.map(({ id }) => id).toSorted()).toEqual([idOfPerson('mine'), idOfPerson('nobody')].toSorted());
    expect(Object.keys(body.hits[0] ?? {}).toSorted()).toEqual(
      ['begins', 'birthDate', 'id', 'kana', 'municipality', 'name'].toSorted(),
    );
    expect((await find('other-nurse', { kana: 'わたなべ はなこ' })).body.hits).toHaveLength(1);
    expect((await find('other-nurse', { kana: 'ﾜﾀﾍﾞ' })).body.hits.map(({ id }) => id)).toEqual([idOfPerson('nobody')]);
    for (const miss of [{ birthDate: '1938-02-12' }, { kana: 'ハナコ' }, { kana: 'タナベ' }])
      expect((await find('other-nurse', miss)).body).toMatchObject({ hits: [], more: false });
    const document = builtOpenApi();
    const { operation } = operationsOf(document).find(({ id }) => id === 'findPatients') ?? {};
    expect(operation && faultsOf(document, operation, body)).toEqual([]);
  });

  it('begins a stay for whoever was found', async () => {
    const [hit] = (await find('other-nurse', { kana: 'ワタベ' })).body.hits;
    expect(hit?.begins).toContain('RegisterAdmission');
    const begun = await play.as(
      'other-nurse',
      '/api/v1/handovers',
      {
        patient: hit?.id,
        hospital: idOf('scenario', 'persons', 'other-hospital'),
        admissionKind: 'emergency',
        admittedAt: at(3, 7),
      },
      randomUUID(),
    );
    expect(begun.status).toBe(201);
    await world.settle();
    expect(await given('other-nurse')).toEqual(['nobody']);
  });

  it('names no more than a few, and says that there are more', async () => {
    const { body } = await find('other-nurse', { birthDate: '1930-01-01', kana: 'タダ' });
    expect([body.hits.length, body.more]).toEqual([MOST_HITS, true]);
  });

  it.each([
    ['one character', { kana: 'ワ' }, 422],
    ['one character and a space', { kana: 'ワ　' }, 422],
    ['no kana at all', { kana: '渡部' }, 422],
    ['no birth date', { birthDate: undefined }, 422],
    ['a day that is none', { birthDate: '1938-02-30' }, 422],
    ['nothing that it is for', { for: undefined }, 422],
    ['what nobody begins', { for: 'Nothing' }, 403],
  ])('refuses a look with %s', async (_what, said, status) => {
    expect((await find('other-nurse', said)).status).toBe(status);
  });

  it('is for those who begin something about a person, and finds only whom that may be begun for', async () => {
    expect((await find('admin', {})).status).toBe(403);
    expect((await find('stranger', { for: 'RequestEmergencyBackup' })).status).toBe(403);
    // The primary physician of neither: whom nobody attends he may ask for, the other one's patient not.
    const night = await find('other-doctor', { for: 'RequestEmergencyBackup' });
    expect(night.body.hits.map(({ id }) => id)).toEqual([idOfPerson('nobody')]);
  });

  it('puts every look on record with what it was for, also one that finds nobody', async () => {
    const looks = async () =>
      (
        await admin.query<{ about: string | null; purpose: string; records: number; outcome: string }>(
          `SELECT about, purpose, records, outcome FROM read_log WHERE user_id = $1 AND purpose LIKE 'find_patient:%' ORDER BY id`,
          [idOf('scenario', 'persons', 'visiting')],
        )
      ).rows;
    await find('visiting', { for: 'RegisterAdmission' });
    expect(await looks()).toEqual([]);
    const before = (
      await admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM read_log WHERE purpose LIKE 'find_patient:%'`)
    ).rows[0]?.n;
    await find('secretary', { for: 'LogConsultation', kana: 'ワタナベ' });
    await find('secretary', { for: 'LogConsultation', kana: 'ヌル' });
    const { rows } = await admin.query<{ about: string | null; records: number }>(
      `SELECT about, records, purpose, outcome FROM read_log WHERE purpose LIKE 'find_patient:%' ORDER BY id OFFSET $1`,
      [before],
    );
    const purpose = 'find_patient:LogConsultation';
    expect(rows).toEqual([
      { about: null, records: 1, purpose, outcome: 'searched' },
      { about: idOfPerson('mine'), records: 1, purpose, outcome: 'read' },
      { about: null, records: 0, purpose, outcome: 'searched' },
    ]);
  });

  it('ends for an hour for whoever looks too often, and for nobody else', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < SEARCHES_AN_HOUR; i++)
      statuses.add((await find('colleague', { kana: 'ヌル', for: 'RegisterAdmission' })).status);
    expect(statuses).toEqual(new Set([200]));
    const { status, body } = await find('colleague', { for: 'RegisterAdmission' });
    expect([status, body.code, body.hits]).toEqual([429, 'too_many_looks', undefined]);
    expect((await find('care-manager', {})).status).toBe(200);
  });
});
