import httpEce from 'http_ece';
import { createECDH, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Kinds } from '#cases';
import { idOf, plusMillis, plusMinutes, type Instant } from '#kernel';
import { commitOf, EventLog, Vault, type Connection, type MessageRow, type ObligationRow } from '#platform';
import { clientOf, freshDatabase } from '#test/database.js';
import { MailServer } from '#test/outside/mail-server.js';
import { WebTarget, type Posted } from '#test/outside/web-target.js';
import { personalBodies } from '#test/vault.js';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import type { ContactKind } from './domain/contact.js';
import type { ChannelsShown, DeliveryShown, OutboxItem } from './http/notifications.dto.js';
import { DeliveryClock } from './jobs/delivery-clock.js';

let connection: Connection;
let drop: () => Promise<void>;
let world: World;
let play: Play;
const mail = new MailServer();
const target = new WebTarget();
/** Somebody else's server, that nobody has allowed. */
const inner = new WebTarget();

beforeAll(async () => {
  await Promise.all([mail.listen(), target.listen(), inner.listen()]);
  ({ connection, drop } = await freshDatabase());
  const scenario = readScenario(readFileSync('test/scenarios/backup-ladder.json', 'utf8'));
  world = await World.open({
    connection,
    queue: { kind: 'none' },
    queuePrefix: 'out',
    start: scenario.clock,
    outside: {
      publicUrl: 'https://tsunagi.example.jp',
      smtpUrl: mail.url,
      mailFrom: 'tsunagi@example.jp',
      privateTargets: [target.host],
      simulated: true,
    },
  });
  play = new Play(world, scenario, 'outside');
  await play.all();
  if (play.failures.length > 0) throw new Error(play.failures.join('\n'));
  await turn();
});
afterAll(async () => {
  await world.close();
  await Promise.all([mail.close(), target.close(), inner.close()]);
  await drop();
});
beforeEach(() => {
  mail.letters.length = 0;
  mail.treatment = 'accept';
  mail.accepted = () => Promise.resolve();
  target.posted.length = 0;
  target.answer = (_posted, response) => void response.writeHead(204).end();
});

const turn = () => world.app.get(DeliveryClock).turn();
const userId = (who: string): string => idOf('scenario', 'outside', who);
const now = (): Promise<Instant> => world.databases.now();
const later = async (ms: number) => world.clock.moveTo(plusMillis(await now(), ms));
const seconds = (n: number) => n * 1_000;
const MINUTE = 60_000;
/** Ten in the morning of a day that nothing has happened on yet: no window or cap of an earlier test holds. */
let days = 0;
const atHour = (hour: number): Instant => plusMinutes('2025-06-10T00:00:00.000Z', days * 24 * 60 + hour * 60);
const tomorrow = () => {
  days += 1;
  return world.clock.moveTo(atHour(1));
};

