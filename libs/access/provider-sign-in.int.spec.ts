import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { World } from '../../apps/cli/scenario/world.js';
import { clientOf, freshDatabase } from '#test/database.js';
import { IdentityProvider, type Amiss } from '#test/outside/identity-provider.js';
import { NOWHERE } from '#platform';
import { Invitations } from './invitations.js';
import { codeAt, secretOf } from './one-time-code.js';

const PASSWORD = 'otter-lamp-canyon-84';
const PUBLIC_URL = 'http://tsunagi.example.jp';
const CODE = 'asahikawa.example.jp';

interface Answered<T> {
  readonly status: number;
  readonly body: T;
  readonly cookies: ReadonlyMap<string, string>;
}
interface Problem {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
}
interface Me {
  readonly userId: string;
  readonly name: string;
  readonly unlocksBy: string[];
  readonly seats: readonly { readonly userId: string }[];
}
interface Returned extends Problem {
  readonly is: string;
  readonly me: Me | null;
}
interface Own extends Problem {
  readonly name: string | null;
  readonly provider: { readonly boundAt: string | null } | null;
  readonly devices: readonly { readonly id: string; readonly current: boolean }[];
}
/** What a browser holds: cookies, by their names. */
type Browser = Map<string, string>;

let drop: () => Promise<void>;
let world: World;
let admin: pg.Client;
let hospital: IdentityProvider;
let organization: string;
let elsewhere: string;
/** The browser of the administrator. */
const office: Browser = new Map();

async function ask<T>(method: string, path: string, body?: object, by: Browser = new Map()): Promise<Answered<T>> {
  const response = await fetch(`${await world.app.getUrl()}/api/v1/${path}`, {
    method,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      'idempotency-key': crypto.randomUUID(),
      cookie: [...by].map((pair) => pair.join('=')).join('; '),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/);
    if (value === '') by.delete(name);
    else by.set(name, value);
  }
  const text = await response.text();
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T, cookies: by };
}
const post = <T>(path: string, body: object, by?: Browser) => ask<T>('POST', path, body, by);
const get = <T>(path: string, by?: Browser) => ask<T>('GET', path, undefined, by);
const calmDown = () => admin.query('DELETE FROM sign_in_failure');
const later = () => admin.query('UPDATE login SET totp_step = 0');
/** What was looked up is believed for half a second: whoever is out is so within one (G20). */
async function isOut(browser: Browser): Promise<number> {
  const until = Date.now() + 1_000;
  for (;;) {
    const { status: of } = await get('me', browser);
    if (of === 401 || Date.now() > until) return of;
  }
}
const status = ({ status: of, body }: Answered<Problem>) => [of, body.code];

const registered = async (path: string, body: object) => (await post<{ id: string }>(path, body, office)).body.id;
const staff = (name: string, at = organization) =>
  registered('users', { role: 'primary_physician', organization: at, name });
const linkFor = async (userId: string) =>
  (await post<{ path: string }>(`users/${userId}/invitations`, {}, office)).body.path.split('#')[1] ?? '';

/** Takes an invitation up with a password, as everybody did so far. */
async function withPassword(userId: string, name: string): Promise<{ browser: Browser; secret: string }> {
  const browser: Browser = new Map();
  const token = await linkFor(userId);
  const { body } = await post<{ secret: string }>('invitations/openings', { token });
  const code = codeAt(secretOf(body.secret), Date.now());
  const accepted = await post<Problem>('invitations/acceptances', { token, name, password: PASSWORD, code }, browser);
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body));
  await later();
  return { browser, secret: body.secret };
}

/** Begins at the sign-in page, proves who one is at the hospital, and stands before the way back. */
async function thereAndBack(account: string, browser: Browser, more: object = {}) {
  const begun = await post<{ location: string } & Problem>('provider-sign-ins', { code: CODE, ...more }, browser);
  if (begun.status !== 200) throw new Error(JSON.stringify(begun.body));
  return hospital.visit(begun.body.location, account);
}
const goBack = (at: URL, browser: Browser) =>
  post<Returned>('provider-sign-ins/returns', { query: at.search }, browser);
const signIn = async (account: string, browser: Browser = new Map(), more: object = {}) =>
  goBack(await thereAndBack(account, browser, more), browser);

const entered = (more: object = {}) => ({
  code: CODE,
  issuer: hospital.issuer,
  clientId: 'tsunagi',
  clientSecret: 'secret of tsunagi',
  twoFactors: true,
  ...more,
});
const keep = (more: object = {}, at = organization) =>
  post<Problem>(`organizations/${at}/identity-provider`, entered(more), office);

