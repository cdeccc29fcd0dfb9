import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { Followers, Vault, verifyLog, type StoredRecord } from '#platform';
import { idOf } from '#kernel';
import { clientOf, freshDatabase } from '#test/database.js';
import { rebuild } from '../../apps/cli/rebuild.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';

const at = (day: number) => `2025-06-0${day}T10:00:00+09:00`;
const person = (id: string, name: string, kana: string) => ({
  id,
  name,
  kana,
  birthDate: '1938-02-11',
  sex: 'female',
  municipality: '富良野市',
  careManager: 'care-manager',
});
const consultation = (day: number, patient: string, summary: string, save: string) => ({
  at: at(day),
  as: 'coordinator',
  do: 'LogConsultation',
  with: {
    patient,
    summary,
    channel: 'phone',
    scene: 'daily_care',
    topics: ['night_holiday_cover'],
    urgency: 'normal',
    consulter: { side: 'care', profession: 'care_manager' },
  },
  save,
});
const SCENARIO = {
  name: 'erasure',
  prefecture: '01',
  clock: '2025-06-02T09:00:00+09:00',
  organizations: [
    { id: 'desk', kind: 'help_desk', name: '富良野相談窓口', municipality: '富良野市' },
    { id: 'far-office', kind: 'care_management_office', name: '名寄ケアプラン', municipality: '名寄市' },
    { id: 'center', kind: 'other', name: '北海道庁', municipality: '旭川市' },
    { id: 'office', kind: 'care_management_office', name: '桜ケアプラン', municipality: '富良野市' },
  ],
  users: [
    { id: 'coordinator', role: 'coordinator', organization: 'desk' },
    { id: 'care-manager', role: 'care_manager', organization: 'office' },
    { id: 'admin', role: 'admin', organization: 'center' },
    { id: 'stranger', role: 'care_manager', organization: 'far-office' },
  ],
  patients: [
    person('watanabe', '渡邉　花子', 'ワタナベ ハナコ'),
    { ...person('ono', '大野 健一', 'オオノ ケンイチ'), sex: 'male' },
  ],
  steps: [
    consultation(2, 'watanabe', '褥瘡の処置について。', 'over'),
    {
      at: at(3),
      as: 'coordinator',
      do: 'RecordConsultationAction',
      with: { consultation: '$over', kind: 'advice', minutes: 5, note: '訪問看護の手配を案内した。' },
    },
    {
      at: at(4),
      as: 'coordinator',
      do: 'CloseConsultation',
      with: { consultation: '$over', outcome: 'solved', issueAssessment: { raises: false } },
    },
    consultation(4, 'ono', '夜間の訪問看護を探している。褥瘡。', 'open'),
  ],
  until: at(5),
  expect: {},
};

let world: World;
let play: Play;
let client: pg.Client;
let drop: () => Promise<void>;

beforeAll(async () => {
  const { connection, ...rest } = await freshDatabase();
  drop = rest.drop;
  client = await clientOf(connection);
  const scenario = readScenario(JSON.stringify(SCENARIO));
  world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'erasure', start: scenario.clock });
  play = new Play(world, scenario, 'erasure');
  await play.all();
});
afterAll(async () => {
  await world.close();
  await client.end();
  await drop();
});

const id = (name: string) => idOf('scenario', 'erasure', name);
const stepOf = (save: string) =>
  play.idOfResult(SCENARIO.steps.findIndex((step) => 'save' in step && step.save === save));
const post = async (user: string, path: string, body: object) => {
  const { status, body: said } = await play.as(user, `/api/v1/${path}`, body, randomUUID());
  return { status, body: said as { code?: string; state?: string } };
};
const erase = async (user: string, patient: string, reason = 'person_asked') => {
  const { status, body } = await post(user, `patients/${id(patient)}/erasures`, { reason });
  return [status, body.code ?? body.state];
};
const get = async <T>(user: string, path: string): Promise<T> => {
  const { status, body } = await play.get(user, `/api/v1/${path}`);
  expect([path, status]).toEqual([path, 200]);
  return body as T;
};
const found = async (q: string) => {
  const { body } = (await play.as('coordinator', '/api/v1/search', { q }, randomUUID())) as {
    body: { people: { name: string }[]; cases: { about: { id: string } }[] };
  };
  return [body.people.map(({ name }) => name), body.cases.map(({ about }) => about.id)];
};
const settled = async () => {
  while (await world.app.get(Followers).catchUp());
};
const recordsOf = async (patient: string): Promise<StoredRecord[]> => {
  const { rows } = await client.query<StoredRecord>(
    'SELECT id, kind, about, subject, body FROM personal_record WHERE coalesce(subject, about) = $1 ORDER BY id',
    [id(patient)],
  );
  return rows;
};
const indexed = async (records: readonly StoredRecord[]): Promise<number> => {
  const { rows } = await client.query<{ n: number }>(
    `SELECT (SELECT count(*) FROM search_name WHERE record = ANY ($1::uuid[]))::int
          + (SELECT count(*) FROM search_text WHERE record = ANY ($1::uuid[]))::int AS n`,
    [records.map((record) => record.id)],
  );
  return rows[0]?.n ?? NaN;
};

it('is played as written', () => expect(play.failures).toEqual([]));

