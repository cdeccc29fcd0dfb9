import { randomUUID } from 'node:crypto';
import { Kinds } from '#cases';
import { idOf, type Role } from '#kernel';
import { Followers, Vault } from '#platform';
import { builtOpenApi, faultsOf, operationsOf } from '#test/open-api.js';
import { clientOf, freshDatabase } from '#test/database.js';
import { rebuild } from '../../apps/cli/rebuild.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import type { CaseFound, CaseList, Found } from './http/search.dto.js';
import { nameToken, pairTokens } from './domain/tokens.js';
import { seersOf } from './seers.js';
import { Sights } from './views/sight.js';

const at = (day: number, hour = 10) =>
  `2025-06-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+09:00`;
const asked = {
  channel: 'phone',
  scene: 'daily_care',
  topics: ['night_holiday_cover'],
  urgency: 'normal',
  consulter: { side: 'care', profession: 'care_manager' },
};
const log = (day: number, as: string, save: string, more: object) => ({
  at: at(day),
  as,
  do: 'LogConsultation',
  with: { ...asked, ...more },
  save,
});
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
  name: 'search',
  prefecture: '01',
  clock: at(2, 9),
  organizations: [
    { id: 'desk', kind: 'help_desk', name: '富良野相談窓口', municipality: '富良野市' },
    { id: 'far-desk', kind: 'help_desk', name: '名寄相談窓口', municipality: '名寄市' },
    { id: 'base', kind: 'cooperation_base', name: '拠点', municipality: '富良野市' },
    { id: 'hospital', kind: 'hospital', name: '富良野病院', municipality: '富良野市' },
    { id: 'office', kind: 'care_management_office', name: '桜ケアプラン', municipality: '富良野市' },
    { id: 'far-office', kind: 'care_management_office', name: '名寄ケアプラン', municipality: '名寄市' },
    { id: 'center', kind: 'public_health_center', name: '富良野保健所', municipality: '富良野市' },
  ],
  users: [
    { id: 'coordinator', role: 'coordinator', organization: 'desk' },
    { id: 'far-coordinator', role: 'coordinator', organization: 'far-desk' },
    { id: 'secretary', role: 'base_secretariat', organization: 'base' },
    { id: 'nurse', role: 'discharge_nurse', organization: 'hospital' },
    { id: 'care-manager', role: 'care_manager', organization: 'office' },
    { id: 'stranger', role: 'care_manager', organization: 'far-office' },
    { id: 'officer', role: 'health_centre_officer', organization: 'center' },
    { id: 'admin', role: 'admin', organization: 'center' },
    { id: 'council', role: 'council_member', organization: 'center' },
  ],
  patients: [
    person('watanabe', '渡邉　花子', 'ワタナベ ハナコ', '富良野市', { careManager: 'care-manager' }),
    person('ono', '大野 健一', 'オオノ ケンイチ', '富良野市'),
    person('far', '渡辺 純一', 'ワタナベ ジュンイチ', '名寄市'),
  ],
  steps: [
    log(2, 'coordinator', 'wound', {
      patient: 'watanabe',
      summary: '褥瘡の処置と気管切\n開の吸引について。𠮷田医院へ。',
      consulter: {
        side: 'care',
        organization: 'office',
        profession: 'care_manager',
        callbackTo: '桜ケアプラン ０１６７−２３ー１２３４',
      },
    }),
    log(3, 'coordinator', 'open', { patient: 'ono', summary: '夜間の訪問看護を探している。疥癬。' }),
    log(3, 'far-coordinator', 'far', { patient: 'far', summary: '名寄での褥瘡の相談。電話 01654-2-1234' }),
    {
      at: at(4),
      as: 'coordinator',
      do: 'RecordConsultationAction',
      with: { consultation: '$wound', kind: 'advice', minutes: 5, note: '虐待のおそれ。携帯 +81 90-1234-5678' },
    },
    {
      at: at(5),
      as: 'coordinator',
      do: 'CloseConsultation',
      with: { consultation: '$wound', outcome: 'solved', issueAssessment: { raises: false } },
    },
    {
      at: at(6),
      as: 'nurse',
      do: 'RegisterAdmission',
      with: {
        patient: 'watanabe',
        hospital: 'hospital',
        admissionKind: 'planned',
        admittedAt: at(6, 9),
        ward: '東3病棟',
        careManager: 'care-manager',
      },
      save: 'stay',
    },
  ],
  until: at(8),
  expect: {},
};