beforeAll(async () => {
  process.env['SEALING_KEY'] = randomBytes(32).toString('base64');
  const { connection, ...rest } = await freshDatabase();
  drop = rest.drop;
  hospital = await IdentityProvider.start({ returnTo: `${PUBLIC_URL}/from-provider` });
  world = await World.open({
    connection,
    queue: { kind: 'none' },
    queuePrefix: 'provider-sign-in',
    start: new Date().toISOString(),
    outside: { ...NOWHERE, publicUrl: PUBLIC_URL, privateTargets: [hospital.host, '127.0.0.1:9'] },
  });
  admin = await clientOf(connection);
  const token = (await world.app.get(Invitations).offerFoundation()) ?? '';
  const founding = { prefecture: '01', organization: '北海道庁 地域医療課', name: '髙橋 𠮷男' };
  const { body } = await post<{ path: string }>('foundations', { token, ...founding });
  const link = body.path.split('#')[1] ?? '';
  const opened = await post<{ secret: string }>('invitations/openings', { token: link });
  const code = codeAt(secretOf(opened.body.secret), Date.now());
  await post('invitations/acceptances', { token: link, name: 'takahashi', password: PASSWORD, code }, office);
  await later();
  await post(
    'areas',
    {
      prefecture: { code: '01', name: '北海道' },
      homeCareAreas: [
        {
          tertiary: '道北',
          secondary: '上川中部',
          homeCareArea: '旭川',
          municipalities: [{ code: '012041', name: '旭川市' }],
        },
      ],
    },
    office,
  );
  const clinic = { kind: 'clinic', municipality: '旭川市' };
  organization = await registered('organizations', { ...clinic, name: '旭川つじ医院' });
  elsewhere = await registered('organizations', { ...clinic, name: '旭川みなみ医院' });
});
afterAll(async () => {
  await admin.end();
  await world.close();
  await hospital.stop();
  await drop();
});
beforeEach(calmDown);
afterEach(() => hospital.be({}));

describe('an administrator', () => {
  const path = () => `organizations/${organization}/identity-provider`;

  it('sees what the provider must know, before there is one', async () => {
    const { body } = await get<{ provider: unknown; returnTo: string }>(path(), office);
    expect(body).toEqual({ provider: null, returnTo: `${PUBLIC_URL}/from-provider`, people: [] });
    expect((await get<{ provider: boolean }>('ways-in')).body).toEqual({ demo: false, provider: false });
  });

  it('keeps only what works', async () => {
    expect(status(await keep({ issuer: 'http://127.0.0.1:9' }))).toEqual([422, 'provider_not_found']);
    expect(status(await keep({ issuer: `${hospital.issuer}/` }))).toEqual([422, 'provider_other_issuer']);
    expect(status(await keep({ clientId: 'nobody' }))).toEqual([409, 'provider_unknown_client']);
    expect(status(await keep({ clientSecret: 'of yesterday' }))).toEqual([409, 'provider_unknown_client']);
    expect(status(await keep({ twoFactors: false }))).toEqual([422, 'invalid_input']);
    expect(status(await keep({ code: '旭川' }))).toEqual([422, 'invalid_input']);
    expect((await admin.query('SELECT FROM identity_provider')).rowCount).toBe(0);
  });

  it.each([
    'http://127.0.0.1:1',
    'https://127.0.0.1',
    'http://169.254.169.254',
    'https://10.0.0.1',
    'https://localhost',
  ])('cannot have %s asked, which lies inside (W5)', async (issuer) => {
    expect(status(await keep({ issuer }))).toEqual([422, 'provider_not_found']);
  });

  it('keeps it with its secret sealed, and is never shown that again', async () => {
    const kept = await keep();
    expect(kept.status).toBe(200);
    expect(kept.body).toMatchObject({ provider: { code: CODE, issuer: hospital.issuer, clientId: 'tsunagi' } });
    expect(JSON.stringify((await get(path(), office)).body)).not.toContain('secret of');
    const { rows } = await admin.query<{ sealed: Buffer }>('SELECT client_secret AS sealed FROM identity_provider');
    expect(rows[0]?.sealed.toString('latin1')).not.toContain('secret of tsunagi');
    expect((await get<{ provider: boolean }>('ways-in')).body.provider).toBe(true);
  });

  it('gives no code twice', async () => {
    expect(status(await keep({}, elsewhere))).toEqual([409, 'code_taken']);
  });

  it('alone does any of this', async () => {
    const { browser } = await withPassword(await staff('辻󠄀 まもる'), 'tsuji');
    expect((await get(path(), browser)).status).toBe(403);
    expect((await post(path(), entered(), browser)).status).toBe(403);
    expect((await ask('DELETE', path(), undefined, browser)).status).toBe(403);
    expect((await ask('DELETE', `users/${crypto.randomUUID()}/provider-binding`, undefined, browser)).status).toBe(403);
  });

  it('sets none up for what is no institution', async () => {
    expect(status(await keep({ code: 'nowhere.example.jp' }, crypto.randomUUID()))).toEqual([404, 'not_found']);
  });
});

