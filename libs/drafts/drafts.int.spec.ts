import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { idOf } from '#kernel';
import type { Connection } from '#platform';
import { clientOf, freshDatabase, refusedWith } from '#test/database.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { ClearDrafts } from './clear-drafts.js';
import { DRAFT_RULES } from './domain/draft.js';
import type { Draft, DraftListed } from './http/drafts.dto.js';

const WORDS = {
  summary: '下書きカナリア 妻が夜間に困っている',
  'consulter.side': 'care',
  topics: ['night_holiday_cover'],
};

let connection: Connection;
let drop: () => Promise<void>;
let world: World;
let stay: string;

beforeAll(async () => {
  ({ connection, drop } = await freshDatabase());
  const scenario = readScenario(
    readFileSync(new URL('../../test/scenarios/care-manager-changes.json', import.meta.url), 'utf8'),
  );
  world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'drafts', start: scenario.clock });
  const play = new Play(world, scenario, 'drafts');
  await play.all();
  if (play.failures.length > 0) throw new Error(play.failures.join('\n'));
  const { rows } = await world.databases.writer.query<{ stream: string }>(
    `SELECT stream FROM stream_head WHERE kind = 'discharge_case'`,
  );
  stay = rows[0]?.stream ?? '';
});
afterAll(async () => {
  await world.close();
  await drop();
});

const userId = (who: string): string => idOf('scenario', 'drafts', who);

