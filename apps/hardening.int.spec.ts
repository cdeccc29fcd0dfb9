import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Invitations, Sessions } from '#access';
import type { Connection } from '#platform';
import { clientOf, freshDatabase } from '#test/database.js';
import { AllInOneModule } from './cli/all-in-one.module.js';
import { openApiOf } from './open-api.js';
import { makeHttpApp } from './serve.js';

const LIMIT = 5;

/** What stands around every route, with the whole system behind it. */
describe('around every route', () => {
  let connection: Connection;
  let drop: () => Promise<void>;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    process.env['SEALING_KEY'] = randomBytes(32).toString('base64');
    ({ connection, drop } = await freshDatabase());
    app = await makeHttpApp(
      AllInOneModule.of({
        connection,
        queue: { kind: 'none' },
        queuePrefix: 'hardening',
        driven: true,
        requestsPerMinute: LIMIT,
      }),
      'error',
    );
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await drop();
  });

  it('a page of another site changes nothing: each unsafe method of each path is refused before anything is looked at', async () => {
    const unsafe = Object.entries(openApiOf(app).paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'get')
        .map((method) => [method.toUpperCase(), path.replaceAll(/\{\w+\}/g, '01890a5d-ac96-774b-bcce-b302099a8057')] as const),
    );
    expect(unsafe.length).toBeGreaterThan(100);
    for (const [method, url] of unsafe) {
      const { statusCode, body } = await app.inject({
        method: method as 'POST',
        url,
        headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
        payload: '{}',
      });
      expect([method, url, statusCode, body]).toEqual([method, url, 403, expect.stringContaining('cross_origin')]);
    }
  });

  it('an account that asks without end is told to wait, through whatever session, and another is not', async () => {
    const [first, second] = await twoAccounts();
    const sessions = app.get(Sessions);
    const ask = async (token: string) => {
      const { statusCode, headers } = await app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } });
      return [statusCode, headers['retry-after'] !== undefined];
    };
    const [here, there] = [await sessions.open('01', first), await sessions.open('01', first)];
    const answers = [];
    // A minute may end while this runs.
    for (let i = 0; i < 3 * LIMIT; i++) answers.push(await ask(i % 2 === 0 ? here : there));
    expect(answers[0]).toEqual([200, false]);
    expect(answers.at(-1)).toEqual([429, true]);
    expect(await ask(await sessions.open('01', second))).toEqual([200, false]);
  });

  async function twoAccounts(): Promise<readonly [string, string]> {
    const found = async (organization: string) => {
      const token = (await app.get(Invitations).offerFoundation()) ?? '';
      const { statusCode } = await app.inject({
        method: 'POST',
        url: '/api/v1/foundations',
        payload: { token, prefecture: '01', organization, name: '髙橋 𠮷男' },
      });
      expect(statusCode).toBe(200);
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
