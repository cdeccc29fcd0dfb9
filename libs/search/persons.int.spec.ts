import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { idOf } from '#kernel';
import { Vault } from '#platform';
import { builtOpenApi, faultsOf, operationsOf } from '#test/open-api.js';
import { clientOf, freshDatabase } from '#test/database.js';
import { addToRecords } from '#test/vault.js';
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
      with: {
        patient: 'lying',
        hospital: 'hospital',
        admissionKind: 'planned',
        admittedAt: at(2, 11),
        ward: '東3病棟',
      },
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

const idOfPerson = (id: string) => idOf('scenario', 'persons', id);

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
    if (play.failures.length > 0) throw new Error(play.failures.join('\n'));
  });
  afterAll(async () => {
    await world.close();
    await admin.end();
    await drop();
  });

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

  describe('whose address is hidden', () => {
    const ADDRESS = '富良野市秘密町一丁目';
    const hidden = idOfPerson('mine');
    const say = (user: string, what: string) =>
      play.as(user, `/api/v1/patients/${hidden}/${what}`, { reason: '支援措置の申出。' }, randomUUID());
    /** All that somebody is answered about the person: list, case, board, search, look-up, stream. */
    const answers = async (user: string) => {
      const stream = await firstOfStream(user);
      const search = await play.as(user, '/api/v1/search', { q: '渡邉' }, randomUUID());
      const gets = await Promise.all(
        ['patients', `patients/${hidden}`, `cases/${hidden}/timeline`, 'board', 'cases', 'messages'].map((path) =>
          play.get(user, `/api/v1/${path}`),
        ),
      );
      return JSON.stringify([...gets, search].map(({ body }) => body)) + stream;
    };
    const firstOfStream = async (user: string) => {
      const authorization = `Bearer ${await world.sessions.open('01', idOf('scenario', 'persons', user))}`;
      const over = new AbortController();
      const response = await fetch(`${await world.app.getUrl()}/api/v1/stream`, {
        headers: { authorization },
        signal: over.signal,
      });
      let heard = '';
      for await (const part of response.body ?? []) {
        heard += Buffer.from(part as Uint8Array).toString();
        if (/event: board[\s\S]*\n\n/.test(heard)) break;
      }
      over.abort();
      return heard;
    };

    beforeAll(async () => {
      await addToRecords(
        world.app.get(Vault),
        admin,
        { address: ADDRESS },
        `about = $1 AND kind = 'patient_identity'`,
        [hidden],
      );
      const { status } = await play.as(
        'coordinator',
        '/api/v1/consultations',
        {
          channel: 'phone',
          scene: 'daily_care',
          topics: ['night_holiday_cover'],
          urgency: 'normal',
          consulter: { side: 'care', profession: 'care_manager' },
          summary: '相談',
          patient: hidden,
        },
        randomUUID(),
      );
      if (status !== 201) throw new Error(`the consultation was not taken: ${status}`);
      await world.settle();
    });

    it('reads like anybody’s before', async () => {
      for (const user of ['care-manager', 'coordinator', 'doctor']) expect(await answers(user)).toContain(ADDRESS);
      expect((await find('nurse', { kana: 'ワタナベ' })).body.hits).toHaveLength(1);
    });

    it('is not hidden by who stands in no relation to the person', async () => {
      for (const user of ['stranger', 'other-nurse', 'far-coordinator'])
        expect([user, (await say(user, 'address-hidings')).status]).toEqual([user, 404]);
    });

    it('lives nowhere to anybody but the care manager and who had it hidden', async () => {
      expect((await say('doctor', 'address-hidings')).status).toBe(201);
      await world.settle();
      for (const user of ['care-manager', 'doctor']) {
        expect(await answers(user)).toContain(ADDRESS);
        expect(await answers(user)).toContain('支援措置');
      }
      for (const user of ['coordinator', 'secretary', 'visiting', 'colleague', 'nurse', 'stranger', 'admin']) {
        const said = await answers(user);
        expect([user, said.includes(ADDRESS), said.includes('支援措置')]).toEqual([user, false, false]);
      }
      // The list and the board of the desk still name the person, and no place.
      const { body } = await play.get('coordinator', '/api/v1/patients');
      expect((body as object[]).find((one) => 'id' in one && one.id === hidden)).toMatchObject({
        name: '渡邉　花子',
        municipality: { id: '', name: '' },
      });
      expect((await play.get('coordinator', `/api/v1/patients/${hidden}`)).body).toMatchObject({
        municipality: { id: '', name: '' },
        homeCareArea: { id: '', name: '' },
        block: null,
      });
      for (const path of ['board', 'cases']) {
        const { rows } = (await play.get('coordinator', `/api/v1/${path}`)).body as {
          rows: { patient: { id: string } | null; place: string }[];
        };
        const places = rows.filter(({ patient }) => patient?.id === hidden).map(({ place }) => place);
        expect([path, new Set(places)]).toEqual([path, new Set([''])]);
      }
    });

    it('is found by nobody else', async () => {
      for (const [user, command] of [
        ['nurse', 'RegisterAdmission'],
        ['other-nurse', 'RegisterAdmission'],
        ['stranger', 'RegisterAdmission'],
        ['coordinator', 'LogConsultation'],
      ] as const)
        expect([user, (await find(user, { kana: 'ワタナベ', for: command })).body.hits]).toEqual([user, []]);
      expect((await find('care-manager', { kana: 'ワタナベ' })).body.hits).toHaveLength(1);
    });

    it('is no likely duplicate to anybody else', async () => {
      const like = async (user: string) => {
        const hanako = { name: '渡邉　花子', kana: 'ワタナベ　ハナコ', birthDate: '1938-02-11', sex: 'female' };
        const { body } = await play.as(user, '/api/v1/patients/likenesses', hanako, randomUUID());
        return (body as { id: string }[]).some(({ id }) => id === hidden);
      };
      expect([await like('coordinator'), await like('care-manager')]).toEqual([false, true]);
    });

    it('is shown again by who keeps it, and by nobody else', async () => {
      for (const user of ['coordinator', 'visiting'])
        expect([user, (await say(user, 'address-showings')).status]).toEqual([user, 403]);
      expect((await say('care-manager', 'address-showings')).status).toBe(201);
      await world.settle();
      expect(await answers('coordinator')).toContain(ADDRESS);
      const { rows } = await admin.query<{ payload: object }>(
        `SELECT payload FROM event WHERE type LIKE 'PatientAddress%' ORDER BY position`,
      );
      expect(JSON.stringify(rows)).not.toMatch(/支援措置|秘密町/);
      expect(rows).toHaveLength(2);
    });
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
