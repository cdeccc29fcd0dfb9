import { idOf } from '#kernel';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { createDatabase, dropDatabase, migrate } from '../../migrations/run.js';
import { builtOpenApi, faultsOf, operationsOf } from '#test/open-api.js';
import { testServer } from '#test/server.js';

const file = JSON.parse(readFileSync('test/scenarios/missed-handover.json', 'utf8')) as {
  users: object[];
  organizations: object[];
  patients: { id: string }[];
  steps: { at: string }[];
};

const WRITTEN_DOWN = '2025-06-06T16:00:00+09:00';

describe('what each person sees', () => {
  const connection = { ...testServer(), database: `boards_${process.pid}` };
  const document = builtOpenApi();
  let world: World;
  let play: Play;
  let caseId: string;
  let quietId: string;

  beforeAll(async () => {
    await createDatabase(connection);
    await migrate(connection);
    world = await World.open({
      connection,
      queue: { kind: 'none' },
      queuePrefix: 'b',
      start: '2025-06-02T09:00:00+09:00',
    });
    const scenario = readScenario(
      JSON.stringify({
        ...file,
        organizations: [
          ...file.organizations,
          { id: 'center', kind: 'public_health_center', name: '富良野保健所', municipality: '富良野市' },
          { id: 'other-office', kind: 'care_management_office', name: 'よその事業所', municipality: '名寄市' },
          { id: 'far-clinic', kind: 'clinic', name: 'よその診療所', municipality: '名寄市' },
          { id: 'far-other-clinic', kind: 'clinic', name: 'もう一つの診療所', municipality: '名寄市' },
          { id: 'near-clinic', kind: 'clinic', name: '富良野の診療所', municipality: '富良野市' },
        ],
        users: [
          ...file.users,
          { id: 'officer', role: 'health_centre_officer', organization: 'center' },
          { id: 'council', role: 'council_secretariat', organization: 'center' },
          { id: 'admin', role: 'admin', organization: 'center' },
          { id: 'stranger', role: 'care_manager', organization: 'other-office' },
          { id: 'far-doctor', role: 'primary_physician', organization: 'far-clinic' },
          { id: 'far-colleague', role: 'secondary_physician', organization: 'far-other-clinic' },
          { id: 'near-doctor', role: 'secondary_physician', organization: 'near-clinic' },
        ],
        patients: [...file.patients, { ...file.patients[0], id: 'quiet' }],
        steps: [
          // Interview, plan, conference and planned day are written down at one moment.
          ...file.steps.map((step) => (step.at.startsWith('2025-06-06') ? { ...step, at: WRITTEN_DOWN } : step)),
          {
            at: '2025-06-23T12:00:00+09:00',
            as: 'nurse',
            do: 'RegisterAdmission',
            with: {
              patient: 'quiet',
              hospital: 'hospital',
              admissionKind: 'planned',
              admittedAt: '2025-06-23T09:00:00+09:00',
              ward: '東3病棟',
            },
          },
        ],
        until: '2025-06-24T09:00:00+09:00',
        expect: {},
      }),
    );
    play = new Play(world, scenario, 'boards');
    await play.all();
    caseId = play.idOfResult(0);
    quietId = play.idOfResult(file.steps.length);
  });
  afterAll(async () => {
    await world.close();
    await dropDatabase(connection);
  });

  const get = (user: string, path: string) => play.get(user, `/api/v1/${path}`);
  const rowsOf = async (user: string) =>
    (
      (await get(user, 'board')).body as {
        rows: {
          id: string;
          mine: boolean;
          promisable: boolean;
          promisedBy: object | null;
          ward: string | null;
          about: { id: string };
          patient: { name: string } | null;
        }[];
      }
    ).rows;

  it('shows the missed handover with its name to those who care for the person', async () => {
    for (const user of ['nurse', 'care-manager', 'coordinator']) {
      const row = (await rowsOf(user)).find(({ about }) => about.id === caseId);
      expect(row?.patient?.name).toBe('髙橋 ハナ');
    }
  });

  it('tells of what is owed from its beginning, though the log holds only what the engine did', async () => {
    const { body } = await get('nurse', `cases/${quietId}/timeline`);
    const { entries } = body as { entries: { type: string; position: number }[] };
    const [first, second] = entries;
    expect(first?.type).toBe('AdmissionRegistered');
    expect(second).toMatchObject({
      type: 'ObligationOpened',
      position: first?.position,
      details: { step: 'screening' },
    });
    // Of several commands at one moment each is followed by what it led to.
    const whole = (await get('nurse', `cases/${caseId}/timeline`)).body as { entries: typeof entries };
    const positions = whole.entries.map(({ position }) => position);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    const admin = (await get('admin', 'events?limit=1000')).body as { events: { type: string }[] };
    expect(admin.events.map(({ type }) => type)).toContain('ObligationChased');
    expect(admin.events.map(({ type }) => type)).not.toContain('ObligationOpened');
  });

  it('shows the officer the case without a name, and no text', async () => {
    const row = (await rowsOf('officer')).find(({ about }) => about.id === caseId);
    expect(row).toBeDefined();
    for (const path of ['board', `cases/${caseId}/timeline`, 'patients'])
      expect(JSON.stringify((await get('officer', path)).body)).not.toContain('髙橋');
  });

  it('puts a discharge case on the coordinator’s board once it has escalated; until then he reads how it stands, and no text', async () => {
    const rows = (await rowsOf('coordinator')).map(({ about }) => about.id);
    expect([rows.includes(caseId), rows.includes(quietId)]).toEqual([true, false]);
    const textsOf = async (user: string, id: string) => {
      const { status, body } = await get(user, `cases/${id}/timeline`);
      expect(status).toBe(200);
      return (body as { entries: { texts: { kind: string }[] }[] }).entries.flatMap(({ texts }) => texts);
    };
    expect(await textsOf('nurse', quietId)).toMatchObject([{ kind: 'admission_ward' }]);
    expect(await textsOf('coordinator', quietId)).toEqual([]);
  });

  it('says in which ward a person lies to those who care there, and in which somebody works', async () => {
    const wards = async (user: string, id: string) =>
      new Set((await rowsOf(user)).filter(({ about }) => about.id === id).map(({ ward }) => ward));
    expect(await wards('nurse', quietId)).toEqual(new Set(['東3病棟']));
    expect(await wards('nurse', caseId)).toEqual(new Set([null]));
    expect(await wards('officer', quietId)).toEqual(new Set([null]));
    const admin = await world.sessions.open('01', idOf('scenario', 'boards', 'admin'));
    const { status, body } = await world.post(
      '/api/v1/users',
      { authorization: `Bearer ${admin}`, 'idempotency-key': randomUUID() },
      { role: 'ward_nurse', organization: idOf('scenario', 'boards', 'hospital'), name: '棟方', ward: '東3病棟' },
    );
    expect(status).toBe(201);
    const authorization = `Bearer ${await world.sessions.open('01', (body as { id: string }).id)}`;
    expect((await world.get('/api/v1/me', { authorization })).body).toMatchObject({ name: '棟方', ward: '東3病棟' });
    expect((await get('nurse', 'me')).body).toMatchObject({ ward: null });
  });

  it('tells each person what he may do now, and what he may begin', async () => {
    const commandsOf = async (user: string, id: string) =>
      ((await get(user, `cases/${id}/timeline`)).body as { commands: string[] }).commands;
    expect(await commandsOf('nurse', quietId)).toEqual(
      expect.arrayContaining(['ScreenForDischargeSupport', 'RecordDischarge']),
    );
    expect(await commandsOf('nurse', quietId)).not.toContain('AcknowledgeHandover');
    expect(await commandsOf('coordinator', quietId)).toEqual(['IdentifyCareManager', 'ExcludeFromSurvey']);
    const begins = async (user: string) => ((await get(user, 'me')).body as { commands: string[] }).commands;
    expect(await begins('nurse')).toEqual(['RegisterPatient', 'RegisterAdmission', 'RequestCall', 'OpenInEmergency']);
    expect(await begins('coordinator')).toContain('LogConsultation');
    expect(await begins('council')).not.toContain('LogConsultation');
  });

  it('offers a night call only to those who have somebody to ask it for', async () => {
    const offered = async (user: string) =>
      ((await get(user, 'me')).body as { commands: string[] }).commands.includes('RequestEmergencyBackup');
    // A person whom no physician has is anybody's of the area; of another area, nobody's.
    expect([await offered('near-doctor'), await offered('far-doctor')]).toEqual([true, false]);
    const { status } = await play.as(
      'far-doctor',
      '/api/v1/patients',
      {
        name: '試験 名寄',
        kana: 'シケン ナヨロ',
        birthDate: '1940-01-01',
        sex: 'male',
        municipality: '名寄市',
        primaryPhysician: idOf('scenario', 'boards', 'far-clinic'),
      },
      randomUUID(),
    );
    expect(status).toBe(201);
    expect([await offered('far-doctor'), await offered('far-colleague')]).toEqual([true, false]);
  });

  it('ends a stream with its session', async () => {
    const token = await world.sessions.open('01', idOf('scenario', 'boards', 'nurse'));
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${await world.app.getUrl()}/api/v1/stream`, { headers });
    let heard = '';
    for await (const part of response.body ?? []) {
      heard += Buffer.from(part as Uint8Array).toString();
      // Past this process, as another one would: no beat is waited for.
      if (heard.includes('event: board'))
        await world.databases.writer.query('DELETE FROM session WHERE token_hash = sha256($1::bytea)', [token]);
    }
    expect(heard).toContain('event: board');
    expect(heard).not.toContain('event: beat');
    expect((await get('nurse', 'board')).status).toBe(200);
  });

  it('streams a board once, then what changes of it; taken up where nothing has changed, it does not repeat it', async () => {
    const token = await world.sessions.open('01', idOf('scenario', 'boards', 'nurse'));
    const listen = async (until: RegExp, last?: string, then?: () => Promise<unknown>): Promise<string> => {
      const headers = { authorization: `Bearer ${token}`, ...(last !== undefined && { 'last-event-id': last }) };
      const over = new AbortController();
      const response = await fetch(`${await world.app.getUrl()}/api/v1/stream`, { headers, signal: over.signal });
      let heard = '';
      for await (const part of response.body ?? []) {
        heard += Buffer.from(part as Uint8Array).toString();
        if (until.test(heard)) break;
        if (then && heard.includes('event: board') && heard.endsWith('\n\n')) {
          await then();
          then = undefined;
        }
      }
      over.abort();
      return heard;
    };
    const first = await listen(/event: board[\s\S]*\n\n/);
    const mark = /^id: (\w+)$/m.exec(first)?.[1];
    expect(mark).toBeDefined();
    const again = await listen(/event: (beat|board)[\s\S]*\n\n/, mark);
    expect(again).toContain('event: beat');
    expect(again).not.toContain('event: board');
    // A mark that nobody keeps any more, and one that nobody ever gave.
    for (const other of ['0000000000000000', '; DROP'])
      expect(await listen(/event: (beat|board)[\s\S]*\n\n/, other)).toContain('event: board');
    const row = (await rowsOf('nurse')).find(({ promisable }) => promisable);
    const changing = await listen(/event: change[\s\S]*\n\n/, undefined, () =>
      world.post(
        `/api/v1/obligations/${row?.id}/promises`,
        { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
        { until: '2025-06-25T00:00:00Z' },
      ),
    );
    const change = JSON.parse(/event: change[\s\S]*?^data: (.+)$/m.exec(changing)?.[1] ?? '{}') as {
      rows: { id: string; state: string }[];
      gone: string[];
    };
    expect(change.rows.map(({ id, state }) => [id, state])).toEqual([[row?.id, 'promised']]);
    expect(change.gone).toEqual([]);
  });

  it('names whoever promised, and where no name is known the role and the institution', async () => {
    const promisers = async (user: string) =>
      (await rowsOf(user)).flatMap(({ promisedBy }) => (promisedBy ? [promisedBy] : []));
    expect(await promisers('nurse')).toEqual([{ role: null, name: 'nurse' }]);
    const about = (await rowsOf('nurse')).find(({ promisedBy }) => promisedBy)?.about.id;
    const { body } = await get('nurse', `cases/${about}/timeline`);
    const { obligations } = body as { obligations: { state: string; promisedBy: object | null }[] };
    expect(obligations.filter(({ state }) => state === 'promised').map(({ promisedBy }) => promisedBy)).toEqual([
      { role: null, name: 'nurse' },
    ]);
    const said = await world.databases.writer.query(`SELECT payload FROM event WHERE type = 'ObligationPromised'`);
    expect(JSON.stringify(said.rows)).not.toContain('nurse');

    const admin = new pg.Client(connection);
    await admin.connect();
    await admin.query(`UPDATE personal_record SET kind = 'forgotten' WHERE kind = 'user_name' AND about = $1`, [
      idOf('scenario', 'boards', 'nurse'),
    ]);
    const [nameless] = await promisers('nurse');
    await admin.query(`UPDATE personal_record SET kind = 'user_name' WHERE kind = 'forgotten'`);
    await admin.end();
    expect(nameless).toEqual({ role: 'discharge_nurse', name: '富良野中央病院' });
  });

  it('answers nobody in the name of whoever signed in after them', async () => {
    const authorization = `Bearer ${await world.sessions.open('01', idOf('scenario', 'boards', 'nurse'))}`;
    const meant = (user: string) =>
      world.get('/api/v1/drafts', { authorization, 'tsunagi-user': idOf('scenario', 'boards', user) });
    expect((await meant('nurse')).status).toBe(200);
    expect(await meant('coordinator')).toMatchObject({ status: 409, body: { code: 'signed_in_as_another' } });
    // A browser can say it of a stream in the address alone.
    const stream = async (user: string) => {
      const over = new AbortController();
      const address = `${await world.app.getUrl()}/api/v1/stream?tsunagi-user=${idOf('scenario', 'boards', user)}`;
      const { status } = await fetch(address, { headers: { authorization }, signal: over.signal });
      over.abort();
      return status;
    };
    expect([await stream('nurse'), await stream('coordinator')]).toEqual([200, 409]);
  });

  it('ends the session of whoever was signed in with a browser before', async () => {
    const before = await world.sessions.open('01', idOf('scenario', 'boards', 'nurse'));
    process.env['DEMO_SIGN_IN'] = 'true';
    const { status } = await world
      .post(
        '/api/v1/sessions',
        { cookie: `tsunagi_session=${before}`, 'idempotency-key': randomUUID() },
        { userId: idOf('scenario', 'boards', 'coordinator') },
      )
      .finally(() => delete process.env['DEMO_SIGN_IN']);
    expect(status).toBe(201);
    expect((await world.get('/api/v1/me', { authorization: `Bearer ${before}` })).status).toBe(401);
  });

  it('answers a stranger as if the case did not exist', async () => {
    expect((await rowsOf('stranger')).filter(({ about }) => about.id === caseId)).toEqual([]);
    const { status, body } = await get('stranger', `cases/${caseId}/timeline`);
    const none = await get('stranger', `cases/${idOf('nothing')}/timeline`);
    expect(status).toBe(404);
    expect(body).toEqual(none.body);
  });

  it('gives councils issues and rates, and nobody a name there', async () => {
    for (const path of ['issues', 'agenda-items', 'rates?from=2025-06-01&to=2025-06-30']) {
      const { status, body } = await get('council', path);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/髙橋|タカハシ|1938/);
    }
    expect((await get('nurse', 'issues')).status).toBe(403);
    expect((await get('council', 'rates?from=2025-02-30')).status).toBe(422);
  });

  it.each([
    ['showBoard', 'nurse', () => 'board'],
    ['showBoard', 'coordinator', () => 'board'],
    ['showBoard', 'officer', () => 'board'],
    ['showTimeline', 'nurse', () => `cases/${caseId}/timeline`],
    ['listMessages', 'nurse', () => 'messages'],
    ['listPatients', 'nurse', () => 'patients'],
    ['listOrganizations', 'nurse', () => 'organizations'],
    ['listUsers', 'nurse', () => 'users'],
    ['listIssues', 'council', () => 'issues'],
    ['listRates', 'council', () => 'rates?from=2025-04-01'],
    ['replayEvents', 'admin', () => 'events?limit=1000'],
    ['getMe', 'nurse', () => 'me'],
  ])('answers %s of the %s as OpenAPI describes it', async (id, user, path) => {
    const { status, body } = await get(user, path());
    expect(status).toBe(200);
    expect([body].flat()).not.toHaveLength(0);
    const { operation } = operationsOf(document).find((described) => described.id === id) ?? {};
    expect(operation && faultsOf(document, operation, body)).toEqual([]);
  });

  it('offers the organizations of whichever kinds a form asks for, all at once', async () => {
    const kindsOf = async (query: string) => {
      const { body } = await get('nurse', `organizations${query}`);
      return new Set((body as { kind: string }[]).map(({ kind }) => kind));
    };
    expect(await kindsOf('?kind=hospital')).toEqual(new Set(['hospital']));
    expect(await kindsOf('?kind=hospital&kind=help_desk')).toEqual(new Set(['hospital', 'help_desk']));
    expect((await kindsOf('')).size).toBeGreaterThan(2);
    expect(await kindsOf('?kind=none')).toEqual(new Set());
  });

  it('says whom the next step tells in codes, for the page has the words', async () => {
    const { rows } = (await get('coordinator', 'board')).body as {
      rows: { step: string; next: { to: object[] } | null }[];
    };
    const toldOf = (wanted: string) => rows.find(({ step }) => step === wanted)?.next?.to;
    expect(toldOf('first_action')).toEqual([{ role: 'base_secretariat', name: null }]);
    expect(toldOf('long_open')).toEqual([{ role: 'coordinator', name: '富良野市在宅医療・介護連携相談窓口' }]);
  });

  it('records every look at a name', async () => {
    const { rows } = await world.databases.writer.query<{ looks: number }>(
      `SELECT count(*) AS looks FROM read_log WHERE purpose = 'board' AND role = 'discharge_nurse'`,
    );
    expect(rows[0]?.looks).toBeGreaterThan(0);
  });

  it('streams of a long board what one sees first, and then the rest', async () => {
    const token = await world.sessions.open('01', idOf('scenario', 'boards', 'coordinator'));
    const headers = { authorization: `Bearer ${token}` };
    for (let n = 0; n < 120; n++) {
      const { status } = await world.post(
        '/api/v1/consultations',
        { ...headers, 'idempotency-key': randomUUID() },
        {
          channel: 'phone',
          consulter: { side: 'care', profession: 'care_manager' },
          scene: 'discharge_support',
          topics: ['discharge_coordination'],
          summary: '主治医の指示をどの窓口に依頼すればよいかという相談。',
        },
      );
      expect(status).toBe(201);
    }
    const all = await rowsOf('coordinator');
    expect(all.length).toBeGreaterThan(200);
    const over = new AbortController();
    const response = await fetch(`${await world.app.getUrl()}/api/v1/stream`, { headers, signal: over.signal });
    let heard = '';
    for await (const part of response.body ?? []) {
      heard += Buffer.from(part as Uint8Array).toString();
      if (/event: change[\s\S]*\n\n$/.test(heard)) break;
    }
    over.abort();
    const [first, rest] = [...heard.matchAll(/^data: (.+)$/gm)].map(
      ([, data = '']) => JSON.parse(data) as { more?: boolean; rows: { id: string; mine: boolean }[]; gone?: string[] },
    );
    expect(first?.more).toBe(true);
    const leading = (mine: boolean) => all.filter((row) => row.mine === mine).slice(0, 30);
    const idsOf = (rows: readonly { id: string }[] = []) => rows.map(({ id }) => id).toSorted();
    expect(idsOf(first?.rows)).toEqual(idsOf([...leading(true), ...leading(false)]));
    expect(rest?.gone).toEqual([]);
    expect(idsOf([...(first?.rows ?? []), ...(rest?.rows ?? [])])).toEqual(idsOf(all));
    // Only where all of it has come may a reader later say that he knows it.
    expect(/^id: [0-9a-f]{16}$/m.test(heard.slice(0, heard.indexOf('event: change')))).toBe(false);
  });
});