async function ask<T = Draft>(who: string, method: string, path: string, body?: object, headers = {}) {
  const token = await world.sessions.open('01', userId(who));
  const response = await fetch(`${await world.app.getUrl()}/api/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    body: (text === '' ? {} : JSON.parse(text)) as T & { code: string; errors: { path: string; code: string }[] },
  };
}

const show = (who: string, at: string) => ask(who, 'GET', `drafts/${at}`);
const save = (who: string, at: string, version: number, values: object = WORDS, key: string = randomUUID()) =>
  ask<DraftListed>(who, 'PUT', `drafts/${at}`, { values, key }, { 'if-match': `"${version}"` });
const discard = (who: string, at: string) => ask(who, 'DELETE', `drafts/${at}`);
const listed = async (who: string) => (await ask<DraftListed[]>(who, 'GET', 'drafts')).body;
const aNew = (command: string) => `${command}/${randomUUID()}`;

describe('a draft', () => {
  it('comes back as it was typed, on whichever device its writer asks', async () => {
    const at = aNew('LogConsultation');
    const key = randomUUID();
    const saved = await save('coordinator', at, 0, WORDS, key);
    expect([saved.status, saved.etag, saved.body.version]).toEqual([200, '"1"', 1]);
    const { status, etag, body } = await show('coordinator', at);
    expect([status, etag]).toEqual([200, '"1"']);
    expect(body).toMatchObject({ command: 'LogConsultation', version: 1, key, away: false, values: WORDS });
    expect(Date.parse(body.expiresAt) - Date.parse(body.savedAt)).toBe(DRAFT_RULES.keptDays * 86_400_000);
    expect((await save('coordinator', at, 1, { summary: '' }, key)).body.version).toBe(2);
    expect((await show('coordinator', at)).body.values).toEqual({ summary: '' });
    expect((await listed('coordinator')).map(({ id }) => id)).toContain(at.split('/')[1]);
    expect((await discard('coordinator', at)).status).toBe(204);
    expect((await discard('coordinator', at)).status).toBe(204);
    expect((await show('coordinator', at)).status).toBe(404);
  });

  it('is its writer’s alone: for whoever else it is not there, colleague or not', async () => {
    const at = `SubmitHandover/${stay}`;
    await save('nurse', at, 0);
    for (const other of ['nurse-manager', 'care-manager-2', 'coordinator']) {
      expect([other, (await show(other, at)).status]).toEqual([other, 404]);
      expect(await listed(other)).toEqual([]);
      expect((await save(other, at, 1)).status).toBe(404);
      expect((await discard(other, at)).status).toBe(204);
    }
    expect((await show('nurse', at)).status).toBe(200);
    await discard('nurse', at);
  });

  it('is refused to a second device that goes on from an older version, and nothing of the first is lost', async () => {
    const at = aNew('LogConsultation');
    expect((await save('coordinator', at, 0, { summary: '机で' })).status).toBe(200);
    for (const older of [0, 2]) {
      const late = await save('coordinator', at, older, { summary: '電話で' });
      expect([late.status, late.body.code]).toEqual([412, 'stale_version']);
    }
    expect((await show('coordinator', at)).body.values).toEqual({ summary: '机で' });
    await discard('coordinator', at);
    expect((await save('coordinator', at, 1, { summary: '電話で' })).status).toBe(404);
  });

  it('is over once its form has been sent, with nothing more said, and its key cannot be used for another', async () => {
    const at = `RequestHandoverClarification/${stay}`;
    const beginning = aNew('LogConsultation');
    const key = randomUUID();
    await save('coordinator', beginning, 0, WORDS, key);
    await save('coordinator', at, 0, { text: '照会' });
    const sent = await ask(
      'coordinator',
      'POST',
      'consultations',
      {
        channel: 'phone',
        scene: 'daily_care',
        topics: ['night_holiday_cover'],
        summary: WORDS.summary,
        consulter: { side: 'care' },
      },
      { 'idempotency-key': key },
    );
    expect(sent.status).toBe(201);
    expect((await show('coordinator', beginning)).status).toBe(404);
    expect((await listed('coordinator')).map(({ command }) => command)).toEqual(['RequestHandoverClarification']);
    // A save that was under way, from this page or the other device, does not bring it back.
    for (const version of [0, 1]) {
      const late = await save('coordinator', beginning, version, WORDS, key);
      expect([late.status, late.body.code]).toEqual([409, 'draft_sent']);
    }
    expect((await save('coordinator', beginning, 0)).body.version).toBe(2);
    await discard('coordinator', beginning);
    await discard('coordinator', at);
  });

  it('of a case that is gone or no longer one’s own is still there for its writer, and says so', async () => {
    const lost = `ReassignCareManager/${stay}`;
    expect((await save('nurse', lost, 0, { reason: '書きかけ' })).body.away).toBe(false);
    const { rows } = await world.databases.writer.query<{ relations: object }>(
      'SELECT relations FROM stream_head WHERE stream = $1',
      [stay],
    );
    const relate = (relations: object | undefined) =>
      world.databases.writer.query('UPDATE stream_head SET relations = $2 WHERE stream = $1', [stay, relations]);
    await relate({});
    expect((await ask('nurse', 'GET', `cases/${stay}/timeline`)).status).toBe(404);
    expect((await show('nurse', lost)).body).toMatchObject({ away: true, values: { reason: '書きかけ' } });
    expect((await save('nurse', lost, 1, { reason: '書き続け' })).body.away).toBe(true);
    await relate(rows[0]?.relations);
    expect((await show('nurse', lost)).body).toMatchObject({ away: false, values: { reason: '書き続け' } });
    await discard('nurse', lost);
    const gone = aNew('AcknowledgeHandover');
    expect((await save('care-manager', gone, 0, { text: '消えた案件' })).body.away).toBe(true);
    expect((await show('care-manager', gone)).body).toMatchObject({ away: true, values: { text: '消えた案件' } });
    expect((await listed('care-manager')).map(({ away }) => away)).toEqual([true]);
    await discard('care-manager', gone);
  });

  it('of such a case is withheld where the writer’s role no longer works with names', async () => {
    const at = aNew('AcknowledgeHandover');
    await save('care-manager', at, 0, { text: '書きかけ' });
    const rename = (role: string) =>
      world.databases.writer.query(
        `UPDATE stream_head SET state = jsonb_set(state, '{role}', to_jsonb($2::text)) WHERE kind = 'user' AND stream = $1`,
        [userId('care-manager'), role],
      );
    await rename('council_member');
    expect((await show('care-manager', at)).status).toBe(403);
    await rename('care_manager');
    expect((await show('care-manager', at)).status).toBe(200);
    await discard('care-manager', at);
  });

  it('is over when nobody has touched it for as long as the rule says, and then cleared away', async () => {
    const [kept, forgotten] = [aNew('LogConsultation'), aNew('LogConsultation')];
    await save('coordinator', kept, 0);
    await save('coordinator', forgotten, 0);
    const now = Date.parse(await world.databases.now());
    await world.clock.moveTo(new Date(now + (DRAFT_RULES.keptDays - 1) * 86_400_000).toISOString());
    expect((await save('coordinator', kept, 1)).status).toBe(200);
    await world.clock.moveTo(new Date(now + DRAFT_RULES.keptDays * 86_400_000).toISOString());
    expect((await show('coordinator', forgotten)).status).toBe(404);
    expect((await show('coordinator', kept)).status).toBe(200);
    expect(await world.app.get(ClearDrafts).look()).toBeGreaterThan(0);
    const admin = await clientOf(connection);
    const { rows } = await admin.query<{ about: string }>('SELECT about FROM draft');
    await admin.end();
    expect(rows).toEqual([{ about: kept.split('/')[1] }]);
    await discard('coordinator', kept);
  });

  it.each([
    ['an unknown form', aNew('Nothing'), {}, 404],
    ['a command of a worker', `DeclareMissed/${randomUUID()}`, {}, 404],
    ['an id that is none', 'LogConsultation/1', {}, 404],
    ['no version', aNew('LogConsultation'), { headers: {} }, 428],
    ['a version that is none', aNew('LogConsultation'), { headers: { 'if-match': '*' } }, 400],
    ['a path that is none', aNew('LogConsultation'), { values: { 'a b': 'x' } }, 422],
    ['an object for a text', aNew('LogConsultation'), { values: { summary: { a: 'x' } } }, 422],
    ['a list for values', aNew('LogConsultation'), { values: [] }, 422],
    ['too much', aNew('LogConsultation'), { values: { summary: 'あ'.repeat(DRAFT_RULES.mostBytes / 3) } }, 422],
  ] as [string, string, { headers?: object; values?: object }, number][])(
    'is refused with %s',
    async (_what, at, { headers = { 'if-match': '"0"' }, values = WORDS }, status) => {
      const answer = await ask('coordinator', 'PUT', `drafts/${at}`, { values, key: randomUUID() }, headers);
      expect([answer.status, JSON.stringify(answer.body).includes('あああ')]).toEqual([status, false]);
    },
  );

  it('is refused where its writer has as many as the rule allows, and the older ones stay', async () => {
    const all = Array.from({ length: DRAFT_RULES.most }, () => aNew('LogConsultation'));
    for (const at of all) expect((await save('secretariat', at, 0)).status).toBe(200);
    const over = await save('secretariat', aNew('LogConsultation'), 0);
    expect([over.status, over.body.code]).toEqual([409, 'too_many_drafts']);
    expect(await listed('secretariat')).toHaveLength(DRAFT_RULES.most);
    expect((await save('secretariat', all[0] ?? '', 1)).status).toBe(200);
  });
});

describe('the words of a draft', () => {
  it('are shown by row-level security to their writer alone, whatever is asked of the database', async () => {
    await save('coordinator', aNew('LogConsultation'), 0);
    const writer = await clientOf(connection, 'tsunagi_writer');
    const reader = await clientOf(connection, 'tsunagi_reader');
    const as = (prefecture: string, person: string) =>
      writer.query(`SELECT set_config('app.prefecture', $1, false), set_config('app.person', $2, false)`, [
        prefecture,
        person,
      ]);
    const seen = async () =>
      (await writer.query<{ user_id: string }>('SELECT DISTINCT user_id FROM draft')).rows.map((row) => row.user_id);
    try {
      expect(await refusedWith(reader, 'SELECT FROM draft')).toBe('42501');
      await as('01', userId('coordinator'));
      expect(await seen()).toEqual([userId('coordinator')]);
      const { rowCount } = await writer.query(`UPDATE draft SET body = '{}' WHERE user_id <> app.person()`);
      expect(rowCount).toBe(0);
      expect(await refusedWith(writer, `UPDATE draft SET user_id = $1`, [userId('nurse')])).toBe('42501');
      for (const [prefecture, person] of [
        ['01', userId('nurse')],
        ['02', userId('coordinator')],
        ['01', ''],
        ['', ''],
      ] as const) {
        await as(prefecture, person);
        expect(await seen()).toEqual([]);
      }
    } finally {
      await Promise.all([writer.end(), reader.end()]);
    }
  });

  it('are in no other table, and each look at them is on record with its purpose', async () => {
    const at = aNew('LogConsultation');
    await save('coordinator', at, 0);
    await show('coordinator', at);
    await listed('coordinator');
    const admin = await clientOf(connection);
    try {
      const { rows } = await admin.query<{ table: string }>(
        `SELECT format('%I.%I', table_schema, table_name) AS table FROM information_schema.tables
          WHERE table_type = 'BASE TABLE' AND table_schema IN ('public', 'bullmq')`,
      );
      const holding: string[] = [];
      for (const { table } of rows) {
        const hits = await admin.query(`SELECT FROM ${table} t WHERE t::text LIKE '%下書きカナリア%' LIMIT 1`);
        if (hits.rowCount) holding.push(table);
      }
      // What was sent lies sealed where everything that was said about a person lies.
      expect(holding).toEqual(['public.draft']);
      const looks = await admin.query(`SELECT purpose, role FROM read_log WHERE about = $1`, [at.split('/')[1]]);
      expect(looks.rows).toEqual([{ purpose: 'draft', role: 'coordinator' }]);
    } finally {
      await admin.end();
    }
  });
});
