import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { World } from '../../apps/cli/scenario/world.js';
import { clientOf, freshDatabase } from '#test/database.js';
import { Databases } from '#platform';
import { codeAt, secretOf } from './one-time-code.js';
import { Invitations } from './invitations.js';
import { Sessions } from './sessions.js';

const PASSWORD = 'otter-lamp-canyon-84';
const OTHER_PASSWORD = 'harbor-mitten-seventeen-kite';
const STEP_MS = 30_000;

interface Answered<T> {
  readonly status: number;
  readonly body: T;
  readonly cookie: string | undefined;
  readonly headers: Headers;
}
interface Opened {
  readonly purpose: string;
  readonly person: string;
  readonly name: string | null;
  readonly uri: string;
  readonly secret: string;
}
interface Me {
  readonly userId: string;
  readonly role: string;
  readonly seats: readonly { readonly userId: string }[];
}
interface Problem {
  readonly code: string;
  readonly en: string;
  readonly errors: readonly { readonly path: string }[];
}

let drop: () => Promise<void>;
let world: World;
let admin: pg.Client;
/** Steps of an authenticator app: each code is taken once, so each sign-in is half a minute later. */
let cookie: string;
let secret: string;

async function ask<T>(method: string, path: string, body?: object, by?: string): Promise<Answered<T>> {
  const response = await fetch(`${await world.app.getUrl()}${path}`, {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }), ...(by && { cookie: by }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: (text === '' ? undefined : JSON.parse(text)) as T,
    cookie: response.headers.get('set-cookie')?.split(';')[0],
    headers: response.headers,
  };
}
const post = <T>(path: string, body: object, by?: string) => ask<T>('POST', path, body, by);
const register = async (path: string, body: object, by = cookie) => {
  const response = await fetch(`${await world.app.getUrl()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: by, 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { id: string };
};

/** The code that the app of this secret shows: the present one, or the next, which the server takes as well. */
const codeOf = (text: string, ahead = 0) => codeAt(secretOf(text), Date.now() + ahead * STEP_MS);
/** The server forgets which codes it has taken, as if half a minute had passed. */
const later = () => admin.query('UPDATE login SET totp_step = 0');
const calmDown = () => admin.query('DELETE FROM sign_in_failure');

const inviteAndOpen = async (userId: string) => {
  const { body } = await post<{ path: string; purpose: string }>(`/api/v1/users/${userId}/invitations`, {}, cookie);
  const token = body.path.split('#')[1] ?? '';
  const opened = await post<Opened>('/api/v1/invitations/openings', { token });
  return { token, opened: opened.body, purpose: body.purpose };
};
const join = async (userId: string, name: string) => {
  const { token, opened } = await inviteAndOpen(userId);
  const accepted = await post<{ me: Me; recoveryCodes: string[] }>('/api/v1/invitations/acceptances', {
    token,
    name,
    password: PASSWORD,
    code: codeOf(opened.secret),
  });
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body));
  await later();
  return { ...accepted, secret: opened.secret, token };
};
const signIn = (name: string, key: string, more: object = {}) =>
  post<Me & Problem>('/api/v1/sign-ins', { name, password: PASSWORD, code: codeOf(key), ...more });

beforeAll(async () => {
  process.env['SEALING_KEY'] = randomBytes(32).toString('base64');
  const { connection, ...rest } = await freshDatabase();
  drop = rest.drop;
  world = await World.open({
    connection,
    queue: { kind: 'none' },
    queuePrefix: 'sign-in',
    start: new Date().toISOString(),
  });
  admin = await clientOf(connection);
});
afterAll(async () => {
  await admin.end();
  await world.close();
  await drop();
});

describe('an empty installation', () => {
  let token: string;
  beforeAll(async () => {
    token = (await world.app.get(Invitations).offerFoundation()) ?? '';
  });
  const founding = { prefecture: '01', organization: '北海道庁 地域医療課', name: '髙橋 𠮷男' };

  it('takes no other link than its own', async () => {
    const wrong = await post<Problem>('/api/v1/foundations', { token: `00.${'a'.repeat(43)}`, ...founding });
    expect([wrong.status, wrong.body.code]).toEqual([404, 'invitation_not_usable']);
  });

  it('makes whoever has the link its first administrator, once', async () => {
    const first = await post<{ path: string }>('/api/v1/foundations', { token, ...founding });
    expect(first.status).toBe(200);
    // The page was closed before the sign-in was made: asked again, nobody is there twice, and the newer link counts.
    const again = await post<{ path: string }>('/api/v1/foundations', { token, ...founding });
    const { rows } = await admin.query('SELECT kind FROM stream_head ORDER BY kind');
    expect(rows).toEqual([{ kind: 'organization' }, { kind: 'user' }]);
    const old = await post('/api/v1/invitations/openings', { token: first.body.path.split('#')[1] });
    expect(old.status).toBe(404);

    const link = again.body.path.split('#')[1] ?? '';
    const opened = await post<Opened>('/api/v1/invitations/openings', { token: link });
    expect(opened.body).toMatchObject({ purpose: 'seat', person: '髙橋 𠮷男', organization: '北海道庁 地域医療課' });
    expect(opened.body.uri).toMatch(/^otpauth:\/\/totp\/Tsunagi:.*secret=[A-Z2-7]{32}/);
    const accepted = await post<{ me: Me; recoveryCodes: string[] }>('/api/v1/invitations/acceptances', {
      token: link,
      name: 'Takahashi@Example.jp',
      password: PASSWORD,
      code: codeOf(opened.body.secret),
    });
    expect(accepted.status).toBe(200);
    expect(accepted.body.me.role).toBe('admin');
    expect(new Set(accepted.body.recoveryCodes).size).toBe(10);
    cookie = accepted.cookie ?? '';
    ({ secret } = opened.body);
    await later();
  });

  it('offers that to nobody any more', async () => {
    expect((await post('/api/v1/foundations', { token, ...founding })).status).toBe(404);
    expect(await world.app.get(Invitations).offerFoundation()).toBeNull();
  });

  it('lets the administrator set the region up', async () => {
    const areas = await register('/api/v1/areas', {
      prefecture: { code: '01', name: '北海道' },
      homeCareAreas: [
        {
          tertiary: '道北',
          secondary: '上川中部',
          homeCareArea: '旭川',
          municipalities: [{ code: '012041', name: '旭川市' }],
        },
      ],
    });
    expect(areas).toMatchObject({ state: 'LOADED' });
    const listed = await ask<{ name: string; municipality: { name: string } }[]>(
      'GET',
      '/api/v1/organizations',
      undefined,
      cookie,
    );
    expect(listed.body).toEqual([
      expect.objectContaining({ name: '北海道庁 地域医療課', municipality: { id: '', name: '北海道' } }),
    ]);
  });
});

describe('an invitation', () => {
  let clinic: string;
  const newcomer = async () =>
    (await register('/api/v1/users', { role: 'primary_physician', organization: clinic, name: '辻󠄀 まもる' })).id;
  beforeAll(async () => {
    clinic = (await register('/api/v1/organizations', { kind: 'clinic', name: '旭川つじ医院', municipality: '旭川市' }))
      .id;
  });

  it('is opened by scanners of mails as often as they like, and is taken up once', async () => {
    const { token, opened } = await inviteAndOpen(await newcomer());
    for (let i = 0; i < 3; i++) expect((await post('/api/v1/invitations/openings', { token })).status).toBe(200);
    const taking = { token, password: PASSWORD, code: codeOf(opened.secret) };
    const both = await Promise.all(
      ['tsuji.a', 'tsuji.b'].map((name) => post('/api/v1/invitations/acceptances', { ...taking, name })),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404]);
    expect((await post('/api/v1/invitations/openings', { token })).status).toBe(404);
  });

  it('is over when it is too old, withdrawn, or followed by another', async () => {
    const user = await newcomer();
    const first = await inviteAndOpen(user);
    const second = await inviteAndOpen(user);
    expect((await post('/api/v1/invitations/openings', { token: first.token })).status).toBe(404);
    const standing = async () => {
      const { body } = await ask<{ userId: string; state: string }[]>(
        'GET',
        '/api/v1/sign-in-standings',
        undefined,
        cookie,
      );
      return body.find(({ userId }) => userId === user)?.state;
    };
    expect(await standing()).toBe('invited');
    await admin.query("UPDATE invitation SET expires_at = now() - interval '1 second' WHERE user_id = $1", [user]);
    expect((await post('/api/v1/invitations/openings', { token: second.token })).status).toBe(404);
    expect(await standing()).toBe('expired');
    const third = await inviteAndOpen(user);
    expect((await ask('DELETE', `/api/v1/users/${user}/invitations`, undefined, cookie)).status).toBe(204);
    expect((await post('/api/v1/invitations/openings', { token: third.token })).status).toBe(404);
    expect(await standing()).toBe('none');
  });

  it('says what is wrong with what was typed, and stays good', async () => {
    const { token, opened } = await inviteAndOpen(await newcomer());
    const taking = { token, name: 'tsuji.c', password: PASSWORD, code: codeOf(opened.secret) };
    const tries: [object, string][] = [
      [{ code: '000000' }, 'code'],
      [{ name: 'つじ' }, 'name'],
      [{ name: 'takahashi@example.jp' }, 'name'],
      [{ password: 'short' }, 'password'],
      [{ password: 'password12345' }, 'password'],
    ];
    for (const [wrong, field] of tries) {
      const { status, body } = await post<Problem>('/api/v1/invitations/acceptances', { ...taking, ...wrong });
      expect([status < 500 && status >= 400, body.errors.map(({ path }) => path)]).toEqual([true, [field]]);
    }
    expect((await post('/api/v1/invitations/acceptances', taking)).status).toBe(200);
  });

  it('is made by administrators alone', async () => {
    const { cookie: physician, body } = await join(await newcomer(), 'tsuji.d');
    expect((await post(`/api/v1/users/${body.me.userId}/invitations`, {}, physician)).status).toBe(403);
    expect((await ask('GET', '/api/v1/sign-in-standings', undefined, physician)).status).toBe(403);
    expect((await post('/api/v1/users/11111111-1111-4111-8111-111111111111/invitations', {}, cookie)).status).toBe(404);
  });

  it('adds a post to the sign-in that somebody has, who then chooses in which to work', async () => {
    const one = await join(await newcomer(), 'tsuji.e');
    const chair = (await register('/api/v1/users', { role: 'council_member', organization: clinic, name: '辻󠄀 まもる' }))
      .id;
    const { token } = await inviteAndOpen(chair);
    const joined = await post<Me>('/api/v1/invitations/joinings', {
      token,
      name: 'TSUJI.E',
      password: PASSWORD,
      code: codeOf(one.secret),
    });
    expect(joined.body).toMatchObject({ userId: chair, role: 'council_member' });
    expect(joined.body.seats.map(({ userId }) => userId).toSorted()).toEqual([chair, one.body.me.userId].toSorted());
    const back = await post<Me>('/api/v1/own-sign-in/seats', { userId: one.body.me.userId }, joined.cookie);
    expect(back.body).toMatchObject({ role: 'primary_physician' });
    // The session of the other post is over.
    expect((await ask('GET', '/api/v1/me', undefined, joined.cookie)).status).toBe(401);
    const foreign = await post('/api/v1/own-sign-in/seats', { userId: await newcomer() }, back.cookie);
    expect(foreign.status).toBe(404);
  });

  describe('that sets a sign-in up anew', () => {
    it('closes what was open, keeps the name, and makes the old password and codes useless', async () => {
      const user = await newcomer();
      const before = await join(user, 'tsuji.f');
      const { token, opened, purpose } = await inviteAndOpen(user);
      expect([purpose, opened.purpose, opened.name]).toEqual(['reset', 'reset', 'tsuji.f']);
      expect((await ask('GET', '/api/v1/me', undefined, before.cookie)).status).toBe(200);
      const done = await post<{ recoveryCodes: string[] }>('/api/v1/invitations/acceptances', {
        token,
        password: OTHER_PASSWORD,
        code: codeOf(opened.secret),
      });
      expect(done.status).toBe(200);
      await later();
      await calmDown();
      expect((await signIn('tsuji.f', before.secret)).status).toBe(401);
      const [old = ''] = before.body.recoveryCodes;
      expect((await signIn('tsuji.f', before.secret, { password: OTHER_PASSWORD, code: old })).status).toBe(401);
      expect((await signIn('tsuji.f', opened.secret, { password: OTHER_PASSWORD })).status).toBe(200);
      await world.app.get(Sessions).endOf('01', '11111111-1111-4111-8111-111111111111');
      expect((await ask('GET', '/api/v1/me', undefined, before.cookie)).status).toBe(401);
    });
  });
});

describe('signing in', () => {
  const NAME = 'takahashi@example.jp';
  beforeEach(async () => {
    await later();
    await calmDown();
  });

  it('needs the name, the password and the code, and never says which was wrong', async () => {
    const tries = await Promise.all([
      signIn('nobody@example.jp', secret),
      signIn(NAME, secret, { password: 'not-the-password-1' }),
      signIn(NAME, secret, { code: '000000' }),
    ]);
    expect(tries.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(tries.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(tries[0]?.cookie).toBeUndefined();
  });

  it('takes a name and a code as telephones type them', async () => {
    const code = codeOf(secret).replaceAll(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));
    const { status, body } = await signIn(' Ｔａｋａｈａｓｈｉ@example.jp', secret, { code });
    expect([status, body.role]).toEqual([200, 'admin']);
  });

  it('takes a code once, and one of a clock that is half a minute off', async () => {
    const code = codeOf(secret, 1);
    expect((await signIn(NAME, secret, { code })).status).toBe(200);
    expect((await signIn(NAME, secret, { code })).status).toBe(401);
    await later();
    await calmDown();
    expect((await signIn(NAME, secret, { code: codeOf(secret, 4) })).status).toBe(401);
  });

  it('takes a recovery code in its place, once', async () => {
    const { body } = await post<{ recoveryCodes: string[] }>(
      '/api/v1/own-sign-in/recovery-codes',
      { password: PASSWORD },
      cookie,
    );
    const [code = ''] = body.recoveryCodes;
    const typed = code.toUpperCase().replaceAll('-', ' ');
    expect((await signIn(NAME, secret, { code: typed })).status).toBe(200);
    expect((await signIn(NAME, secret, { code: typed })).status).toBe(401);
    const { body: own } = await ask<{ recoveryCodesLeft: number }>('GET', '/api/v1/own-sign-in', undefined, cookie);
    expect(own.recoveryCodesLeft).toBe(9);
  });

  it('makes whoever guesses wait longer and longer, says how long, and lets the person in afterwards', async () => {
    const codes: number[] = [];
    for (let i = 0; i < 5; i++) codes.push((await signIn(NAME, secret, { password: `wrong password ${i}` })).status);
    expect(codes).toEqual([401, 401, 401, 401, 429]);
    const { status, headers, body } = await signIn(NAME, secret);
    expect([status, Number(headers.get('retry-after')) > 0, body.code]).toEqual([429, true, 'too_many_attempts']);
    // Time passes.
    await admin.query("UPDATE sign_in_failure SET at = at - interval '1 minute'");
    expect((await signIn(NAME, secret)).status).toBe(200);
  });

  it('counts thirty tries at one moment as thirty, and few of them are looked at', async () => {
    const tries = await Promise.all(
      Array.from({ length: 30 }, (_, i) => signIn(NAME, secret, { password: `wrong password ${i}` })),
    );
    await expect(signIn(NAME, secret)).resolves.toMatchObject({ status: 429 });
    const looked = tries.filter(({ status }) => status === 401).length;
    expect([looked < 15, tries.filter(({ status }) => status === 429).length]).toEqual([true, tries.length - looked]);
  });

  it('keeps nothing of a password or a code in the database but hashes and sealed bytes', async () => {
    const { rows } = await admin.query<{ all: string }>(
      `SELECT string_agg(t::text, E'\\n') AS all FROM (SELECT l::text FROM login l UNION ALL SELECT i::text FROM invitation i
        UNION ALL SELECT r::text FROM recovery_code r UNION ALL SELECT f::text FROM sign_in_failure f
        UNION ALL SELECT s::text FROM session s UNION ALL SELECT g::text FROM sign_in_log g) t`,
    );
    const kept = rows[0]?.all ?? '';
    expect(kept).toMatch(/\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(kept).not.toContain(PASSWORD);
    expect(kept).not.toContain(secretOf(secret).toString('hex'));
    expect(kept).not.toContain(cookie.split('.')[1]);
  });
});

describe('a session', () => {
  const NAME = 'takahashi@example.jp';
  const enter = async (more: object = {}) => {
    await later();
    await calmDown();
    const { cookie: own = '', headers } = await signIn(NAME, secret, more);
    return { own, set: headers.get('set-cookie') ?? '' };
  };
  const me = async (by: string) => (await ask('GET', '/api/v1/me', undefined, by)).status;

  it('is new at each sign-in, and on a shared computer ends with the browser', async () => {
    const { own, set } = await enter();
    expect(set).toMatch(/HttpOnly; SameSite=Strict; Max-Age=43200$/);
    const shared = await enter({ shared: true });
    expect(shared.set).toMatch(/HttpOnly; SameSite=Strict$/);
    expect(shared.own).not.toBe(own);
  });

  it('locks when nobody has touched it, opens again by the password, and goes on', async () => {
    const { own } = await enter();
    await admin.query("UPDATE session SET active_at = now() - interval '16 minutes' WHERE login IS NOT NULL");
    // What was looked up a moment ago is believed for half a second.
    await expectSoon(async () => (await ask<Problem>('GET', '/api/v1/me', undefined, own)).body.code, 'session_locked');
    expect((await post<Problem>('/api/v1/sessions/current/unlocks', { password: 'no' }, own)).status).toBe(401);
    expect(await me(own)).toBe(401);
    expect((await post('/api/v1/sessions/current/unlocks', { password: PASSWORD }, own)).status).toBe(200);
    expect(await me(own)).toBe(200);
  });

  it('is kept open by what a hand does, and not by what a page reads', async () => {
    const { own } = await enter();
    const activeAt = async () =>
      (await admin.query<{ at: string }>('SELECT max(active_at)::text AS at FROM session')).rows[0]?.at ?? '';
    await admin.query("UPDATE session SET active_at = now() - interval '10 minutes' WHERE login IS NOT NULL");
    const before = await activeAt();
    await me(own);
    expect(await activeAt()).toBe(before);
    expect((await post('/api/v1/sessions/current/activity', {}, own)).status).toBe(204);
    expect(await activeAt()).not.toBe(before);
  });

  it('is listed with its device, and ended from another', async () => {
    const lost = await enter();
    const { own } = await enter();
    const { body } = await ask<{ devices: { id: string; current: boolean }[] }>(
      'GET',
      '/api/v1/own-sign-in',
      undefined,
      own,
    );
    expect(body.devices.filter(({ current }) => current)).toHaveLength(1);
    expect(await me(lost.own)).toBe(200);
    expect((await post('/api/v1/own-sign-in/session-endings', {}, own)).status).toBe(204);
    expect(await me(lost.own)).toBe(401);
    expect(await me(own)).toBe(200);
    cookie = own;
  });

  it('of others ends when the password changes', async () => {
    const other = await enter();
    const { own } = await enter();
    const wrong = await post('/api/v1/own-sign-in/passwords', { password: 'no', newPassword: OTHER_PASSWORD }, own);
    expect(wrong.status).toBe(401);
    const weak = await post<Problem>(
      '/api/v1/own-sign-in/passwords',
      { password: PASSWORD, newPassword: 'aaaaaaaaaaaaa' },
      own,
    );
    expect([weak.status, weak.body.errors.map(({ path }) => path)]).toEqual([422, ['newPassword']]);
    const done = await post('/api/v1/own-sign-in/passwords', { password: PASSWORD, newPassword: OTHER_PASSWORD }, own);
    expect(done.status).toBe(204);
    expect([await me(own), await me(other.own)]).toEqual([200, 401]);
    await post('/api/v1/own-sign-in/passwords', { password: OTHER_PASSWORD, newPassword: PASSWORD }, own);
    cookie = own;
  });

  it('that is revoked by anybody, in any process, answers nothing a second later: 1,000 races', async () => {
    const { prefecture, login, user } = (
      await admin.query<{ prefecture: string; login: string; user: string }>(
        'SELECT s.prefecture, s.login, s.user_id AS user FROM login_seat s JOIN login l ON l.id = s.login WHERE l.name = $1',
        [NAME],
      )
    ).rows[0] ?? { prefecture: '', login: '', user: '' };
    const sessions = world.app.get(Sessions);
    const late: number[] = [];
    const race = async () => {
      const token = await sessions.open(prefecture, user, { login });
      if (!(await sessions.callerOf(token))) throw new Error('it is not open');
      // Past this process, as another one would.
      await world.app.get(Databases).writer.query('DELETE FROM session WHERE token_hash = sha256($1::bytea)', [token]);
      const revoked = performance.now();
      let last = 0;
      for (let asked = revoked; asked - revoked < 1_500; asked = performance.now())
        if (await sessions.callerOf(token)) last = asked - revoked;
        else break;
      late.push(last);
    };
    for (let n = 0; n < 5; n++) await Promise.all(Array.from({ length: 200 }, race));
    expect(late).toHaveLength(1_000);
    expect(Math.max(...late)).toBeLessThanOrEqual(1_000);
  });
});

async function expectSoon<T>(look: () => Promise<T>, wanted: T): Promise<void> {
  const end = Date.now() + 5_000;
  while (Date.now() < end) if ((await look()) === wanted) return;
  expect(await look()).toBe(wanted);
}