describe('whoever is invited', () => {
  it('takes the invitation up with the account of the institution, and comes in by it from then on', async () => {
    const userId = await staff('佐藤 恵');
    const token = await linkFor(userId);
    const opened = await post<{ provider: boolean }>('invitations/openings', { token });
    expect(opened.body.provider).toBe(true);
    const browser: Browser = new Map();
    const begun = await post<{ location: string }>('invitations/provider-beginnings', { token }, browser);
    const joined = await goBack(await hospital.visit(begun.body.location, 'sato'), browser);
    expect(joined.body).toMatchObject({ is: 'joined', me: { userId, name: '佐藤 恵', unlocksBy: ['provider'] } });
    expect((await get<Me>('me', browser)).body.userId).toBe(userId);
    // The link is used.
    expect(status(await post<Problem>('invitations/openings', { token }))).toEqual([404, 'invitation_not_usable']);

    const again: Browser = new Map();
    const { body } = await signIn('sato', again, { shared: true });
    expect(body).toMatchObject({ is: 'signed_in', me: { userId } });
    const own = await get<Own>('own-sign-in', again);
    expect(own.body).toMatchObject({ name: null, provider: { boundAt: expect.any(String) as string } });
    expect(own.body.devices).toHaveLength(2);
    const { rows } = await admin.query(`SELECT what FROM sign_in_log WHERE user_id = $1 ORDER BY id`, [userId]);
    expect(rows.map(({ what }: { what?: string }) => what)).toEqual([
      'invited',
      'provider_bound',
      'joined',
      'signed_in_by_provider',
    ]);
  });

  it('takes no invitation of another institution up with it', async () => {
    const token = await linkFor(await staff('南 春子', elsewhere));
    expect((await post<{ provider: boolean }>('invitations/openings', { token })).body.provider).toBe(false);
    expect(status(await post<Problem>('invitations/provider-beginnings', { token }))).toEqual([404, 'provider_gone']);
  });

  it('gets a second post at the institution with the account that is bound already', async () => {
    const token = await linkFor(await staff('佐藤 恵'));
    const browser: Browser = new Map();
    const begun = await post<{ location: string }>('invitations/provider-beginnings', { token }, browser);
    const { body } = await goBack(await hospital.visit(begun.body.location, 'sato'), browser);
    expect(body.me?.seats).toHaveLength(2);
  });
});

