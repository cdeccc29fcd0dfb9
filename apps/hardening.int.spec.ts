import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Invitations, Sessions } from '#access';
import { configureHttp, httpAdapter, RequestLimits, settings, type Connection } from '#platform';
import { clientOf, freshDatabase } from '#test/database.js';
import { AllInOneModule } from './cli/all-in-one.module.js';
import { openApiOf } from './open-api.js';

const LIMIT = 5;

/** What stands around every route, with the whole system behind it. */
describe('around every route', () => {
  let connection: Connection;
  let drop: () => Promise<void>;
  let app: NestFastifyApplication;
  let base: string;

  /** fetch would set Sec-Fetch-Site itself. */
  async function ask(method: string, path: string, headers: Readonly<Record<string, string>> = {}, body?: object) {
    const type = body ? { 'content-type': 'application/json' } : {};
    return new Promise<{ status: number; headers: Readonly<Record<string, unknown>>; body: string }>(
      (heard, failed) => {
        const sent = request(`${base}${path}`, { method, headers: { ...type, ...headers } }, (answer) => {
          void text(answer).then(
            (said) => heard({ status: answer.statusCode ?? 0, headers: answer.headers, body: said }),
            failed,
          );
        });
        sent.once('error', failed);
        sent.end(body && JSON.stringify(body));
      },
    );
  }

  beforeAll(async () => {
    process.env['SEALING_KEY'] = randomBytes(32).toString('base64');
    ({ connection, drop } = await freshDatabase());
    const module = AllInOneModule.of({
      connection,
      queue: { kind: 'none' },
      queuePrefix: 'hardening',
      driven: true,
      requestsPerMinute: LIMIT,
    });
    app = await NestFactory.create<NestFastifyApplication>(
      module,
      httpAdapter(settings({ ...process.env, TRUSTED_PROXIES: 'loopback' })),
      {
        logger: ['error', 'fatal'],
        abortOnError: false,
      },
    );
    configureHttp(app, app.get(RequestLimits));
    await app.listen(0, '127.0.0.1');
    base = await app.getUrl();
  });
  afterAll(async () => {
    await app.close();
    await drop();
  });

  it('a page of another site changes nothing: each unsafe method of each path is refused before anything is looked at', async () => {
    const unsafe = Object.entries(openApiOf(app).paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'get')
        .map(
          (method) =>
            [method.toUpperCase(), path.replaceAll(/\{\w+\}/g, '01890a5d-ac96-774b-bcce-b302099a8057')] as const,
        ),
    );
    expect(unsafe.length).toBeGreaterThan(100);
    for (const [method, url] of unsafe) {
      // Node says of no DELETE how long its body is.
      const said = method === 'DELETE' ? undefined : {};
      const { status, body } = await ask(method, url, { 'sec-fetch-site': 'cross-site' }, said);
      expect([method, url, status, body]).toEqual([method, url, 403, expect.stringContaining('cross_origin')]);
    }
  });

  it('how busy the house is, it tells nobody outside', async () => {
    // The program trusts loopback here: this test is the proxy that says where a request comes from.
    const told = async (from: string) => (await ask('GET', '/metrics', { 'x-forwarded-for': from })).status;
    for (const inside of ['127.0.0.1', '::1', '10.1.2.3', '192.168.0.7'])
      expect([inside, await told(inside)]).toEqual([inside, 200]);
    for (const outside of ['203.0.113.9', '2001:db8::9'])
      expect([outside, await told(outside)]).toEqual([outside, 404]);
  });

  it('an account that asks without end is told to wait, through whatever session, and another is not', async () => {
    const [first, second] = await twoAccounts();
    const sessions = app.get(Sessions);
    const me = async (token: string) => {
      const { status, headers } = await ask('GET', '/api/v1/me', { authorization: `Bearer ${token}` });
      return [status, headers['retry-after'] !== undefined];
    };
    const [here, there] = [await sessions.open('01', first), await sessions.open('01', first)];
    const answers = [];
    // A minute may end while this runs.
    for (let i = 0; i < 3 * LIMIT; i++) answers.push(await me(i % 2 === 0 ? here : there));
    expect(answers[0]).toEqual([200, false]);
    expect(answers.at(-1)).toEqual([429, true]);
    expect(await me(await sessions.open('01', second))).toEqual([200, false]);
  });

  async function twoAccounts(): Promise<readonly [string, string]> {
    const found = async (organization: string) => {
      const token = (await app.get(Invitations).offerFoundation()) ?? '';
      const body = { token, prefecture: '01', organization, name: '髙橋 𠮷男' };
      expect(await ask('POST', '/api/v1/foundations', {}, body)).toMatchObject({ status: 200 });
    };
    await found('北海道庁');
    await found('道立病院');
    const admin = await clientOf(connection);
    const { rows } = await admin.query<{ id: string }>('SELECT user_id AS id FROM account ORDER BY user_id');
    await admin.end();
    const [a, b] = rows;
    return [a?.id ?? '', b?.id ?? ''];
  }
});
