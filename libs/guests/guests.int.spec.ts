import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { getDocumentProxy, extractText } from 'unpdf';
import { idOf, plusMillis } from '#kernel';
import { clientOf, freshDatabase } from '#test/database.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';

const DAY_MS = 86_400_000;
/** The stay until the handover has been announced, and nothing of its end. */
const scenario = (() => {
  const whole = readScenario(readFileSync('test/scenarios/missed-handover.json', 'utf8'));
  const at = '2025-06-13T09:35:00+09:00';
  return {
    ...whole,
    until: at,
    organizations: [
      ...whole.organizations,
      { id: 'far-desk', kind: 'help_desk', name: '稚内市相談窓口', municipality: '稚内市' },
      { id: 'other-hospital', kind: 'hospital', name: '旭川病院', municipality: '旭川市' },
    ],
    users: [
      ...whole.users,
      { id: 'far-coordinator', role: 'coordinator', organization: 'far-desk' },
      { id: 'other-nurse', role: 'discharge_nurse', organization: 'other-hospital' },
      { id: 'other-care-manager', role: 'care_manager', organization: 'office' },
    ],
    steps: whole.steps.slice(0, -1),
  };
})();
const PATIENT = ['髙橋', 'ハナ', 'タカハシ'];

interface Sheet {
  readonly number: string;
  readonly code: string;
  readonly page: string;
  readonly expiresAt: string;
  readonly sheet: string;
}
interface Event {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor: Readonly<Record<string, unknown>>;
}

