import { Controller, Get, Ip, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { freshDatabase } from '#test/database.js';
import { Databases } from '../database/databases.js';
import { settings } from '../settings.js';
import { configureHttp } from './configure-http.js';
import { httpAdapter } from './http-adapter.js';
import type { Problem } from './problem.dto.js';
import { RequestLimits } from './request-limits.js';

@Controller('api/v1')
class Doors {
  @Get('place') place(@Ip() place: string): object {
    return { place };
  }
}
@Module({ controllers: [Doors] })
class DoorsModule {}

const NOON = Date.UTC(2026, 10, 28, 12);

async function opened(
  env: Readonly<Record<string, string>> = {},
  limits?: Pick<RequestLimits, 'take'>,
): Promise<NestFastifyApplication> {
  const read = settings(env);
  const app = await NestFactory.create<NestFastifyApplication>(DoorsModule, httpAdapter(read), { logger: false });
  configureHttp(app, limits, read);
  await app.listen(0, '127.0.0.1');
  return app;
}

const ask = async (app: NestFastifyApplication, forwarded: string, path = '/api/v1/place') =>
  fetch(`${await app.getUrl()}${path}`, { headers: { 'x-forwarded-for': forwarded } });
const placeOf = async (app: NestFastifyApplication, forwarded: string) =>
  ((await (await ask(app, forwarded)).json()) as { place: string }).place;

describe('behind TLS', () => {
  it('a browser is told to come back over nothing else; without TLS it is not', async () => {
    const [open, closed] = await Promise.all([opened({}), opened({ TLS: 'true' })]);
    const said = async (app: NestFastifyApplication) => (await ask(app, '')).headers.get('strict-transport-security');
    expect(await said(open)).toBeNull();
    expect(await said(closed)).toBe('max-age=63072000; includeSubDomains');
    await Promise.all([open.close(), closed.close()]);
  });
});

describe('where a request comes from', () => {
  it('is said by nobody where no proxy is trusted', async () => {
    const app = await opened();
    expect(await placeOf(app, '198.51.100.1')).toBe('127.0.0.1');
    await app.close();
  });

  it('is said by the proxies that are trusted, by nobody before them, and by no other', async () => {
    const [near, far] = await Promise.all([
      opened({ TRUSTED_PROXIES: 'loopback, 10.0.0.0/8' }),
      opened({ TRUSTED_PROXIES: '10.0.0.0/8' }),
    ]);
    expect(await placeOf(near, '198.51.100.1')).toBe('198.51.100.1');
    expect(await placeOf(near, '192.0.2.66, 198.51.100.1, 10.1.2.3')).toBe('198.51.100.1');
    expect(await placeOf(far, '198.51.100.1')).toBe('127.0.0.1');
    await Promise.all([near.close(), far.close()]);
  });
});

describe('the limit of requests', () => {
  let drop: () => Promise<void>;
  let databases: Databases;
  let ended: Databases;

  beforeAll(async () => {
    const { connection, ...rest } = await freshDatabase();
    drop = rest.drop;
    databases = new Databases(connection);
    ended = new Databases({ ...connection, database: 'is_not_there' });
  });
  afterAll(async () => {
    await databases.onApplicationShutdown();
    await ended.onApplicationShutdown();
    await drop();
  });
  const limits = (perMinute: number, on = databases) => new RequestLimits({ perMinute }, on);
  const times = (n: number, take: () => number) => Array.from({ length: n }, take);

  it('of an account is one for all processes', async () => {
    const [one, other] = [limits(10), limits(10)];
    expect(times(6, () => one.take('account', 'a', NOON))).toEqual(Array(6).fill(0));
    expect(times(4, () => other.take('account', 'a', NOON))).toEqual(Array(4).fill(0));
    await one.tell(NOON);
    await other.tell(NOON);
    expect(other.take('account', 'a', NOON)).toBe(60);
    expect(other.take('account', 'b', NOON)).toBe(0);
    // The first one hears of the others when it has something to tell.
    expect(one.take('account', 'a', NOON)).toBe(0);
    await one.tell(NOON);
    expect(one.take('account', 'a', NOON + 10_000)).toBe(50);
    expect(one.take('account', 'a', NOON + 60_000)).toBe(0);
  });

  it('of an address is wider, counts a network of IPv6 as one, and does not hold up a proxy on this computer', async () => {
    const counting = limits(1);
    expect(times(11, () => counting.take('address', '203.0.113.9', NOON)).at(-1)).toBe(60);
    expect(times(11, () => counting.take('address', '127.0.0.1', NOON)).at(-1)).toBe(0);
    expect(times(11, () => counting.take('address', '::ffff:127.0.0.1', NOON)).at(-1)).toBe(0);
    expect(times(10, () => counting.take('address', '2001:db8:1:2::1', NOON)).at(-1)).toBe(0);
    expect(counting.take('address', '2001:db8:1:2:ffff::9', NOON)).toBe(60);
    expect(counting.take('address', '2001:db8:1:3::1', NOON)).toBe(0);
    await counting.tell(NOON);
  });

  it('goes on in each process while the database is away', async () => {
    const alone = limits(2, ended);
    alone.take('account', 'a', NOON);
    await expect(alone.tell(NOON)).rejects.toThrow('does not exist');
    expect(times(2, () => alone.take('account', 'a', NOON))).toEqual([0, 60]);
  });

  it('is no limit at 0', () => {
    const none = limits(0);
    expect(times(100, () => none.take('account', 'a', NOON)).at(-1)).toBe(0);
  });

  it('answers 429 with when to come again, and is not counted for the files of the page', async () => {
    const app = await opened({ TRUSTED_PROXIES: 'loopback' }, limits(1));
    const from = (path?: string) => ask(app, '198.51.100.77', path);
    for (let i = 0; i < 30; i++) expect((await from('/assets/x.js')).status).toBe(404);
    // A minute may end while this runs: then one more is let in, and a second minute does not.
    const answers = [];
    for (let i = 0; i < 25; i++) answers.push(await from());
    const refused = answers.at(-1);
    expect(answers[0]?.status).toBe(200);
    expect(refused?.status).toBe(429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await refused?.json()) as Problem).toMatchObject({ code: 'too_many_requests' });
    await app.close();
  });
});