async function ask<T>(who: string, method: string, path: string, body?: object, headers = {}) {
  const token = await world.sessions.open('01', userId(who));
  const response = await fetch(`${await world.app.getUrl()}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as T & { code?: string } };
}
const channelsOf = async (who: string) => (await ask<ChannelsShown>(who, 'GET', 'channels')).body;
const outbox = async () => (await ask<OutboxItem[]>('secretariat', 'GET', 'outbox')).body;

const codeIn = (text: string): string => /確認番号 (\d{6})/.exec(text)?.[1] ?? '';

/** Adds a contact and types in the code that arrives there. */
async function reached(who: string, kind: ContactKind, address: string, keys?: object): Promise<string> {
  const id = randomUUID();
  const added = await ask<{ secret: string | null }>(who, 'PUT', `contact-points/${id}`, {
    kind,
    address,
    ...(keys && { keys }),
  });
  expect([added.status, added.body.code]).toEqual([200, undefined]);
  const before = new Set((await outbox()).map((item) => item.id));
  await turn();
  let code = '';
  if (kind === 'email') code = codeIn(MailServer.textOf(mail.letters.at(-1)!));
  else if (kind === 'webhook')
    code = codeIn((JSON.parse(String(target.posted.at(-1)?.body)) as { data: { text: string } }).data.text);
  else code = codeIn((await outbox()).find((item) => !before.has(item.id))?.body ?? '');
  expect((await ask(who, 'PUT', `contact-points/${id}/verification`, { code })).status).toBe(204);
  mail.letters.length = 0;
  target.posted.length = 0;
  return id;
}

/** Nobody has any contact any more. */
async function nobodyReached(): Promise<void> {
  for (const who of ['dr-a', 'dr-b', 'dr-c', 'dr-d', 'secretariat', 'visiting-nurse'])
    for (const { id } of (await channelsOf(who)).contacts) await ask(who, 'DELETE', `contact-points/${id}`);
  await turn();
}
beforeEach(async () => {
  await nobodyReached();
  await tomorrow();
});

let written = 0;
/** Writes a message to the log, as a command or the engine would; with an obligation where it chases one. */
async function tell(
  who: string,
  {
    template = 'service.accepted',
    owed,
    about: on,
  }: {
    template?: string;
    owed?: { urgency: number; level: number; dueAt?: Instant };
    about?: { stream: string; kind: string };
  } = {},
): Promise<{ id: string; obligation: string }> {
  const moment = await now();
  const n = ++written;
  const [obligation, about] = [idOf('test-obligation', n), on?.stream ?? idOf('test-case', n)];
  const key = owed ? `${obligation}:${owed.level}:1:${userId(who)}` : `${idOf('notice', n)}:${userId(who)}`;
  const message: MessageRow = {
    id: idOf('message', key),
    key,
    at: moment,
    to_user: userId(who),
    template,
    level: owed?.level ?? null,
    about_kind: on?.kind ?? 'service_request',
    about,
    step: null,
    deliver_after: moment,
  };
  if (owed)
    await world.databases.writer.query(
      `INSERT INTO obligation (prefecture, id, case_kind, case_id, step, owed_by, class, state, due_at, unattended, base, seq, body)
       VALUES ('01', $1, 'service_request', $2, 'service_answer', $3, $4, 'open', $5, false, 0, 1, '{}')`,
      [obligation, about, userId('base'), owed.urgency, owed.dueAt ?? moment] satisfies unknown[] as never[],
    );
  await world.app.get(EventLog).append(commitOf('01', { messages: [message], obligations: [] as ObligationRow[] }));
  return { id: message.id, obligation };
}

const stateOf = async (message: string) => {
  const { rows } = await world.databases.writer.query<{
    channel: string;
    state: string;
    attempts: number;
    last_error: string | null;
  }>(
    `SELECT channel, state, attempts, last_error FROM delivery WHERE prefecture = '01' AND message = $1 ORDER BY rank`,
    [message],
  );
  return rows;
};
const met = (obligation: string) =>
  world.databases.writer.query(`UPDATE obligation SET state = 'met' WHERE id = $1`, [obligation]);

describe('a contact', () => {
  it('is told of nothing before its owner has typed in the code that arrived there', async () => {
    const id = randomUUID();
    const contact = { kind: 'email', address: 'nurse@example.jp' };
    expect((await ask('visiting-nurse', 'PUT', `contact-points/${id}`, contact)).status).toBe(200);
    expect((await ask('visiting-nurse', 'PUT', `contact-points/${id}`, contact)).status).toBe(200);
    await turn();
    expect(mail.letters.map(({ to }) => to)).toEqual([['nurse@example.jp']]);
    const code = codeIn(MailServer.textOf(mail.letters[0]!));
    const { id: before } = await tell('visiting-nurse');
    await turn();
    expect(await stateOf(before)).toEqual([]);
    const wrong = await ask('visiting-nurse', 'PUT', `contact-points/${id}/verification`, {
      code: code === '000000' ? '000001' : '000000',
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'invalid_input']);
    // Of another it is not there, right code or not.
    expect((await ask('dr-b', 'PUT', `contact-points/${id}/verification`, { code })).status).toBe(404);
    expect((await ask('visiting-nurse', 'PUT', `contact-points/${id}/verification`, { code })).status).toBe(204);
    const { id: message } = await tell('visiting-nurse');
    await turn();
    expect(await stateOf(message)).toEqual([{ channel: 'email', state: 'sent', attempts: 1, last_error: null }]);
    const { contacts } = await channelsOf('visiting-nurse');
    expect(contacts).toEqual([
      expect.objectContaining({ id, address: 'nu***@example.jp', main: true, verified: true }),
    ]);
    expect((await channelsOf('dr-b')).contacts).toEqual([]);
  });

  it('takes a code five times and for half an hour', async () => {
    const id = randomUUID();
    await ask('dr-b', 'PUT', `contact-points/${id}`, { kind: 'email', address: 'b@example.jp' });
    await turn();
    const code = codeIn(MailServer.textOf(mail.letters[0]!));
    const other = code === '123456' ? '654321' : '123456';
    for (let i = 0; i < 5; i++) await ask('dr-b', 'PUT', `contact-points/${id}/verification`, { code: other });
    expect((await ask('dr-b', 'PUT', `contact-points/${id}/verification`, { code })).status).toBe(422);
    const again = { key: randomUUID() };
    for (let i = 0; i < 2; i++) expect((await ask('dr-b', 'PUT', `contact-points/${id}/test`, again)).status).toBe(204);
    await turn();
    expect(mail.letters).toHaveLength(2);
    const second = codeIn(MailServer.textOf(mail.letters[1]!));
    await later(31 * MINUTE);
    expect((await ask('dr-b', 'PUT', `contact-points/${id}/verification`, { code: second })).status).toBe(422);
  });

  it('is erased when its owner removes it, and what was under way goes elsewhere', async () => {
    const id = await reached('dr-b', 'email', 'gone@example.jp');
    await reached('dr-b', 'line_works', 'dr.b@clinic-b');
    mail.treatment = 'busy';
    const { id: message } = await tell('dr-b');
    await turn();
    expect((await ask('dr-b', 'DELETE', `contact-points/${id}`)).status).toBe(204);
    await turn();
    expect((await stateOf(message)).map(({ channel, state }) => [channel, state])).toEqual([
      ['email', 'failed'],
      ['line_works', 'delivered'],
    ]);
    const admin = await clientOf(connection);
    const left = await personalBodies(world.app.get(Vault), admin, `kind = 'contact_address'`);
    await admin.end();
    expect(left.length).toBeGreaterThan(0);
    expect(JSON.stringify(left)).not.toContain('gone@example.jp');
  });

  it.each([
    ['email', 'a@b.jp\r\nBcc:x@y.jp'],
    ['email', `${'a'.repeat(320)}@x.jp`],
    ['webhook', 'http://127.0.0.1/'],
    ['webhook', 'https://2130706433/'],
    ['webhook', 'https://169.254.169.254/'],
    ['sms', '0167-22-0000'],
  ])('of %s is refused: %j', async (kind, address) => {
    const { status } = await ask('dr-b', 'PUT', `contact-points/${randomUUID()}`, { kind, address });
    expect(status).toBe(422);
    expect((await channelsOf('dr-b')).contacts).toEqual([]);
  });
});

describe('preferences', () => {
  it('are saved under their version, and cannot silence an emergency', async () => {
    const { preferences, version } = await channelsOf('dr-c');
    expect([version, preferences.quiet]).toEqual([0, { from: '21:00', to: '07:00' }]);
    const wanted: object = { ...(preferences as object), quiet: { from: '20:00', to: '06:30' } };
    const save = (body: object, at: number) => ask('dr-c', 'PUT', 'channels', body, { 'if-match': `"${at}"` });
    expect((await save(wanted, 0)).status).toBe(204);
    expect((await save(wanted, 0)).status).toBe(412);
    expect((await channelsOf('dr-c')).preferences).toEqual(wanted);
    const never = { emergency: { day: [], night: [], digest: false } };
    const silent = { ...wanted, classes: { ...(preferences.classes as object), ...never } };
    expect((await save(silent, 1)).status).toBe(422);
    expect((await ask('dr-c', 'PUT', 'channels', wanted)).status).toBe(428);
  });
});

describe('a message', () => {
  it('to somebody without a contact stays in the app, and costs nothing outside', async () => {
    const { id } = await tell('dr-a');
    await turn();
    expect(await stateOf(id)).toEqual([]);
  });

  it('goes out once, under an id of its own, with fixed words and a link', async () => {
    await reached('dr-b', 'email', 'b@example.jp');
    const { id } = await tell('dr-b');
    await turn();
    await turn();
    expect(mail.letters).toHaveLength(1);
    const text = MailServer.textOf(mail.letters[0]!);
    expect(text).toContain('新しい連絡があります');
    expect(text).toContain('https://tsunagi.example.jp/cases/');
    expect(text).toContain('Auto-Submitted: auto-generated');
    expect((await stateOf(id))[0]?.state).toBe('sent');
  });

  it('goes with others that come within two minutes', async () => {
    await reached('dr-b', 'email', 'b@example.jp');
    await tell('dr-b');
    await turn();
    const [second, third] = [await tell('dr-b'), await tell('dr-b')];
    await turn();
    expect(mail.letters).toHaveLength(1);
    await later(2 * MINUTE);
    await turn();
    expect(mail.letters).toHaveLength(2);
    expect(MailServer.textOf(mail.letters[1]!)).toContain('新しい連絡が複数あります');
    expect(new Set([(await stateOf(second.id))[0]?.state, (await stateOf(third.id))[0]?.state])).toEqual(
      new Set(['bundled', 'sent']),
    );
  });

  it('waits in quiet hours for the morning, where nothing falls due before', async () => {
    await reached('dr-b', 'email', 'b@example.jp');
    await world.clock.moveTo(atHour(13)); // 22:00
    await tell('dr-b');
    await tell('dr-b', { owed: { urgency: 2, level: 0, dueAt: plusMinutes(atHour(13), 60) } });
    await turn();
    expect(mail.letters).toHaveLength(1);
    await later(9 * 60 * MINUTE);
    await turn();
    expect(mail.letters).toHaveLength(2);
  });

  it('of an emergency breaks quiet hours and bundles', async () => {
    await reached('dr-b', 'email', 'b@example.jp');
    await world.clock.moveTo(atHour(16)); // 01:00
    await tell('dr-b', { template: 'backup.offer', owed: { urgency: 0, level: 1 } });
    await tell('dr-b', { template: 'backup.offer', owed: { urgency: 0, level: 1 } });
    await turn();
    expect(mail.letters.map((letter) => MailServer.textOf(letter).includes('【緊急】'))).toEqual([true, true]);
  });

  it('of what has been done meanwhile does not go out', async () => {
    await reached('dr-b', 'email', 'b@example.jp');
    mail.treatment = 'busy';
    const { id, obligation } = await tell('dr-b', { owed: { urgency: 2, level: 1 } });
    await turn();
    expect(await stateOf(id)).toEqual([{ channel: 'email', state: 'queued', attempts: 1, last_error: 'smtp_451' }]);
    await met(obligation);
    mail.treatment = 'accept';
    await later(seconds(5));
    await turn();
    expect([mail.letters, (await stateOf(id))[0]?.state]).toEqual([[], 'expired']);
  });
});

describe('an SMTP server', () => {
  it('that is busy is asked again after 5, 15 and 60 seconds', async () => {
    await reached('dr-b', 'email', 'b@example.jp');
    mail.treatment = 'busy';
    const { id } = await tell('dr-b');
    await turn();
    for (const [wait, attempts] of [
      [5, 2],
      [15, 3],
      [60, 4],
    ] as const) {
      await later(seconds(wait) - 1);
      await turn();
      expect((await stateOf(id))[0]?.attempts).toBe(attempts - 1);
      await later(1);
      await turn();
      expect((await stateOf(id))[0]?.attempts).toBe(attempts);
    }
    mail.treatment = 'accept';
    await later(seconds(300));
    await turn();
    expect([mail.letters.length, (await stateOf(id))[0]?.state]).toEqual([1, 'sent']);
  });

  it.each(['refuse-address', 'refuse-message'] as const)(
    'that does %s has bounced: the next channel goes at once, and the owner sees the trouble',
    async (treatment) => {
      await reached('dr-b', 'email', 'b@example.jp');
      await reached('dr-b', 'line_works', 'dr.b@clinic-b');
      mail.treatment = treatment;
      const { id } = await tell('dr-b');
      await turn();
      const [first, second] = await stateOf(id);
      expect([first?.state, second?.channel, second?.state]).toEqual(['bounced', 'line_works', 'delivered']);
      const { contacts } = await channelsOf('dr-b');
      expect(
        contacts.map(({ kind, trouble }) => [kind, trouble]).toSorted(([a], [b]) => `${a}`.localeCompare(`${b}`)),
      ).toEqual([
        ['email', treatment === 'refuse-address' ? 'smtp_550' : 'smtp_554'],
        ['line_works', null],
      ]);
      const admin = await clientOf(connection);
      const { rows } = await admin.query(`SELECT FROM delivery WHERE delivery::text LIKE '%SECRET-OF-THE-SERVER%'`);
      await admin.end();
      expect(rows).toEqual([]);
    },
  );

  it('that hangs holds up its own letter only', async () => {
    await reached('dr-b', 'email', 'b@example.jp');
    await reached('dr-c', 'line_works', 'dr.c@clinic-c');
    mail.treatment = 'hang';
    const [hung, other] = [await tell('dr-b'), await tell('dr-c')];
    await turn();
    expect(await stateOf(hung.id)).toEqual([expect.objectContaining({ state: 'queued', last_error: 'etimedout' })]);
    expect((await stateOf(other.id))[0]?.state).toBe('delivered');
  });

  it('that has taken a letter whose worker dies gets it again under the same id', async () => {
    await reached('dr-b', 'email', 'b@example.jp');
    const { id } = await tell('dr-b');
    mail.accepted = async () => {
      mail.accepted = () => Promise.resolve();
      // As it stands when a worker has died here: its lease runs out, and another takes the row under a fence of its own.
      await world.databases.writer.query(
        `UPDATE delivery SET fence = fence + 1, lease_until = clock_timestamp() - interval '1 second' WHERE message = $1`,
        [id],
      );
    };
    await turn();
    expect(mail.letters).toHaveLength(2);
    expect(mail.letters[0]?.id).toBe(mail.letters[1]?.id);
    expect(await stateOf(id)).toEqual([{ channel: 'email', state: 'sent', attempts: 2, last_error: null }]);
  });

  it('that kills its worker five times has poison: it is set aside, and goes by another channel', async () => {
    await reached('dr-b', 'email', 'b@example.jp');
    await reached('dr-b', 'line_works', 'dr.b@clinic-b');
    const { id } = await tell('dr-b');
    mail.accepted = async () => {
      await world.databases.writer.query(
        `UPDATE delivery SET fence = fence + 1, lease_until = clock_timestamp() - interval '1 second'
          WHERE message = $1 AND channel = 'email'`,
        [id],
      );
    };
    await turn();
    expect((await stateOf(id)).map(({ channel, state, last_error }) => [channel, state, last_error])).toEqual([
      ['email', 'failed', 'poison'],
      ['line_works', 'delivered', null],
    ]);
  });
});

describe('an emergency', () => {
  it('goes by the next channel after half a minute, then to the desk, and is tried until somebody has answered', async () => {
    await reached('dr-b', 'email', 'b@example.jp');
    await reached('dr-b', 'fax', '0166-22-0000');
    mail.treatment = 'busy';
    const { id, obligation } = await tell('dr-b', { template: 'backup.offer', owed: { urgency: 0, level: 1 } });
    await turn();
    expect((await stateOf(id)).map(({ channel }) => channel)).toEqual(['email']);
    await later(seconds(30));
    await turn();
    expect((await stateOf(id)).map(({ channel, state }) => [channel, state])).toEqual([
      ['email', 'queued'],
      ['fax', 'delivered'],
    ]);
    for (let i = 0; i < 30; i++) {
      await later(5 * MINUTE);
      await turn();
    }
    expect((await stateOf(id))[0]).toEqual({ channel: 'email', state: 'queued', attempts: 32, last_error: 'smtp_451' });
    await met(obligation);
    await later(5 * MINUTE);
    await turn();
    expect((await stateOf(id))[0]?.state).toBe('expired');
  });

  it('that no channel has carried becomes a call for the desk, once', async () => {
    await reached('dr-b', 'email', 'b@example.jp');
    mail.treatment = 'refuse-address';
    const { id } = await tell('dr-b', { template: 'backup.offer', owed: { urgency: 0, level: 1 } });
    await turn();
    await turn();
    expect((await stateOf(id)).map(({ state }) => state)).toEqual(['bounced']);
    await world.settle();
    const board = await ask<{ rows: { about: { kind: string; id: string }; step: string; facts: object }[] }>(
      'secretariat',
      'GET',
      'board',
    );
    const calls = board.body.rows.filter(({ about }) => about.kind === 'phone_task');
    expect(calls).toEqual([
      expect.objectContaining({ step: 'phone_call', facts: expect.objectContaining({ person: userId('dr-b') }) }),
    ]);
    const record = (outcome: string) =>
      ask(
        'secretariat',
        'POST',
        `phone-tasks/${calls[0]?.about.id}/calls`,
        { outcome },
        { 'idempotency-key': randomUUID() },
      );
    expect((await record('not_reached')).status).toBe(201);
    expect((await record('reached')).status).toBe(201);
    expect((await record('reached')).status).toBe(409);
  });
});

describe('a webhook', () => {
  const hook = () => `http://${target.host}/hook`;

  it('is signed as Standard Webhooks are, under an id that stays, over 500 and then 200', async () => {
    const id = randomUUID();
    const { body } = await ask<{ secret: string }>('dr-b', 'PUT', `contact-points/${id}`, {
      kind: 'webhook',
      address: hook(),
    });
    await turn();
    const { text } = (JSON.parse(String(target.posted[0]?.body)) as { data: { text: string } }).data;
    await ask('dr-b', 'PUT', `contact-points/${id}/verification`, { code: codeIn(text) });
    target.posted.length = 0;
    const answers = [500, 200];
    target.answer = (_posted, response) => void response.writeHead(answers.shift() ?? 200).end();
    const { id: message } = await tell('dr-b');
    await turn();
    expect((await stateOf(message))[0]).toEqual({
      channel: 'webhook',
      state: 'queued',
      attempts: 1,
      last_error: 'http_500',
    });
    await later(seconds(5));
    await turn();
    expect((await stateOf(message))[0]?.state).toBe('delivered');
    expect(new Set(target.posted.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    for (const { headers, body: sent } of target.posted)
      expect(headers['webhook-signature']).toBe(signed(body.secret, headers, sent));
  });

  const signed = (secret: string, headers: Posted['headers'], body: Buffer): string =>
    `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
      .update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${String(body)}`)
      .digest('base64')}`;

  it('that redirects is not followed, wherever it leads', async () => {
    await reached('dr-b', 'webhook', hook());
    target.answer = (_posted, response) => void response.writeHead(302, { location: `http://${inner.host}/` }).end();
    const { id } = await tell('dr-b');
    await turn();
    expect((await stateOf(id))[0]).toMatchObject({ state: 'queued', last_error: 'http_302' });
    expect(inner.posted).toEqual([]);
  });

  it('that echoes secrets and talks without end is read no further than its status, and nothing of it is kept', async () => {
    await reached('dr-b', 'webhook', hook());
    target.answer = ({ headers }, response) => {
      response.writeHead(500, { 'content-type': 'text/plain' });
      const echo = `ECHOED ${String(headers['webhook-signature'])}\n`.repeat(100);
      const talk = () => {
        while (!response.destroyed && response.write(echo));
        response.once('drain', talk);
      };
      talk();
    };
    const { id } = await tell('dr-b');
    await turn();
    expect((await stateOf(id))[0]).toMatchObject({ state: 'queued', last_error: 'http_500' });
    const admin = await clientOf(connection);
    const { rows } = await admin.query(
      `SELECT FROM delivery d, contact_point c WHERE d::text || c::text LIKE '%ECHOED%'`,
    );
    await admin.end();
    expect(rows).toEqual([]);
  });

  it('that hangs is left after ten seconds, and tried again', async () => {
    await reached('dr-b', 'webhook', hook());
    target.answer = () => undefined;
    const { id } = await tell('dr-b');
    await turn();
    expect((await stateOf(id))[0]).toMatchObject({ state: 'queued', last_error: 'timeout' });
  });
});

