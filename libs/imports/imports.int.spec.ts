import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { idOf, instantOf } from '#kernel';
import { Vault, type QueueBackend } from '#platform';
import { clientOf, freshDatabase } from '#test/database.js';
import { personalBodies } from '#test/vault.js';
import { PROJECT_ROOT } from '../../apps/project-root.js';
import { Play } from '../../apps/cli/scenario/play.js';
import type { Scenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import type { ImportFaults, ImportListed, Imports, ImportShown } from './http/imports.dto.js';
import { ImportJobs } from './jobs/import-jobs.js';

const START = '2025-06-02T09:00:00+09:00';
const scenario: Scenario = {
  name: 'Lists of 富良野',
  clock: START,
  until: START,
  prefecture: '01',
  organizations: [
    { id: 'town', kind: 'municipality', name: '架空市役所', municipality: '富良野市' },
    { id: 'desk', kind: 'help_desk', name: '架空相談窓口', municipality: '富良野市' },
    { id: 'office', kind: 'care_management_office', name: '架空居宅', municipality: '富良野市' },
  ],
  users: [
    { id: 'admin', role: 'admin', organization: 'town' },
    { id: 'other-admin', role: 'admin', organization: 'town' },
    { id: 'coordinator', role: 'coordinator', organization: 'desk' },
    { id: 'manager', role: 'care_manager', organization: 'office' },
    { id: 'member', role: 'council_member', organization: 'town' },
  ],
  patients: [],
  steps: [],
  expect: {},
};

const ORGANIZATIONS = `名称,サービスの種類,市町村,電話番号,事業所番号
もみじ訪問看護,訪問看護,富良野市,０１６７−００−０００１,0160000001
こぶし薬局,薬局,012297,0167-00-0002,1234567
"髙﨑""本""クリニック",診療所,富良野市,,0110000003
`;
const BUSY = ['READING', 'CHECKING', 'IMPORTING', 'UNDOING'];

describe.each<QueueBackend>([{ kind: 'postgres' }, { kind: 'none' }])('imports, with the queue on $kind', (queue) => {
  let world: World;
  let play: Play;
  let client: pg.Client;
  let drop: () => Promise<void>;
  const tokens = new Map<string, string>();
  let minute = 0;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    world = await World.open({ connection: fresh.connection, queue, queuePrefix: 'imports', start: START });
    play = new Play(world, scenario, 'imports');
    await play.all();
    client = await clientOf(fresh.connection);
    for (const { id } of scenario.users)
      tokens.set(id, await world.sessions.open('01', idOf('scenario', 'imports', id)));
  });
  afterAll(async () => {
    await client.end();
    await world.close();
    await drop();
  });

  async function send(
    user: string,
    method: string,
    path: string,
    body?: Buffer | object,
    headers: Record<string, string> = {},
  ) {
    const isFile = Buffer.isBuffer(body);
    const response = await fetch(`${await world.app.getUrl()}/api/v1/imports${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokens.get(user) ?? ''}`,
        ...(body && { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body && { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString().replace(/^\uFEFF/, '');
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      text,
      body: (isJson ? JSON.parse(text) : undefined) as unknown,
    };
  }

  /** Until no worker is at it. */
  async function settled(user: string, id: string): Promise<ImportShown> {
    for (let i = 0; i < 2_000; i++) {
      if (queue.kind === 'none') await world.app.get(ImportJobs).look();
      const shown = (await send(user, 'GET', `/${id}`)).body as ImportShown;
      if (!BUSY.includes(shown.state)) return shown;
      await pause(5);
    }
    throw new Error('the import does not come to an end');
  }

  async function read(user: string, target: string, file: Buffer | string, name = 'list.csv'): Promise<ImportShown> {
    const id = randomUUID();
    const { status } = await send(user, 'PUT', `/${id}?target=${target}`, Buffer.from(file), {
      'tsunagi-file-name': encodeURIComponent(name),
    });
    expect(status).toBe(200);
    return settled(user, id);
  }
  async function ask(user: string, id: string, what: 'check' | 'run' | 'undoing', body?: object): Promise<ImportShown> {
    // Which of two records of a person is the later one, their moments say.
    await world.clock.moveTo(instantOf(Date.parse(START) + ++minute * 60_000));
    const answer = await send(user, 'PUT', `/${id}/${what}`, body ?? (what === 'check' ? {} : undefined));
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    return settled(user, id);
  }
  /** Read, checked and stored. */
  async function whole(user: string, target: string, file: string | Buffer): Promise<ImportShown> {
    const { id } = await read(user, target, file);
    expect(await ask(user, id, 'check')).toMatchObject({ state: 'CHECKED', faults: 0 });
    return ask(user, id, 'run');
  }
  const faultsOf = async (user: string, id: string) =>
    ((await send(user, 'GET', `/${id}/faults`)).body as ImportFaults).faults;
  const inDirectory = async (kind: string) =>
    (
      await client.query<{ stream: string; status: string; state: Record<string, unknown> }>(
        `SELECT stream, status, state FROM stream_head WHERE kind = $1 ORDER BY stream`,
        [kind],
      )
    ).rows;
  /** Of several of one name, one that is still registered. */
  const named = async (name: string) =>
    (await inDirectory('organization'))
      .filter(({ state }) => state['name'] === name)
      .toSorted((a, b) => a.status.localeCompare(b.status))[0];
  const events = async () =>
    (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM event')).rows[0]?.n ?? 0;

  it('are offered to who may register what they hold', async () => {
    const targets = async (user: string) => ((await send(user, 'GET', '')).body as Imports).targets;
    expect(await targets('admin')).toEqual(['areas', 'organizations', 'staff', 'patients']);
    expect(await targets('coordinator')).toEqual(['organizations', 'patients']);
    expect(await targets('manager')).toEqual(['patients']);
    expect(await targets('member')).toEqual([]);
    const { forms } = (await send('manager', 'GET', '')).body as Imports;
    expect(forms.map(({ target }) => target)).toEqual(['patients']);
    expect(forms[0]?.fields.filter(({ required }) => required).map(({ heading }) => heading)).toEqual([
      '氏名',
      'フリガナ',
      '生年月日',
      '性別',
    ]);
    const refused = await send('coordinator', 'PUT', `/${randomUUID()}?target=staff`, Buffer.from('a\nb'));
    expect(refused.status).toBe(403);
  });

  it('store nothing before it is pressed, then all, and can be undone', async () => {
    const before = await events();
    const shown = await read('coordinator', 'organizations', `\uFEFF${ORGANIZATIONS}`, '山田花子.csv');
    expect(shown).toMatchObject({
      state: 'MAPPED',
      rows: 3,
      content: { name: '山田花子.csv', encoding: 'UTF-8 (BOM)', mappingFaults: [] },
    });
    expect(shown.content?.columns.map(({ field }) => field)).toEqual(['name', 'kind', 'municipality', 'phone', 'code']);
    expect(shown.content?.preview[0]?.cells.map(({ text }) => text)).toEqual([
      'もみじ訪問看護',
      'visiting_nurse_station',
      '富良野市',
      '0167-00-0001',
      '0160000001',
    ]);
    const checked = await ask('coordinator', shown.id, 'check');
    expect(checked).toMatchObject({ state: 'CHECKED', faults: 0, made: 3, changed: 0, same: 0 });
    expect(await events()).toBe(before);

    const done = await ask('coordinator', shown.id, 'run');
    expect(done).toMatchObject({
      state: 'DONE',
      percent: 100,
      made: 3,
      changed: 0,
      same: 0,
      content: null,
      undoable: true,
    });
    expect((await named('髙﨑"本"クリニック'))?.state).toMatchObject({
      kind: 'clinic',
      codes: [{ list: 'medical_institution', code: '0110000003' }],
    });
    expect((await named('こぶし薬局'))?.state).toMatchObject({
      phone: '0167-00-0002',
      codes: [{ code: '0141234567' }],
    });
    // The file is gone, and what it held is in no table but those of the directory.
    expect((await client.query('SELECT FROM import_file')).rowCount).toBe(0);

    const undone = await ask('coordinator', shown.id, 'undoing');
    expect(undone).toMatchObject({ state: 'UNDONE', refusal: null, undoable: false });
    expect((await named('こぶし薬局'))?.status).toBe('WITHDRAWN');
    // Its numbers are free again.
    expect(await whole('coordinator', 'organizations', ORGANIZATIONS)).toMatchObject({ state: 'DONE', made: 3 });
  });

  it('change what changed, the second time, and put it back', async () => {
    const newer =
      ORGANIZATIONS.replace('0167-00-0002', '0167-00-9999').replace('もみじ訪問看護', 'もみじ訪問看護ステーション') +
      'つばき歯科,歯科,富良野市,,\n';
    const done = await whole('coordinator', 'organizations', newer);
    expect(done).toMatchObject({ state: 'DONE', made: 1, changed: 2, same: 1 });
    expect((await named('こぶし薬局'))?.state).toMatchObject({ phone: '0167-00-9999' });
    expect(await ask('coordinator', done.id, 'undoing')).toMatchObject({ state: 'UNDONE' });
    expect((await named('こぶし薬局'))?.state).toMatchObject({ phone: '0167-00-0002' });
    expect(await named('もみじ訪問看護ステーション')).toBeUndefined();
    const again = await read('coordinator', 'organizations', ORGANIZATIONS);
    expect(await ask('coordinator', again.id, 'check')).toMatchObject({ made: 0, changed: 0, same: 3 });
    expect((await send('coordinator', 'PUT', `/${again.id}/run`)).body).toMatchObject({ code: 'nothing_to_import' });
  });

  it('store nothing where one row of many is bad, and name every bad one', async () => {
    const before = await events();
    const rows = Array.from({ length: 200 }, (_, i) => `架空${i}号薬局,薬局,富良野市,0167-00-${1_000 + i},`);
    rows[57] = '=HYPERLINK("http://x")薬局,薬局,無い町,167001234,';
    const { id } = await read('coordinator', 'organizations', `名称,種類,市町村,電話番号,コード\n${rows.join('\n')}\n`);
    expect(await ask('coordinator', id, 'check')).toMatchObject({ state: 'CHECKED', faults: 1, made: 199 });
    expect((await send('coordinator', 'PUT', `/${id}/run`)).body).toMatchObject({ code: 'faults' });
    expect(await events()).toBe(before);
    expect(await faultsOf('coordinator', id)).toMatchObject([
      { line: 59, column: '市町村', code: 'not_found', cell: '無い町' },
      { line: 59, column: '電話番号', code: 'lost_zero', cell: '167001234' },
    ]);
    const csv = await send('coordinator', 'GET', `/${id}/faults.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.text.split('\r\n')).toHaveLength(4);
    expect(csv.bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(csv.text.startsWith('行,列,')).toBe(true);
  });

  it('find what only the command itself would refuse, and say in which column', async () => {
    const { id } = await read(
      'coordinator',
      'organizations',
      `名称,種類,市町村,電話番号\n${'長'.repeat(201)},薬局,富良野市,\nあ\u200Bい,薬局,富良野市,`,
    );
    await ask('coordinator', id, 'check');
    expect(await faultsOf('coordinator', id)).toMatchObject([
      { line: 2, column: '名称', code: 'wrong_length' },
      { line: 3, column: '名称', code: 'not_a_line' },
    ]);
  });

  it('keep the choice of columns for the next file with these headings, of this organization', async () => {
    const file = '名前A,区分B,場所C\nあけび薬局,薬局,富良野市\n';
    const first = await read('coordinator', 'organizations', file);
    expect(first.content?.columns.map(({ field }) => field)).toEqual([null, null, null]);
    expect((await send('coordinator', 'PUT', `/${first.id}/check`, {})).body).toMatchObject({ code: 'not_mapped' });
    const strange = await send('coordinator', 'PUT', `/${first.id}/columns`, { columns: ['name', 'shoe_size', ''] });
    expect(strange.status).toBe(422);
    const mapped = await send('coordinator', 'PUT', `/${first.id}/columns`, {
      columns: ['name', 'kind', 'municipality'],
    });
    expect((mapped.body as ImportShown).content?.mappingFaults).toEqual([]);
    await ask('coordinator', first.id, 'check');
    expect((await send('coordinator', 'DELETE', `/${first.id}`)).status).toBe(204);
    const second = await read('coordinator', 'organizations', file);
    expect(second.content?.columns.map(({ field }) => field)).toEqual(['name', 'kind', 'municipality']);
    const elsewhere = await read('admin', 'organizations', file);
    expect(elsewhere.content?.columns.map(({ field }) => field)).toEqual([null, null, null]);
    await send('coordinator', 'DELETE', `/${second.id}`);
    await send('admin', 'DELETE', `/${elsewhere.id}`);
  });

  it('bring in staff without a login, and patients with their care managers, twins and namesakes decided by a person', async () => {
    const staff = await whole(
      'admin',
      'staff',
      '氏名,職種,所属,病棟\n介護　太郎,ケアマネジャー,架空居宅,\n𠮷野 医師子,医師,"髙﨑""本""クリニック",\n',
    );
    expect(staff).toMatchObject({ state: 'DONE', made: 2 });
    expect((await client.query(`SELECT FROM session s JOIN import_deed d ON d.stream = s.user_id`)).rowCount).toBe(0);

    const HEAD = '氏名,フリガナ,生年月日,性別,市町村,住所,担当ケアマネ,主治医\n';
    const HANAKO = '髙橋 花子,ﾀｶﾊｼ ﾊﾅｺ,昭和１５年５月５日,女,富良野市,弥生町1,介護太郎,𠮷野医師子先生\n';
    expect(await whole('coordinator', 'patients', HEAD + HANAKO)).toMatchObject({ state: 'DONE', made: 1 });
    const [hanako] = await inDirectory('patient');
    expect(hanako?.state).toMatchObject({
      consent: false,
      careManager: expect.any(String),
      primaryPhysician: (await named('髙﨑"本"クリニック'))?.stream,
    });
    const records = () =>
      personalBodies(world.app.get(Vault), client, 'about = $1 ORDER BY stored_at, id', [hanako?.stream]);
    expect(await records()).toEqual([
      {
        name: '髙橋 花子',
        kana: 'タカハシ ハナコ',
        birthDate: '1940-05-05',
        sex: 'female',
        address: '弥生町1',
      },
    ]);

    // Who is only like her is for a person to decide.
    const { id } = await read(
      'coordinator',
      'patients',
      `${HEAD}高橋 花子,タカハシ ハナコ,1940-05-05,女,富良野市,,,\n${HANAKO.replace('弥生町1', '新町2')}`,
    );
    expect(await ask('coordinator', id, 'check')).toMatchObject({ faults: 1 });
    const [open] = await faultsOf('coordinator', id);
    expect(open).toMatchObject({ line: 2, code: 'decide', candidates: [hanako?.stream] });
    const met = await client.query(`SELECT FROM read_log WHERE purpose = 'registered_already' AND about = $1`, [
      hanako?.stream,
    ]);
    expect(met.rowCount).toBeGreaterThan(0);
    const decided = await ask('coordinator', id, 'check', { decisions: [{ line: 2, decision: 'another' }] });
    expect(decided).toMatchObject({ faults: 0, made: 1, changed: 1 });
    expect(await ask('coordinator', id, 'run')).toMatchObject({ state: 'DONE' });
    expect(await inDirectory('patient')).toHaveLength(2);

    // Undone, she lives where she lived, and the other one was never there.
    expect(await ask('coordinator', id, 'undoing')).toMatchObject({ state: 'UNDONE' });
    expect((await inDirectory('patient')).map(({ status }) => status).toSorted()).toEqual(['REGISTERED', 'WITHDRAWN']);
    expect((await records()).at(-1)).toMatchObject({ address: '弥生町1' });
    // What others stand on stays.
    const refused = await ask('admin', staff.id, 'undoing');
    expect(refused).toMatchObject({ state: 'DONE', refusal: { code: 'not_undone' } });
  });

  it('bring in areas, as one command with its own rules', async () => {
    const file =
      '団体コード,市町村名,在宅医療圏,二次医療圏,三次医療圏\n012297,富良野市,富良野,富良野,道北\n012298,検査数字違い市,富良野,富良野,道北\n';
    const { id } = await read('admin', 'areas', file);
    await ask('admin', id, 'check');
    expect(await faultsOf('admin', id)).toMatchObject([{ line: 3, column: '団体コード', code: 'check_digit' }]);
    await send('admin', 'DELETE', `/${id}`);
  });

  it('make a region of the examples', async () => {
    const example = (name: string) => readFileSync(join(PROJECT_ROOT, 'docs/examples', name));
    const { id } = await read('admin', 'areas', example('areas.csv'));
    expect(await ask('admin', id, 'check')).toMatchObject({ state: 'CHECKED', faults: 0 });
    expect(await whole('admin', 'organizations', example('organizations.csv'))).toMatchObject({
      state: 'DONE',
      made: 20,
    });
    expect(await whole('admin', 'staff', example('staff.csv'))).toMatchObject({ state: 'DONE', made: 60 });
    const patients = await whole('admin', 'patients', example('patients.csv'));
    expect(patients).toMatchObject({ state: 'DONE', made: 200, skipped: 0 });
    expect((await inDirectory('patient')).every(({ state }) => typeof state['consent'] === 'boolean')).toBe(true);
  });

  it('are seen by who chose the file; an administrator sees that there was one', async () => {
    const { id } = await read(
      'manager',
      'patients',
      '氏名,フリガナ,生年月日,性別,市町村\n秘密 花子,ヒミツ ハナコ,1940-01-01,女,富良野市\n',
    );
    expect((await send('coordinator', 'GET', `/${id}`)).status).toBe(404);
    expect((await send('coordinator', 'GET', `/${id}/faults`)).status).toBe(404);
    expect((await send('coordinator', 'PUT', `/${id}/check`, {})).status).toBe(404);
    const seen = await send('admin', 'GET', `/${id}`);
    expect(seen.body).toMatchObject({ target: 'patients', content: null });
    expect(seen.text).not.toMatch(/秘密/);
    expect((await send('admin', 'GET', `/${id}/faults.csv`)).status).toBe(404);
    expect(((await send('admin', 'GET', '')).body as Imports).imports.some((one: ImportListed) => one.id === id)).toBe(
      true,
    );
    expect(
      ((await send('coordinator', 'GET', '')).body as Imports).imports.some((one: ImportListed) => one.id === id),
    ).toBe(false);
  });

  it('say what is wrong with a file that cannot be read', async () => {
    const unread = async (file: Buffer | string) => (await read('admin', 'organizations', file)).refusal?.code;
    expect(await unread('')).toBe('empty_file');
    expect(await unread('名称,種類\n')).toBe('only_headings');
    expect(await unread(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('old_workbook');
  });

  it('take a file only where one is asked for, and no other body there', async () => {
    const file = Buffer.from(ORGANIZATIONS);
    const elsewhere = await fetch(`${await world.app.getUrl()}/api/v1/organizations`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokens.get('admin')}`,
        'content-type': 'application/octet-stream',
        'idempotency-key': randomUUID(),
      },
      body: new Uint8Array(file),
    });
    expect(elsewhere.status).toBe(415);
    expect((await send('admin', 'PUT', `/${randomUUID()}?target=organizations`, { a: 1 })).status).toBe(415);
    expect((await send('admin', 'PUT', `/${randomUUID()}?target=organizations`, Buffer.alloc(11_000_000))).status).toBe(
      413,
    );
    expect((await send('nobody', 'PUT', `/${randomUUID()}?target=organizations`, file)).status).toBe(401);
  });

  it('hold nothing of their rows in queues, events and runs', async () => {
    for (const table of ['import_run', 'import_deed', 'event', 'command_answer'])
      expect((await client.query(`SELECT t::text FROM ${table} t WHERE t::text ~ '花子|ハナコ|弥生町'`)).rows).toEqual(
        [],
      );
    const queues = await client.query<{ t: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS t FROM information_schema.tables WHERE table_schema = 'bullmq'`,
    );
    expect(queues.rows.length).toBeGreaterThan(0);
    for (const { t } of queues.rows)
      expect(
        (await client.query(`SELECT q::text FROM ${t} q WHERE q::text ~ '花子|ハナコ|弥生町|list.csv'`)).rows,
      ).toEqual([]);
  });
});