describe('lists and search', () => {
  const document = builtOpenApi();
  let world: World;
  let play: Play;
  let drop: () => Promise<void>;
  let connection: Parameters<typeof clientOf>[0];

  beforeAll(async () => {
    ({ connection, drop } = await freshDatabase());
    const scenario = readScenario(JSON.stringify(SCENARIO));
    world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 's', start: scenario.clock });
    play = new Play(world, scenario, 'search');
    await play.all();
  });
  afterAll(async () => {
    await world.close();
    await drop();
  });

  const idOfStep = (save: string) =>
    play.idOfResult(SCENARIO.steps.findIndex((step) => 'save' in step && step.save === save));
  const search = async (user: string, q: string, more: object = {}) => {
    const { status, body } = await play.as(user, '/api/v1/search', { q, ...more }, randomUUID());
    expect([status, body]).toEqual([200, expect.anything()]);
    return body as Found;
  };
  const list = async (user: string, query = '') => {
    const { status, body } = await play.get(user, `/api/v1/cases${query}`);
    expect([status, body]).toEqual([200, expect.anything()]);
    return body as CaseList;
  };
  const people = async (user: string, q: string) => (await search(user, q)).people.map(({ name }) => name);
  const cases = async (user: string, q: string) => (await search(user, q)).cases.map(({ about }) => about.id);
  const listed = async (user: string, query = '') => (await list(user, query)).rows.map(({ about }) => about.id);

  it('is played as written', () => expect(play.failures).toEqual([]));

  describe('people', () => {
    it.each(['渡邉', '渡辺', '渡邊花子', '花子 渡辺', 'わたなべ', 'ﾜﾀﾅﾍﾞ ﾊﾅｺ', 'watanabe', 'Hanako Watanabe', '花子'])(
      'are found by %s, with the cases of theirs that one sees',
      async (q) => {
        const found = await search('coordinator', q);
        expect(found.people.map(({ name }) => name)).toEqual(['渡邉　花子']);
        expect(found.people[0]?.cases.map(({ about }) => about.id).toSorted()).toEqual(
          [idOfStep('wound'), idOfStep('stay')].toSorted(),
        );
      },
    );

    it.each(['ohno', 'ōno', 'oono ken-ichi', 'おおの', '大埜'])('are found by %s', async (q) => {
      expect(await people('coordinator', q)).toEqual(['大野 健一']);
    });

    it('are of the reader’s own, whoever else is called so', async () => {
      expect(await people('far-coordinator', 'わたなべ')).toEqual(['渡辺 純一']);
      expect(await people('care-manager', 'わたなべ')).toEqual(['渡邉　花子']);
      expect(await people('nurse', 'watanabe')).toEqual(['渡邉　花子']);
      expect(await people('nurse', 'ohno')).toEqual([]);
      expect(await people('stranger', 'わたなべ')).toEqual([]);
    });

    it('are found among hundreds of the same name, by who sees few of them', async () => {
      const client = await clientOf(connection);
      try {
        // Named more shortly than the one who is meant, and nobody's whom the reader sees.
        await client.query(
          `INSERT INTO personal_record SELECT prefecture, md5('other' || n)::uuid, 'other', about, subject, body, stored_at
             FROM generate_series(1, 600) n, (SELECT * FROM personal_record LIMIT 1) one`,
        );
        await client.query(
          `INSERT INTO search_name (prefecture, token, person, record, length)
           SELECT '01', $1, gen_random_uuid(), md5('other' || n)::uuid, 2 FROM generate_series(1, 600) n`,
          (await world.app.get(Vault).blinder('01'))([nameToken('kわたなべ')]),
        );
        expect(await people('care-manager', 'わたなべ')).toEqual(['渡邉　花子']);
      } finally {
        await client.query(`DELETE FROM personal_record WHERE kind = 'other'`);
        await client.end();
      }
    });

    it('are nobody to who works without names', async () => {
      for (const user of ['officer', 'admin', 'council']) {
        expect(await search(user, '渡邉')).toEqual({ people: [], morePeople: false, cases: [], next: null });
        expect(JSON.stringify(await list(user))).not.toMatch(/渡邉|ワタナベ|大野/);
      }
    });
  });

  describe('a text', () => {
    it.each([
      ['褥瘡', 'wound'],
      ['気管切開', 'wound'],
      ['ｷｶﾝ', undefined],
      ['吉田医院', 'wound'],
      ['吸引　褥瘡', 'wound'],
      ['疥癬', 'open'],
      ['虐待', 'wound'],
      ['褥創', undefined],
      ['%瘡', undefined],
    ])('that says %s is found in %s', async (q, save) => {
      expect(await cases('coordinator', q)).toEqual(save === undefined ? [] : [idOfStep(save)]);
    });

    it.each(['0167-23-1234', '０１６７２３１２３４', '23-1234', '090 1234 5678', '+81-90-1234-5678', '5678'])(
      'with a telephone number is found by %s',
      async (q) => {
        const found = await search('coordinator', q);
        expect(found.cases).toMatchObject([{ about: { id: idOfStep('wound') }, why: 'telephone' }]);
      },
    );

    it('is shown where it says so, as it was written', async () => {
      const [found] = (await search('coordinator', '吉田医院')).cases;
      expect(found).toMatchObject({ why: 'text', record: 'consultation_summary', caseState: 'CLOSED' });
      expect(found?.excerpt).toContain('𠮷田医院');
      expect(found?.patient?.name).toBe('渡邉　花子');
    });

    it('is found by who may read it: the asker by the question, not by what the desk notes for itself', async () => {
      expect(await cases('care-manager', '褥瘡')).toEqual([idOfStep('wound')]);
      expect(await cases('care-manager', '虐待')).toEqual([]);
      expect(await cases('care-manager', '0167-23-1234')).toEqual([]);
    });

    it('of a discharge case is found by the desk of its area once that has escalated, and not before', async () => {
      expect(await cases('nurse', '東3病棟')).toEqual([idOfStep('stay')]);
      const client = await clientOf(connection);
      const reach = async (level: number | null) => {
        await client.query('UPDATE obligation SET level = $2 WHERE case_id = $1', [idOfStep('stay'), level]);
        await client.query(`UPDATE follower SET position = 0 WHERE name = 'search.index'`);
        await world.app.get(Followers).catchUp();
      };
      try {
        expect(await cases('coordinator', '東3病棟')).toEqual([]);
        await reach(3);
        expect(await cases('coordinator', '東3病棟')).toEqual([idOfStep('stay')]);
        // A row that is not up to date yet shows nothing that the head no longer allows.
        await client.query('UPDATE obligation SET level = NULL WHERE case_id = $1', [idOfStep('stay')]);
        expect(await cases('coordinator', '東3病棟')).toEqual([]);
      } finally {
        await rebuild(world.app);
        await client.end();
      }
    });

    it.each(['2025-0001', '２０２５ー０００１', '20250001'])('does not hide the case of the number %s', async (q) => {
      for (const user of ['coordinator', 'care-manager', 'admin']) {
        const found = (await search(user, q)).cases.find(({ about }) => about.id === idOfStep('wound'));
        expect(found).toMatchObject({ why: 'number', number: '2025-0001', record: null });
      }
      expect(await cases('stranger', q)).toEqual([]);
    });

    it('finds nothing for one character, or for what nobody wrote', async () => {
      expect(await search('coordinator', '褥')).toEqual({ people: [], morePeople: false, cases: [], next: null });
    });
  });

  describe('a list', () => {
    it('has every case that one sees, the newest first, with the closed ones', async () => {
      expect(await listed('coordinator')).toEqual([idOfStep('stay'), idOfStep('open'), idOfStep('wound')]);
      expect(await listed('far-coordinator')).toEqual([idOfStep('far')]);
      expect(await listed('stranger')).toEqual([]);
    });

    it.each([
      ['kind=consultation', ['open', 'wound']],
      ['kind=consultation&state=open', ['open']],
      ['state=over', ['wound']],
      ['over=2025-06', ['wound']],
      ['over=this', ['wound']],
      ['over=2025-05', []],
      ['mine=1', ['open', 'wound']],
      ['untouched=1&kind=consultation', ['open']],
      ['overdue=1&kind=consultation', ['open']],
    ])('is narrowed by %s', async (query, saves) => {
      expect(await listed('coordinator', `?${query}`)).toEqual(saves.map(idOfStep));
    });

    it('says what is owed next, and since when a case is over', async () => {
      const { rows } = await list('coordinator', '?kind=consultation');
      expect(rows).toMatchObject([
        { caseState: 'TRIAGED', overdue: true, step: 'first_action', mine: true, overAt: null, place: '富良野市' },
        { caseState: 'CLOSED', overdue: false, step: null, dueAt: null, overAt: '2025-06-05T01:00:00.000Z' },
      ]);
    });

    it('stays over since it was, whatever is said of it later', async () => {
      const { status } = await play.as(
        'coordinator',
        `/api/v1/consultations/${idOfStep('wound')}/links`,
        { dischargeCase: idOfStep('stay') },
        randomUUID(),
      );
      expect(status).toBe(201);
      await world.settle();
      expect((await list('coordinator', '?state=over')).rows[0]?.overAt).toBe('2025-06-05T01:00:00.000Z');
    });

    it.each(['kind=nothing', 'state=closed', 'mine=yes', 'over=2025-13', 'organization=x', 'after=x'])(
      'refuses %s, and says why',
      async (query) => {
        const { status, body } = await play.get('coordinator', `/api/v1/cases?${query}`);
        expect(status).toBe(422);
        expect(body).toMatchObject({ code: 'invalid_input' });
      },
    );
  });

  it('answers as OpenAPI describes it', async () => {
    const operations = operationsOf(document);
    const faults = (id: string, answer: unknown) => {
      const { operation } = operations.find((described) => described.id === id) ?? {};
      return operation ? faultsOf(document, operation, answer) : ['not described'];
    };
    expect(faults('listCases', await list('coordinator'))).toEqual([]);
    expect(faults('search', await search('coordinator', 'わたなべ'))).toEqual([]);
    expect(faults('search', await search('coordinator', '褥瘡'))).toEqual([]);
  });

  it('puts every look on record', async () => {
    const looks = async () =>
      Number(
        (
          await world.databases.writer.query<{ n: number }>(
            `SELECT count(*) AS n FROM read_log WHERE purpose = 'search' AND role = 'coordinator'`,
          )
        ).rows[0]?.n,
      );
    const before = await looks();
    await search('coordinator', '褥瘡');
    expect(await looks()).toBeGreaterThan(before);
  });

  it('proposes exactly what the function of the boards shows, for everyone and every case', async () => {
    const kinds = world.app.get(Kinds);
    const { rows: cast } = await world.databases.writer.query<{ userId: string; role: Role; orgId: string }>(
      `SELECT user_id AS "userId", role, organization_id AS "orgId" FROM account WHERE prefecture = '01'`,
    );
    expect(cast.length).toBeGreaterThan(8);
    const compared = { seen: 0, hidden: 0 };
    for (const actor of cast) {
      const caller = { prefecture: '01', actor, area: {} as never };
      const { seers } = await world.app.get(Sights).of(caller);
      const { rows } = await world.databases.writer.query<{ kind: string; proposed: boolean; seen: boolean }>(
        `SELECT h.kind, c.seers && $4::bigint[] AS proposed,
                coalesce($5::jsonb -> h.kind ?| app.relations_to(h, app.standing($1, $2, $3)), false) AS seen
           FROM search_case c JOIN stream_head h ON h.prefecture = c.prefecture AND h.stream = c.stream`,
        ['01', actor.userId, actor.orgId, seers, JSON.stringify(kinds.sightOf(actor.role))],
      );
      expect(rows.filter(({ proposed, seen }) => proposed !== seen)).toEqual([]);
      for (const { seen } of rows) compared[seen ? 'seen' : 'hidden']++;
    }
    expect(Math.min(compared.seen, compared.hidden)).toBeGreaterThan(10);
    expect(seersOf('01', 'consultation', {})).not.toEqual(seersOf('02', 'consultation', {}));
  });

  it('is made anew from the log as it was, and takes along what the personal store forgets', async () => {
    const tables = await rebuild(world.app);
    expect(tables.filter(({ same }) => !same)).toEqual([]);
    const client = await clientOf(connection);
    try {
      await client.query('BEGIN');
      await client.query(`DELETE FROM personal_record WHERE kind IN ('consultation_summary', 'patient_identity')`);
      const { rows } = await client.query(
        `SELECT (SELECT count(*)::int FROM search_name) AS names,
                (SELECT count(*)::int FROM search_text WHERE kind = 'consultation_summary') AS texts`,
      );
      expect(rows).toEqual([{ names: 0, texts: 0 }]);
    } finally {
      await client.query('ROLLBACK');
      await client.end();
    }
  });

  describe('who may not see a case', () => {
    const everything = async (user: string) => {
      const answers: unknown[] = [];
      for (const q of ['褥瘡', '相談', '秘密の言葉', 'わたなべ', 'watanabe', '0167-99-8877', '純一'])
        answers.push(await search(user, q));
      for (const query of [
        '',
        '?state=open',
        '?mine=1',
        '?overdue=1',
        '?untouched=1',
        '?kind=consultation',
        '?after=5',
      ]) {
        const { now: _now, ...page } = await list(user, query);
        answers.push(page);
      }
      return JSON.stringify(answers);
    };

    it('hears the very same before it exists and after, in search, lists, and pages, and by no count', async () => {
      const [before, strange] = [await everything('far-coordinator'), await everything('stranger')];
      const own = await everything('coordinator');
      const { status } = await play.as(
        'coordinator',
        '/api/v1/consultations',
        { ...asked, patient: idOf('scenario', 'search', 'watanabe'), summary: '秘密の言葉。褥瘡の相談。 0167-99-8877' },
        randomUUID(),
      );
      expect(status).toBe(201);
      await world.settle();
      expect(await everything('coordinator')).not.toBe(own);
      expect(await everything('far-coordinator')).toBe(before);
      expect(await everything('stranger')).toBe(strange);
    });

    it('costs the index no row more: what is hidden is not fetched and then thrown away', async () => {
      const thrownAway = async () => {
        const { seers } = await world.app.get(Sights).of({
          prefecture: '01',
          actor: { userId: randomUUID(), role: 'care_manager', orgId: idOf('scenario', 'search', 'far-office') },
          area: {} as never,
        });
        const { rows } = await world.databases.writer.query<{ 'QUERY PLAN': object[] }>(
          `EXPLAIN (ANALYZE, FORMAT JSON) SELECT stream FROM search_text WHERE seers && $1::bigint[] AND grams @> $2::bigint[]`,
          [seers, (await world.app.get(Vault).blinder('01'))(pairTokens([0x8925 * 0x110000 + 0x7621]))],
        );
        return JSON.stringify(rows[0]?.['QUERY PLAN']);
      };
      const plan = await thrownAway();
      expect(plan).toContain('search_text_words');
      expect(plan).not.toMatch(/"Rows Removed by (?:Filter|Index Recheck)": [1-9]/);
    });

    it('learns nothing while the index lags behind a case that has left his hands', async () => {
      const referred = (await search('coordinator', '疥癬')).cases[0] as CaseFound;
      const client = await clientOf(connection);
      try {
        // As if a fact that nobody has followed yet had taken it away.
        const { rows } = await client.query<{ relations: object }>(
          'SELECT relations FROM stream_head WHERE stream = $1',
          [referred.about.id],
        );
        await client.query(`UPDATE stream_head SET relations = '{}' WHERE stream = $1`, [referred.about.id]);
        expect(await cases('coordinator', '疥癬')).toEqual([]);
        expect(await people('coordinator', 'ohno')).toEqual(['大野 健一']);
        expect((await search('coordinator', 'ohno')).people[0]?.cases).toEqual([]);
        expect(await listed('coordinator', '?kind=consultation')).not.toContain(referred.about.id);
        await client.query('UPDATE stream_head SET relations = $2 WHERE stream = $1', [
          referred.about.id,
          rows[0]?.relations,
        ]);
      } finally {
        await client.end();
      }
    });
  });
});
