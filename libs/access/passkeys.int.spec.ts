import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { World } from '../../apps/cli/scenario/world.js';
import { clientOf, freshDatabase } from '#test/database.js';
import { Authenticator, type Odd } from '#test/outside/authenticator.js';
import { NOWHERE } from '#platform';
import { Invitations } from './invitations.js';
import { codeAt, secretOf } from './one-time-code.js';

const PASSWORD = 'otter-lamp-canyon-84';
const SITE = 'https://tsunagi.example.jp';

interface Answered<T> {
  readonly status: number;
  readonly body: T;
  readonly cookie: string;
}
interface Problem {
  readonly code: string;
}
interface Own {
  readonly passkeys: readonly { readonly id: string; readonly name: string; readonly usedAt: string | null }[];
}

let drop: () => Promise<void>;
let world: World;
let admin: pg.Client;
let cookie: string;
let userId: string;

async function post<T>(path: string, body: object, by = ''): Promise<Answered<T>> {
  const response = await fetch(`${await world.app.getUrl()}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: by },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: (text === '' ? undefined : JSON.parse(text)) as T,
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
}
async function get<T>(path: string, by = cookie): Promise<Answered<T>> {
  const response = await fetch(`${await world.app.getUrl()}/api/v1/${path}`, { headers: { cookie: by } });
  return { status: response.status, body: (await response.json()) as T, cookie: '' };
}
const said = ({ status, body }: Answered<Problem>) => [status, body.code];
const own = async () => (await get<Own>('own-sign-in')).body.passkeys;

interface Asked {
  readonly challenge: string;
}
const asked = async (path: string, body: object, by = ''): Promise<Asked> => {
  const { body: answered } = await post<{ options: string } & Problem>(path, body, by);
  return JSON.parse(answered.options) as Asked;
};
const begin = () => asked('own-sign-in/passkeys/options', { password: PASSWORD }, cookie);
const add = (answer: string, name = '私の電話', by = cookie) =>
  post<Problem>('own-sign-in/passkeys', { name, answer }, by);
const question = () => asked('passkey-sign-ins/options', {});
const signIn = (answer: string) => post<Problem & { userId: string }>('passkey-sign-ins', { answer });

async function enrolled(): Promise<Authenticator> {
  const device = new Authenticator(SITE);
  const added = await add(device.make(await begin()));
  if (added.status !== 204) throw new Error(JSON.stringify(added.body));
  return device;
}

beforeAll(async () => {
  process.env['SEALING_KEY'] = randomBytes(32).toString('base64');
  const { connection, ...rest } = await freshDatabase();
  drop = rest.drop;
  world = await World.open({
    connection,
    queue: { kind: 'none' },
    queuePrefix: 'passkeys',
    start: new Date().toISOString(),
    outside: { ...NOWHERE, publicUrl: SITE },
  });
  admin = await clientOf(connection);
  const token = (await world.app.get(Invitations).offerFoundation()) ?? '';
  const founding = { prefecture: '01', organization: '北海道庁 地域医療課', name: '髙橋 𠮷男' };
  const { body } = await post<{ path: string }>('foundations', { token, ...founding });
  const link = body.path.split('#')[1] ?? '';
  const opened = await post<{ secret: string }>('invitations/openings', { token: link });
  const code = codeAt(secretOf(opened.body.secret), Date.now());
  const accepting = { token: link, name: 'takahashi', password: PASSWORD, code };
  const accepted = await post<{ me: { userId: string } }>('invitations/acceptances', accepting);
  ({ cookie } = accepted);
  ({ userId } = accepted.body.me);
});
afterAll(async () => {
  await admin.end();
  await world.close();
  await drop();
});
beforeEach(async () => {
  await admin.query('DELETE FROM sign_in_failure');
  await admin.query('DELETE FROM passkey');
});

describe('a passkey', () => {
  it('is added by who says the password, named, and leads in instead of password and code', async () => {
    const device = await enrolled();
    expect(await own()).toEqual([expect.objectContaining({ name: '私の電話', usedAt: null })]);
    const { status, body, cookie: theirs } = await signIn(device.sign(await question()));
    expect([status, body.userId]).toEqual([200, userId]);
    expect((await get('me', theirs)).status).toBe(200);
    const [passkey] = await own();
    expect(passkey?.usedAt).not.toBeNull();
    expect((await post('own-sign-in/passkey-names', { id: passkey?.id, name: '職場の電話' }, cookie)).status).toBe(204);
    expect(await own()).toEqual([expect.objectContaining({ name: '職場の電話' })]);
    const { rows } = await admin.query<{ what: string }>('SELECT what FROM sign_in_log ORDER BY id DESC LIMIT 2');
    expect(rows.map(({ what }) => what)).toEqual(['signed_in_by_passkey', 'passkey_added']);
  });

  it('is not added without the password', async () => {
    const wrong = await post<Problem>('own-sign-in/passkeys/options', { password: 'another-one-84' }, cookie);
    expect(said(wrong)).toEqual([401, 'wrong_sign_in']);
    const device = new Authenticator(SITE);
    expect(said(await add(device.make({ challenge: 'guessed', rp: { id: 'tsunagi.example.jp' } })))).toEqual([
      409,
      'passkey_not_added',
    ]);
    expect(await own()).toEqual([]);
  });

  it('leads nowhere once it is removed, for which the password is asked', async () => {
    const device = await enrolled();
    const [{ id } = { id: '' }] = await own();
    const wrong = await post('own-sign-in/passkey-removals', { id, password: 'another-one-84' }, cookie);
    expect(wrong.status).toBe(401);
    expect((await post('own-sign-in/passkey-removals', { id, password: PASSWORD }, cookie)).status).toBe(204);
    expect(said(await signIn(device.sign(await question())))).toEqual([401, 'wrong_passkey']);
  });

  it('is added ten times, and no more', async () => {
    for (let i = 0; i < 10; i++) await enrolled();
    const more = await post<Problem>('own-sign-in/passkeys/options', { password: PASSWORD }, cookie);
    expect(said(more)).toEqual([409, 'too_many_passkeys']);
  });

  it.each<[string, Odd]>([
    ['of another origin', { origin: 'https://tsunagi.example.org' }],
    ['of an origin that only begins like ours', { origin: `${SITE}.evil.example` }],
    ['for another site (RP id)', { rpId: 'evil.example' }],
    ['of another challenge', { challenge: Buffer.from('another').toString('base64url') }],
    ['without finger or PIN', { unverified: true }],
    ['that signs something else', { type: 'webauthn.get' }],
  ])('%s is not added (A10)', async (_what, odd) => {
    const device = new Authenticator(SITE);
    expect(said(await add(device.make(await begin(), odd)))).toEqual([409, 'passkey_not_added']);
    expect(await own()).toEqual([]);
  });

  it('is added once by one question', async () => {
    const once = await begin();
    expect((await add(new Authenticator(SITE).make(once))).status).toBe(204);
    expect((await add(new Authenticator(SITE).make(once))).status).toBe(409);
  });

  it.each(['[]', 'null', '{}', '{"id":{}}', '"x"', 'no JSON', '{"id":"x","response":null}'])(
    'that is %s is refused, and nothing breaks',
    async (answer) => {
      expect([401, 422]).toContain((await signIn(answer)).status);
      await begin();
      expect([409, 422]).toContain((await add(answer)).status);
    },
  );
});

describe('a signature of a passkey', () => {
  let device: Authenticator;
  beforeEach(async () => {
    device = await enrolled();
  });
  const refused = [401, 'wrong_passkey'];

  it.each<[string, Odd]>([
    ['for another origin', { origin: 'https://tsunagi.example.org' }],
    ['for another site (RP id)', { rpId: 'evil.example' }],
    ['of a challenge that nobody gave', { challenge: Buffer.from('another').toString('base64url') }],
    ['without finger or PIN', { unverified: true }],
    ['that was made for something else', { type: 'webauthn.create' }],
  ])('%s does not lead in (A10)', async (_what, odd) => {
    expect(said(await signIn(device.sign(await question(), odd)))).toEqual(refused);
  });

  it('counts once, also of two at one moment', async () => {
    const answer = device.sign(await question());
    const both = await Promise.all([signIn(answer), signIn(answer)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
    expect(said(await signIn(answer))).toEqual(refused);
  });

  it('of a device whose counter goes back does not lead in: somebody has a copy of it', async () => {
    expect((await signIn(device.sign(await question(), { counter: 7 }))).status).toBe(200);
    expect(said(await signIn(device.sign(await question(), { counter: 7 })))).toEqual(refused);
    expect(said(await signIn(device.sign(await question(), { counter: 3 })))).toEqual(refused);
    expect((await signIn(device.sign(await question(), { counter: 8 }))).status).toBe(200);
  });

  it('of a device that does not count leads in each time', async () => {
    for (let i = 0; i < 2; i++) expect((await signIn(device.sign(await question(), { counter: 0 }))).status).toBe(200);
  });

  it('by another key than the one that is known does not lead in', async () => {
    const other = new Authenticator(SITE);
    const forged = JSON.parse(other.sign(await question())) as Record<string, unknown>;
    const id = device.id.toString('base64url');
    expect(said(await signIn(JSON.stringify({ ...forged, id, rawId: id })))).toEqual(refused);
    expect(said(await signIn(other.sign(await question())))).toEqual(refused);
  });

  it('comes too late after five minutes', async () => {
    const late = await question();
    await admin.query(`UPDATE passkey_challenge SET expires_at = now() - interval '1 second'`);
    expect(said(await signIn(device.sign(late)))).toEqual(refused);
  });

  it('leads in while somebody guesses at the name', async () => {
    for (let i = 0; i < 6; i++)
      await post('sign-ins', { name: 'takahashi', password: 'guessed-wrong', code: '123456' });
    const waits = await post('sign-ins', { name: 'takahashi', password: PASSWORD, code: '123456' });
    expect(waits.status).toBe(429);
    expect((await signIn(device.sign(await question()))).status).toBe(200);
  });
});

it('a link that sets a sign-in up anew ends its passkeys', async () => {
  const device = await enrolled();
  const made = await post<{ path: string }>(`users/${userId}/invitations`, {}, cookie);
  const token = made.body.path.split('#')[1] ?? '';
  const { body } = await post<{ secret: string }>('invitations/openings', { token });
  const code = codeAt(secretOf(body.secret), Date.now());
  expect((await post('invitations/acceptances', { token, password: PASSWORD, code })).status).toBe(200);
  expect(said(await signIn(device.sign(await question())))).toEqual([401, 'wrong_passkey']);
});