describe('whoever signs in with a password', () => {
  let userId: string;
  let mine: Browser;
  let secret: string;
  beforeAll(async () => {
    userId = await staff('山田 実');
    ({ browser: mine, secret } = await withPassword(userId, 'yamada'));
  });
  const bind = async (account: string) => {
    const begun = await post<{ location: string } & Problem>(
      'own-sign-in/provider-beginnings',
      { password: PASSWORD },
      mine,
    );
    return goBack(await hospital.visit(begun.body.location, account), mine);
  };

  it('is nobody to the provider before the account is bound, whatever it is called', async () => {
    const browser: Browser = new Map();
    const answer = await signIn('yamada', browser);
    expect(status(answer)).toEqual([403, 'provider_not_bound']);
    expect(answer.body.ja).toContain('自分のサインイン');
    expect(answer.body.en).toContain('invitation');
    expect([...browser.keys()]).toEqual([]);
  });

  it('binds it, asked for the password first', async () => {
    const wrong = await post<Problem>('own-sign-in/provider-beginnings', { password: 'another-one-84' }, mine);
    expect(status(wrong)).toEqual([401, 'wrong_sign_in']);
    expect((await bind('yamada')).body).toMatchObject({ is: 'bound', me: null });
    const { body } = await signIn('yamada');
    expect(body).toMatchObject({ is: 'signed_in', me: { userId, unlocksBy: ['password', 'provider'] } });
  });

  it('cannot bind what is bound to somebody else', async () => {
    expect(status(await bind('sato'))).toEqual([409, 'provider_account_taken']);
    expect((await signIn('yamada')).body.is).toBe('signed_in');
  });

  it('binds nothing with a session that has ended meanwhile', async () => {
    const [first = ''] = [...mine.values()];
    const browser: Browser = new Map([['tsunagi_session', first]]);
    const begun = await post<{ location: string }>('own-sign-in/provider-beginnings', { password: PASSWORD }, browser);
    const back = await hospital.visit(begun.body.location, 'yamada2');
    await admin.query('DELETE FROM session WHERE user_id = $1', [userId]);
    expect(status(await goBack(back, browser))).toEqual([409, 'provider_not_proven']);
    mine = new Map();
    await later();
    const code = codeAt(secretOf(secret), Date.now());
    await post('sign-ins', { name: 'yamada', password: PASSWORD, code }, mine);
    await later();
  });

  it('unbinds it, and whoever came in by it is out', async () => {
    const other: Browser = new Map();
    await signIn('yamada', other);
    expect((await get('me', other)).status).toBe(200);
    expect((await post('own-sign-in/provider-unbindings', { password: PASSWORD }, mine)).status).toBe(204);
    expect((await get('me', other)).status).toBe(401);
    expect((await get('me', mine)).status).toBe(200);
    expect(status(await signIn('yamada'))).toEqual([403, 'provider_not_bound']);
  });

  it('is unbound by the administrator', async () => {
    expect((await bind('yamada')).status).toBe(200);
    const other: Browser = new Map();
    await signIn('yamada', other);
    const shown = await get<{ people: { userId: string; name: string }[] }>(
      `organizations/${organization}/identity-provider`,
      office,
    );
    expect(shown.body.people).toContainEqual(expect.objectContaining({ userId, name: '山田 実' }));
    expect((await ask('DELETE', `users/${userId}/provider-binding`, undefined, office)).status).toBe(204);
    expect((await get('me', other)).status).toBe(401);
    expect(status(await signIn('yamada'))).toEqual([403, 'provider_not_bound']);
  });

  it('who has no password keeps the only way in, and gets another by a link', async () => {
    const sato: Browser = new Map();
    const { body } = await signIn('sato', sato);
    const kept = await post<Problem>('own-sign-in/provider-unbindings', { password: PASSWORD }, sato);
    expect(status(kept)).toEqual([409, 'only_way_in']);
    const token = await linkFor(body.me?.userId ?? '');
    const opened = await post<{ purpose: string; name: null; secret: string }>('invitations/openings', { token });
    expect(opened.body).toMatchObject({ purpose: 'reset', name: null, provider: false });
    const code = codeAt(secretOf(opened.body.secret), Date.now());
    const reset = await post('invitations/acceptances', { token, name: 'sato', password: PASSWORD, code });
    expect(reset.status).toBe(200);
    expect(await isOut(sato)).toBe(401);
    expect(status(await signIn('sato'))).toEqual([403, 'provider_not_bound']);
  });
});