it('a push is encrypted for its browser, and one that is gone is not sent to again', async () => {
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const auth = randomBytes(16);
  const keys = { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') };
  const read = ({ body }: Posted): string =>
    httpEce
      .decrypt(body, { version: 'aes128gcm', privateKey: browser, authSecret: auth.toString('base64url') })
      .toString('utf8');
  const id = randomUUID();
  await ask('dr-b', 'PUT', `contact-points/${id}`, { kind: 'push', address: `http://${target.host}/push/1`, keys });
  await turn();
  const { code } = JSON.parse(read(target.posted[0]!)) as { code: string };
  expect((await ask('dr-b', 'PUT', `contact-points/${id}/verification`, { code })).status).toBe(204);
  const { id: message } = await tell('dr-b', { template: 'backup.offer', owed: { urgency: 0, level: 1 } });
  await turn();
  expect((await stateOf(message))[0]).toMatchObject({ channel: 'push', state: 'sent' });
  const posted = target.posted.at(-1)!;
  expect(posted.headers).toMatchObject({ urgency: 'high', 'content-encoding': 'aes128gcm' });
  expect(String(posted.headers.authorization)).toContain((await channelsOf('dr-b')).pushKey);
  expect(Object.keys(JSON.parse(read(posted)) as object)).toEqual(['id', 'class', 'link']);
  target.answer = (_posted, response) => void response.writeHead(410).end();
  const { id: second } = await tell('dr-b');
  await later(2 * MINUTE);
  await turn();
  expect((await stateOf(second))[0]).toMatchObject({ state: 'bounced', last_error: 'http_410' });
});

it('of every template nothing goes out but fixed words, a link and who sent it (G19)', async () => {
  await reached('dr-b', 'email', 'b@example.jp');
  const { rows: cases } = await world.databases.writer.query<{ stream: string; kind: string }>(
    `SELECT stream, kind FROM stream_head WHERE kind = 'backup_request'`,
  );
  const templates = [
    ...new Set(
      world.app
        .get(Kinds)
        .all()
        .flatMap(({ texts }) => texts.templates),
    ),
    'obligation.unattended',
  ];
  expect(templates.length).toBeGreaterThan(35);
  for (const template of templates) {
    await tell('dr-b', { template, about: cases[0]! });
    await turn();
    await later(6 * MINUTE);
  }
  expect(mail.letters).toHaveLength(templates.length);
  const senders = new Set<string>();
  const link = `https://tsunagi.example.jp/cases/${cases[0]?.stream}`;
  for (const letter of mail.letters) {
    const text = MailServer.textOf(letter);
    expect(text).not.toMatch(/dr-|佐々木|ササキ|1941/);
    for (const line of text.slice(text.indexOf('つなぎ：') + 'つなぎ：'.length).split(/\r?\n/)) {
      const isSender = line.startsWith('送信元：');
      if (isSender) senders.add(line.slice('送信元：'.length));
      expect(isSender || FIXED.includes(line) || line === link ? '' : line).toBe('');
    }
  }
  expect([...senders]).toEqual(['南在宅クリニックD']);
});

const FIXED = [
  '',
  ...[
    ['【緊急】至急の依頼があります', 'There is an urgent request'],
    ['本日中の対応が必要な連絡があります', 'There is something to do today'],
    ['期限を過ぎた予定があります', 'Something is overdue'],
    ['新しい連絡があります', 'There is something new'],
  ].flatMap(([ja, en]) => [ja, `${ja}。`, `${en}. Sign in to read it.`]),
  '内容は、サインインしてご覧ください。',
  'このメッセージには、個人の情報は含まれていません。',
];

it('whoever may open a case sees how it was told of, and nobody else', async () => {
  await reached('dr-d', 'sms', '090-1234-5678');
  const { rows } = await world.databases.writer.query<{ stream: string }>(
    `SELECT stream FROM stream_head WHERE kind = 'backup_request' LIMIT 1`,
  );
  const of = (who: string) => ask<DeliveryShown[]>(who, 'GET', `cases/${rows[0]?.stream}/deliveries`);
  const { status, body } = await of('dr-a');
  expect(status).toBe(200);
  expect(body.length).toBeGreaterThan(2);
  expect(new Set(body.map(({ state }) => state))).toEqual(new Set(['in_app', 'sent']));
  expect((await of('dr-b')).status).toBe(404);
});