describe('a handover to somebody who never signs in', () => {
  let world: World;
  let play: Play;
  let drop: () => Promise<void>;
  let sql: pg.Client;
  let stay: string;
  let key = 0;

  beforeEach(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    world = await World.open({
      connection: fresh.connection,
      queue: { kind: 'none' },
      queuePrefix: 'guests',
      start: scenario.clock,
    });
    sql = await clientOf(fresh.connection);
    play = new Play(world, scenario, 'guests');
    await play.all();
    stay = play.idOfResult(0);
    const { status } = await command('nurse', 'documents', { document: 'complete' });
    if (play.failures.length > 0 || status !== 201) throw new Error(`the handover was not sent: ${status}`);
  });
  afterEach(async () => {
    await sql.end();
    await world.close();
    await drop();
  });

  const nextKey = () => `00000000-0000-4000-8000-${String(++key).padStart(12, '0')}`;
  const command = (who: string, resource: string, body: object) =>
    play.as(who, `/api/v1/handovers/${stay}/${resource}`, body, nextKey());
  const issue = async (who = 'nurse'): Promise<Sheet> => {
    const { status, body } = await command(who, 'reply-sheets', {});
    expect([status, (body as { code?: string }).code]).toEqual([200, expect.stringMatching(/^\d{3}-\d{3}-\d{3}$/)]);
    return body as Sheet;
  };
  const supplement = async () =>
    expect((await command('nurse', 'supplements', { document: 'complete' })).status).toBe(201);
  const atDesk = async (who: string, body: object) =>
    (await play.as(who, '/api/v1/reply-records', body, nextKey())) as {
      status: number;
      body: { code?: string; state?: string; id?: string; number?: string };
    };
  const pathOf = ({ page }: Sheet) => new URL(page).pathname;
  const browse = async (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await fetch((await world.app.getUrl()) + path, {
      method: form ? 'POST' : 'GET',
      headers: { ...(form && { 'content-type': 'application/x-www-form-urlencoded' }), ...headers },
      ...(form && { body: new URLSearchParams(form).toString() }),
    });
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  const answerOf = (sheet: Sheet, rest: Record<string, string> = {}) => ({
    outcome: 'received',
    text: '',
    toldBy: '秘密 花子',
    code: sheet.code,
    ...rest,
  });
  const state = async () =>
    (await sql.query<{ status: string }>(`SELECT status FROM stream_head WHERE stream = $1`, [stay])).rows[0]?.status;
  const answers = async () =>
    (
      await sql.query<Event>(
        `SELECT type, payload, actor FROM event WHERE stream = $1 AND type = ANY ($2) ORDER BY seq`,
        [stay, ['DischargeHandoverAcknowledged', 'HandoverClarificationRequested', 'HandoverReturned']],
      )
    ).rows;
  const owed = async () =>
    (
      await sql.query<{ step: string; state: string }>(
        `SELECT step, state FROM obligation WHERE case_id = $1 AND step = 'acknowledgement' ORDER BY due_at, state`,
        [stay],
      )
    ).rows.map((row) => row.state);

  it('is received, queried and accepted by the one-time page', async () => {
    const first = await issue();
    const shown = await browse(pathOf(first));
    expect(shown.status).toBe(200);
    expect(shown.html).toContain('富良野中央病院');
    expect(shown.html).toContain(first.number);
    const asked = await browse(pathOf(first), answerOf(first, { outcome: 'question', text: '薬の管理は誰が？' }));
    expect([asked.status, asked.html.includes('回答を記録しました')]).toEqual([200, true]);
    expect(await state()).toBe('CLARIFYING');
    await supplement();
    const second = await issue();
    expect((await browse(pathOf(second), answerOf(second))).status).toBe(200);
    expect(await state()).toBe('ACKNOWLEDGED');
    const facts = await answers();
    expect(facts).toMatchObject([
      { type: 'HandoverClarificationRequested', payload: { version: 1, via: 'page' } },
      { type: 'DischargeHandoverAcknowledged', payload: { version: 2, via: 'page' } },
    ]);
    expect(facts[1]?.payload['by']).toBe(facts[1]?.actor['userId']);
    expect((await owed()).toSorted()).toEqual(['cancelled', 'met']);
  });

  it('is received, queried and accepted by telephone, with the code', async () => {
    const first = await issue();
    const said = { code: first.code, channel: 'phone', toldBy: '秘密 花子' };
    const asked = await atDesk('coordinator', { ...said, outcome: 'question', text: '薬の管理は誰が？' });
    expect(asked).toMatchObject({ status: 200, body: { id: stay, state: 'CLARIFYING', number: first.number } });
    await supplement();
    const second = await issue();
    // The sender's own institution may be telephoned as well.
    const accepted = await atDesk('nurse', { ...said, code: second.code, outcome: 'received' });
    expect(accepted).toMatchObject({ status: 200, body: { state: 'ACKNOWLEDGED' } });
    const facts = await answers();
    expect(facts.map(({ payload }) => payload['via'])).toEqual(['phone', 'phone']);
    expect(facts.map(({ actor }) => actor['role'])).toEqual(['coordinator', 'discharge_nurse']);
    const named = (
      await sql.query<{ id: string }>(
        `SELECT state -> 'careManager' ->> 'user' AS id FROM stream_head WHERE stream = $1`,
        [stay],
      )
    ).rows[0]?.id;
    expect(facts[1]?.payload['by']).toBe(named);
    expect((await owed()).toSorted()).toEqual(['cancelled', 'met']);
  });

  it('is received, queried and accepted by FAX, and the sender reads how and by whom', async () => {
    const first = await issue();
    const said = { channel: 'fax', toldBy: '秘密 花子', outcome: 'question', text: '薬の管理は誰が？' };
    expect((await atDesk('nurse', { ...said, code: first.code })).body.state).toBe('CLARIFYING');
    await supplement();
    const second = await issue();
    const { text: _none, ...received } = { ...said, outcome: 'received' };
    expect((await atDesk('coordinator', { ...received, code: second.code })).body.state).toBe('ACKNOWLEDGED');
    await world.settle();
    const timeline = JSON.stringify((await play.get('nurse', `/api/v1/cases/${stay}/timeline`)).body);
    expect(timeline).toContain('"via":"fax"');
    expect(timeline).toContain('秘密 花子');
    expect(timeline).toContain('HandoverDeliveredOnPaper');
  });

  it('is returned by page as by desk', async () => {
    const sheet = await issue();
    expect((await browse(pathOf(sheet), answerOf(sheet, { outcome: 'returned' }))).status).toBe(422);
    expect(
      (await browse(pathOf(sheet), answerOf(sheet, { outcome: 'returned', text: '担当ではありません' }))).status,
    ).toBe(200);
    expect(await state()).toBe('REDIRECTING');
  });

  it('tells nothing of a person, on paper, on the page or in its tables', async () => {
    const sheet = await issue();
    const pdf = await getDocumentProxy(new Uint8Array(Buffer.from(sheet.sheet, 'base64')));
    const { text, totalPages } = await extractText(pdf, { mergePages: true });
    expect(totalPages).toBe(1);
    for (const part of [sheet.number, sheet.code, '富良野中央病院']) expect(text).toContain(part);
    await browse(pathOf(sheet), answerOf(sheet, { outcome: 'question', text: '秘密の質問' }));
    const used = await browse(pathOf(sheet));
    const { rows } = await sql.query(`SELECT s::text FROM reply_sheet s UNION ALL SELECT payload::text FROM event`);
    const everything = [text, used.html, JSON.stringify(rows)].join('\n');
    for (const secret of [...PATIENT, '秘密 花子', '秘密の質問']) expect(everything).not.toContain(secret);
    const token = pathOf(sheet).split('/').at(-1) ?? '';
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(sheet.code.replaceAll('-', ''));
  });

  it('is opened by scanners as often as they like, and loads and runs nothing', async () => {
    const sheet = await issue();
    for (let i = 0; i < 20; i++) expect((await browse(pathOf(sheet))).status).toBe(200);
    await fetch((await world.app.getUrl()) + pathOf(sheet), { method: 'HEAD' });
    const { headers, html } = await browse(pathOf(sheet));
    expect(html).not.toMatch(/<script|<img|<link|https?:\/\//);
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(html) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(await answers()).toEqual([]);
    expect((await browse(pathOf(sheet), answerOf(sheet), { origin: 'null' })).status).toBe(200);
  });

  it('is answered once: a second answer, by whatever way, is told that there is one', async () => {
    const sheet = await issue();
    await browse(pathOf(sheet), answerOf(sheet));
    const again = await browse(pathOf(sheet), answerOf(sheet, { outcome: 'question', text: '?' }));
    expect([again.status, again.html.includes('回答済みです')]).toEqual([410, true]);
    const { status, html } = await browse(pathOf(sheet));
    expect([status, html.includes('受け取り、内容を確認しました')]).toEqual([410, true]);
    const told = await atDesk('coordinator', { code: sheet.code, channel: 'phone', outcome: 'received', toldBy: 'x' });
    expect([told.status, told.body.code]).toEqual([409, 'reply_sheet_used']);
    expect(await answers()).toHaveLength(1);
  });

  it('is answered once where many answer at the same moment', async () => {
    const sheet = await issue();
    const said = { code: sheet.code, channel: 'phone', toldBy: 'x' };
    const tried = await Promise.all([
      browse(pathOf(sheet), answerOf(sheet)),
      browse(pathOf(sheet), answerOf(sheet, { outcome: 'question', text: '?' })),
      atDesk('nurse', { ...said, outcome: 'received' }),
      atDesk('coordinator', { ...said, outcome: 'returned', text: '!' }),
    ]);
    expect(tried.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await answers()).toHaveLength(1);
  });

  it('is too old after fourteen days, and says so', async () => {
    const sheet = await issue();
    await world.clock.moveTo(plusMillis(sheet.expiresAt, -1_000));
    expect((await browse(pathOf(sheet))).status).toBe(200);
    await world.clock.moveTo(sheet.expiresAt);
    const { status, html } = await browse(pathOf(sheet), answerOf(sheet));
    expect([status, html.includes('期限が切れています')]).toEqual([410, true]);
    const told = await atDesk('coordinator', { code: sheet.code, channel: 'fax', outcome: 'received', toldBy: 'x' });
    expect(told.body.code).toBe('reply_sheet_expired');
    expect(await answers()).toEqual([]);
    expect(Date.parse(sheet.expiresAt) - Date.parse('2025-06-13T00:35:00Z')).toBe(14 * DAY_MS);
  });

  it('is not answered with the page or code of another sheet, a newer version, or of nothing', async () => {
    const old = await issue();
    const sheet = await issue();
    expect((await browse(pathOf(old))).html).toContain('新しい用紙があります');
    const told = await atDesk('nurse', { code: old.code, channel: 'fax', outcome: 'received', toldBy: 'x' });
    expect(told.body.code).toBe('reply_sheet_replaced');
    // The code of another paper opens no page.
    expect((await browse(pathOf(sheet), answerOf(sheet, { code: old.code }))).status).toBe(422);
    for (const path of ['/reply/01.x', `/reply/01.${'A'.repeat(43)}`, `/reply/99.${'A'.repeat(43)}`]) {
      const { status, html } = await browse(path);
      expect([status, html.includes('見つかりません')]).toEqual([404, true]);
      expect((await browse(path, answerOf(sheet))).status).toBe(404);
    }
    await supplement();
    expect((await browse(pathOf(sheet), answerOf(sheet))).html).toContain('回答は要りません');
    expect(await answers()).toEqual([]);
  });

  it('is not answered by whoever it was for before the care manager changed', async () => {
    const old = await issue();
    const named = { careManager: idOf('scenario', 'guests', 'other-care-manager') };
    expect((await command('nurse', 'care-manager-changes', named)).status).toBe(201);
    expect(await state()).toBe('SUBMITTED');
    const page = await browse(pathOf(old), answerOf(old));
    expect([page.status, page.html.includes('新しい用紙があります')]).toEqual([410, true]);
    const told = await atDesk('nurse', { code: old.code, channel: 'phone', outcome: 'received', toldBy: 'x' });
    expect(told.body.code).toBe('reply_sheet_replaced');
    expect(await answers()).toEqual([]);
    const sheet = await issue();
    expect((await browse(pathOf(sheet), answerOf(sheet))).status).toBe(200);
    expect((await answers()).at(0)?.payload).toMatchObject({ by: named.careManager });
  });

  it('waits for nothing any more once somebody has clicked', async () => {
    const sheet = await issue();
    expect((await command('care-manager', 'acknowledgements', {})).status).toBe(201);
    expect((await browse(pathOf(sheet))).html).toContain('回答は要りません');
    const told = await atDesk('nurse', { code: sheet.code, channel: 'phone', outcome: 'received', toldBy: 'x' });
    expect(told.body.code).toBe('reply_sheet_settled');
  });

  it('closes a page on which codes are guessed; the telephone still answers', async () => {
    const sheet = await issue();
    const wrong = sheet.code === '000-000-000' ? '000-000-017' : '000-000-000';
    for (let i = 0; i < 4; i++)
      expect((await browse(pathOf(sheet), answerOf(sheet, { code: wrong }))).status).toBe(422);
    expect((await browse(pathOf(sheet), answerOf(sheet, { code: wrong }))).status).toBe(410);
    expect((await browse(pathOf(sheet), answerOf(sheet))).html).toContain('この画面では回答できません');
    expect(await answers()).toEqual([]);
    const told = await atDesk('nurse', { code: sheet.code, channel: 'phone', outcome: 'received', toldBy: 'x' });
    expect(told.status).toBe(200);
  });

  it('takes no more guesses at one moment than one after the other', async () => {
    const sheet = await issue();
    const wrong = sheet.code === '000-000-000' ? '000-000-017' : '000-000-000';
    const guesses = Array.from({ length: 30 }, () => browse(pathOf(sheet), answerOf(sheet, { code: wrong })));
    expect((await Promise.all(guesses)).every(({ status }) => status === 422 || status === 410)).toBe(true);
    const { rows } = await sql.query<{ tries: number }>('SELECT max(tries)::int AS tries FROM reply_sheet');
    expect(rows[0]?.tries).toBe(5);
  });

  it('takes no more guesses of somebody at a desk at one moment than one after the other', async () => {
    const sheet = await issue();
    const code = sheet.code === '000-000-000' ? '000-000-017' : '000-000-000';
    const body = { code, channel: 'phone', outcome: 'received', toldBy: 'x' };
    const guesses = Array.from({ length: 30 }, () => atDesk('coordinator', body));
    const said = (await Promise.all(guesses)).map(({ status }) => status);
    expect(said.filter((status) => status === 404)).toHaveLength(10);
    expect(said.filter((status) => status === 429)).toHaveLength(20);
  });

  it('is there for the sender and the desk of the area only, and for few guesses', async () => {
    const sheet = await issue();
    const body = { code: sheet.code, channel: 'phone', outcome: 'received', toldBy: 'x' };
    for (const who of ['far-coordinator', 'other-nurse']) {
      const { status, body: told } = await atDesk(who, body);
      expect([status, told.code]).toEqual([404, 'reply_code_unknown']);
    }
    // A slip of the finger is no guess.
    const slip = sheet.code.replace(/.$/, (last) => String((Number(last) + 1) % 10));
    for (let i = 0; i < 12; i++) expect((await atDesk('coordinator', { ...body, code: slip })).status).toBe(422);
    for (let i = 1; i < 10; i++) expect((await atDesk('far-coordinator', body)).status).toBe(404);
    expect((await atDesk('far-coordinator', body)).status).toBe(429);
    expect((await command('far-coordinator', 'reply-sheets', {})).status).toBe(404);
    expect((await command('care-manager', 'reply-sheets', {})).status).toBe(403);
    expect((await atDesk('coordinator', { ...body, outcome: 'question' })).status).toBe(422);
    expect((await atDesk('coordinator', body)).status).toBe(200);
  });

  it('takes a form and nothing else, and shows what was typed as text', async () => {
    const sheet = await issue();
    const url = (await world.app.getUrl()) + pathOf(sheet);
    const json = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect(json.status).toBe(422);
    const twice = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'outcome=received&outcome=question',
    });
    expect(twice.status).toBe(400);
    const evil = await browse(pathOf(sheet), answerOf(sheet, { toldBy: '"><script>alert(1)</script>', code: '1' }));
    expect(evil.status).toBe(422);
    expect(evil.html).not.toContain('<script>');
    expect(await answers()).toEqual([]);
  });
});