describe('an answer of a provider', () => {
  let userId: string;
  beforeAll(async () => {
    userId = await staff('林 葉子');
    const browser: Browser = new Map();
    const token = await linkFor(userId);
    const begun = await post<{ location: string }>('invitations/provider-beginnings', { token }, browser);
    await goBack(await hospital.visit(begun.body.location, 'hayashi'), browser);
  });
  const refused = [409, 'provider_not_proven'];
  const changed = (at: URL, name: string, value: string) => {
    const other = new URL(at);
    other.searchParams.set(name, value);
    return other;
  };

  it('is taken once: neither the answer nor the code in it counts again', async () => {
    const browser: Browser = new Map();
    const back = await thereAndBack('hayashi', browser);
    const held = new Map(browser);
    expect((await goBack(back, browser)).body.is).toBe('signed_in');
    expect(status(await goBack(back, held))).toEqual(refused);
    // The code in an answer to something that was begun anew.
    const next: Browser = new Map();
    const fresh = await thereAndBack('hayashi', next);
    const replayed = changed(fresh, 'code', back.searchParams.get('code') ?? '');
    expect(status(await goBack(replayed, next))).toEqual(refused);
  });

  it('of two at the same moment counts once', async () => {
    const browser: Browser = new Map();
    const back = await thereAndBack('hayashi', browser);
    const both = await Promise.all([goBack(back, new Map(browser)), goBack(back, new Map(browser))]);
    expect(both.map(({ status: of }) => of).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('is brought by the browser that asked, and by no other', async () => {
    const browser: Browser = new Map();
    const back = await thereAndBack('hayashi', browser);
    expect(status(await goBack(back, new Map()))).toEqual(refused);
    const another: Browser = new Map();
    await thereAndBack('hayashi', another);
    expect(status(await goBack(back, another))).toEqual(refused);
  });

  it.each([
    ['state', 'of another sign-in'],
    ['iss', 'https://elsewhere.example'],
    ['code', 'guessed'],
  ])('with another %s is not believed', async (name, value) => {
    const browser: Browser = new Map();
    const back = await thereAndBack('hayashi', browser);
    expect(status(await goBack(changed(back, name, value), browser))).toEqual(refused);
    expect([...browser.keys()]).toEqual([]);
  });

  it('without its issuer is not believed, for this provider always names it', async () => {
    const browser: Browser = new Map();
    const back = await thereAndBack('hayashi', browser);
    back.searchParams.delete('iss');
    expect(status(await goBack(back, browser))).toEqual(refused);
  });

  it.each(['nonce', 'state'])('to a question whose %s was changed on the way is not believed', async (name) => {
    const browser: Browser = new Map();
    const begun = await post<{ location: string }>('provider-sign-ins', { code: CODE }, browser);
    const location = changed(new URL(begun.body.location), name, 'of somebody else').href;
    expect(status(await goBack(await hospital.visit(location, 'hayashi'), browser))).toEqual(refused);
  });

  it('with the code of another client is not believed', async () => {
    const browser: Browser = new Map();
    const begun = await post<{ location: string }>('provider-sign-ins', { code: CODE }, browser);
    const location = changed(new URL(begun.body.location), 'client_id', 'payroll').href;
    expect(status(await goBack(await hospital.visit(location, 'hayashi'), browser))).toEqual(refused);
  });

  it('asks with PKCE (S256), for nothing but who it is', async () => {
    const { body } = await post<{ location: string }>('provider-sign-ins', { code: CODE });
    const asked = new URL(body.location).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('scope')).toBe('openid');
    expect(asked.has('prompt')).toBe(false);
    const shared = await post<{ location: string }>('provider-sign-ins', { code: CODE, shared: true });
    expect(new URL(shared.body.location).searchParams.get('prompt')).toBe('login');
  });

  it.each<[string, Amiss['wrong']]>([
    ['signed by a foreign key', 'foreign_key'],
    ['signed by a key that the provider does not publish', 'foreign_kid'],
    ['without a signature', 'unsigned'],
    ['for another client', 'other_client'],
    ['of another issuer', 'other_issuer'],
    ['with another nonce', 'other_nonce'],
  ])('with an ID token %s is not believed (A8, A9)', async (_what, wrong) => {
    await hospital.be(wrong === undefined ? {} : { wrong });
    const browser: Browser = new Map();
    expect(status(await signIn('hayashi', browser))).toEqual(refused);
    expect([...browser.keys()]).toEqual([]);
  });

  it.each([120, -120])('is believed from a clock that is %i seconds off', async (off) => {
    await hospital.be({ off });
    expect((await signIn('hayashi')).body.is).toBe('signed_in');
  });

  it.each([600, -600])('is not believed from a clock that is %i seconds off, and it is said why', async (off) => {
    await hospital.be({ off });
    const answer = await signIn('hayashi');
    expect(status(answer)).toEqual([409, 'provider_clock']);
    expect(answer.body.ja).toContain('時計');
  });

  it('with a token that was issued long ago is not believed', async () => {
    await hospital.be({ wrong: 'long_ago' });
    expect(status(await signIn('hayashi'))).toEqual([409, 'provider_clock']);
  });

  it('after a password alone is not believed: two factors are asked of everybody', async () => {
    await hospital.be({ ways: ['pwd'] });
    expect(status(await signIn('hayashi'))).toEqual([409, 'provider_one_factor']);
  });

  it('that says no is passed on', async () => {
    const browser: Browser = new Map();
    const back = await thereAndBack('hayashi', browser);
    back.searchParams.delete('code');
    expect(status(await goBack(changed(back, 'error', 'access_denied'), browser))).toEqual([409, 'provider_refused']);
  });

  it('comes too late after ten minutes', async () => {
    const browser: Browser = new Map();
    const back = await thereAndBack('hayashi', browser);
    await admin.query(`UPDATE provider_flow SET expires_at = now() - interval '1 second'`);
    expect(status(await goBack(back, browser))).toEqual(refused);
  });

  it('makes a session as any other: listed, ended from elsewhere, locked, and over with the post', async () => {
    const desk: Browser = new Map();
    const phone: Browser = new Map();
    await signIn('hayashi', desk);
    await signIn('hayashi', phone);
    const { body } = await get<Own>('own-sign-in', desk);
    const others = body.devices.filter(({ current }) => !current);
    expect(others.length).toBeGreaterThan(0);
    expect((await post('own-sign-in/session-endings', {}, desk)).status).toBe(204);
    expect((await get('me', phone)).status).toBe(401);

    await lock(desk);
    expect(status(await get<Problem>('me', desk))).toEqual([401, 'session_locked']);
    const begun = await post<{ location: string }>('sessions/current/provider-beginnings', {}, desk);
    // Nobody else unlocks it, and the provider asks anew, though its own session is still open.
    expect(new URL(begun.body.location).searchParams.get('prompt')).toBe('login');
    expect(status(await goBack(await hospital.visit(begun.body.location, 'sato'), desk))[0]).toBe(403);
    const again = await post<{ location: string }>('sessions/current/provider-beginnings', {}, desk);
    const unlocked = await goBack(await hospital.visit(again.body.location, 'hayashi'), desk);
    expect(unlocked.body).toMatchObject({ is: 'unlocked', me: null });
    expect((await get('me', desk)).status).toBe(200);

    const left = await post<Problem>(`users/${userId}/leavings`, { on: today() }, office);
    expect(left.status).toBeLessThan(300);
    expect(await isOut(desk)).toBe(401);
    expect(status(await signIn('hayashi'))).toEqual([403, 'no_post']);
    // He comes back, and so do those below.
    userId = await staff('林 葉子');
    const browser: Browser = new Map();
    const begin = await post<{ location: string }>(
      'invitations/provider-beginnings',
      { token: await linkFor(userId) },
      browser,
    );
    await goBack(await hospital.visit(begin.body.location, 'hayashi'), browser);
    expect((await signIn('hayashi')).body).toMatchObject({ is: 'signed_in', me: { userId } });
  });

  const today = () => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  async function lock(browser: Browser) {
    await admin.query(`UPDATE session SET active_at = now() - interval '16 minutes' WHERE user_id = $1`, [userId]);
    world.sessions.forget();
    expect(browser.size).toBe(1);
  }
});

describe('a code of an institution', () => {
  it('that nobody has leads nowhere, and guessing is made to wait', async () => {
    const tries: number[] = [];
    for (let i = 0; i < 40; i++) tries.push((await post('provider-sign-ins', { code: 'nowhere.example.jp' })).status);
    expect(tries[0]).toBe(404);
    expect(tries.at(-1)).toBe(429);
  });

  it('is also an address of its mail, of which only the end is looked at', async () => {
    expect((await post('provider-sign-ins', { code: `Hayashi@${CODE.toUpperCase()}` })).status).toBe(200);
  });
});

describe('a sign-in page whose provider is down', () => {
  it('says so, a password still leads in, and it goes on when the provider is back', async () => {
    const port = Number(new URL(hospital.issuer).port);
    const browser: Browser = new Map();
    const back = await thereAndBack('hayashi', browser);
    await hospital.stop();
    const answer = await goBack(back, browser);
    expect(status(answer)).toEqual([503, 'provider_unreachable']);
    expect(answer.body.ja).toContain('パスワード');
    const { browser: other } = await withPassword(await staff('森 緑'), 'mori');
    expect((await get('me', other)).status).toBe(200);
    hospital = await IdentityProvider.start({ returnTo: `${PUBLIC_URL}/from-provider`, port });
    expect((await signIn('hayashi')).status).toBe(200);
  });
});

describe('when the institution has no provider any more', () => {
  it('whoever came in by it is out, and nobody comes in by it', async () => {
    const browser: Browser = new Map();
    await signIn('hayashi', browser);
    const removed = await ask('DELETE', `organizations/${organization}/identity-provider`, undefined, office);
    expect(removed.status).toBe(204);
    expect((await get('me', browser)).status).toBe(401);
    expect((await post('provider-sign-ins', { code: CODE })).status).toBe(404);
    expect((await get<{ provider: boolean }>('ways-in')).body.provider).toBe(false);
  });
});