describe('what is written of a person', () => {
  let copied: readonly StoredRecord[];

  it('is erased by an administrator alone, for a reason that the law knows', async () => {
    expect(await erase('coordinator', 'watanabe')).toEqual([403, 'forbidden']);
    expect(await erase('care-manager', 'watanabe')).toEqual([403, 'forbidden']);
    expect(await erase('stranger', 'watanabe')).toEqual([404, 'not_found']);
    expect(await erase('admin', 'watanabe', 'no_longer_liked')).toEqual([422, 'invalid_input']);
    // Who erases knows whom by the page that the desk names, and not by name.
    const page = await get<{ identity: object | null; ledger: unknown[]; commands: string[] }>(
      'admin',
      `patients/${id('watanabe')}`,
    );
    expect([page.identity, page.ledger, page.commands]).toEqual([null, [], ['ErasePatient']]);
  });

  it('is not erased while something is owed to the person', async () => {
    expect(await erase('admin', 'ono')).toEqual([409, 'open_work']);
    await settled();
    expect(await found('おおの')).toEqual([['大野 健一'], expect.any(Array)]);
  });

  it('goes for ever, from copies as well, and a certificate stays that says nothing of it', async () => {
    expect(await found('わたなべ')).toEqual([['渡邉　花子'], expect.any(Array)]);
    copied = await recordsOf('watanabe');
    expect(copied.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['patient_identity', 'consultation_summary', 'consultation_note']),
    );
    expect(await indexed(copied)).toBeGreaterThan(10);

    expect(await erase('admin', 'watanabe')).toEqual([201, 'ERASED']);
    expect(await erase('admin', 'watanabe')).toEqual([409, 'invalid_state']);
    await settled();

    const { rows } = await client.query(
      `SELECT payload, actor ->> 'role' AS role FROM event WHERE type = 'PatientErased'`,
    );
    expect(rows).toEqual([
      { payload: { patient: id('watanabe'), reason: 'person_asked', records: copied.length }, role: 'admin' },
    ]);
    const keys = await client.query<{ gone: boolean }>(
      'SELECT wrapped IS NULL AS gone FROM data_key WHERE owner = $1',
      [id('watanabe')],
    );
    expect(keys.rows).toEqual([{ gone: true }]);
    const left = await recordsOf('watanabe');
    expect(left.map(({ body }) => body)).toEqual(left.map(() => ({ form: 1, sealed: '' })));
    // What somebody has copied before opens with nothing any more.
    const vault = world.app.get(Vault);
    vault.forget();
    expect(JSON.stringify(await vault.opened('01', copied))).not.toMatch(/渡邉|褥瘡|訪問看護/);
    expect((await verifyLog(client, '01', [])).faults).toEqual([]);
  });

  it('is found by nobody, and what was written of others is', async () => {
    expect(await found('わたなべ')).toEqual([[], []]);
    expect(await found('訪問看護')).toEqual([[], [stepOf('open')]]);
    expect(await found('褥瘡')).toEqual([[], [stepOf('open')]]);
    expect(await found('消去')).toEqual([[], []]);
    expect(await indexed(copied)).toBe(0);
  });

  it('is said to be erased where it stood', async () => {
    const page = await get<{ state: string; identity: object; commands: string[]; entries: { type: string }[] }>(
      'coordinator',
      `patients/${id('watanabe')}`,
    );
    expect(page).toMatchObject({
      state: 'ERASED',
      identity: { name: '（消去済み）', birthDate: '', address: '' },
      commands: [],
    });
    expect(page.entries.at(-1)).toMatchObject({
      type: 'PatientErased',
      role: 'admin',
      details: { reason: 'person_asked', records: copied.length },
    });
    const timeline = await get<{ patient: object; entries: { texts: { text: string }[] }[] }>(
      'coordinator',
      `cases/${stepOf('over')}/timeline`,
    );
    expect(timeline.patient).toMatchObject({ name: '（消去済み）' });
    const texts = timeline.entries.flatMap((entry) => entry.texts.map(({ text }) => text));
    expect(texts.length).toBeGreaterThan(1);
    expect(new Set(texts)).toEqual(new Set(['（消去済み）']));
    const own = await get<{ entries: { texts: { text: string }[] }[] }>(
      'coordinator',
      `cases/${id('watanabe')}/timeline`,
    );
    expect(own.entries[0]?.texts).toEqual([{ kind: 'patient_identity', text: '（消去済み）' }]);
    const list = await get<{ rows: { about: { id: string }; patient: { name: string } | null }[] }>(
      'coordinator',
      'cases',
    );
    expect(list.rows.find(({ about }) => about.id === stepOf('over'))?.patient).toMatchObject({
      name: '（消去済み）',
    });
  });

  it('is not begun anew under the same record, and the person can be registered again as another', async () => {
    const { patients } = SCENARIO;
    const { id: _id, careManager: _carer, ...again } = patients[0] as (typeof patients)[number];
    const logged = consultation(5, id('watanabe'), 'もう一度', 'again').with;
    expect((await post('coordinator', 'consultations', logged)).status).toBe(404);
    expect(await post('coordinator', 'patients', again)).toMatchObject({ status: 201, body: { state: 'REGISTERED' } });
  });

  it('stays erased when what is derived is made anew from the log', async () => {
    const tables = await rebuild(world.app);
    expect(tables.filter(({ same }) => !same)).toEqual([]);
    expect(await indexed(copied)).toBe(0);
    expect(await found('褥瘡')).toEqual([[], [stepOf('open')]]);
  });
});
