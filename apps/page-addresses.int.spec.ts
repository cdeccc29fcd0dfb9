import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { configureHttp, httpAdapter } from '#platform';
import { answerWithPage } from './page-addresses.js';

@Controller('api/v1')
class Api {
  @Get('board') board(): object {
    return { rows: [] };
  }
}
@Module({ controllers: [Api] })
class PagesModule {}

const CASE = '/cases/019af0e0-0000-7000-8000-000000000000';

describe('the pages', () => {
  let app: NestFastifyApplication;
  let port: number;

  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(PagesModule, httpAdapter(), { logger: false });
    answerWithPage(configureHttp(app), '<!doctype html><title>つなぎ</title>');
    await app.listen(0, '127.0.0.1');
    port = Number(new URL(await app.getUrl()).port);
  });
  afterAll(() => app.close());

  interface Seen {
    readonly statusCode: number | undefined;
    readonly headers: IncomingHttpHeaders;
    readonly payload: string;
  }
  // As it stands: fetch would mend the address and follow where it leads.
  const open = async (path: string, accept = 'text/html'): Promise<Seen> => {
    const [answer] = (await once(get({ port, path, headers: { accept } }), 'response')) as [IncomingMessage];
    return { statusCode: answer.statusCode, headers: answer.headers, payload: await text(answer) };
  };

  it.each(['/', '/messages', CASE, '/handovers/new?from=mail', '/nowhere', '/caf%C3%A9/', '/index.html'])(
    'gives the page for %s',
    async (url) => {
      const { statusCode, headers, payload } = await open(url);
      expect(statusCode).toBe(200);
      expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
      expect(payload).toContain('<title>つなぎ</title>');
    },
  );

  it.each([
    ['/messages/', '/messages'],
    ['/messages//', '/messages'],
    ['/Messages', '/messages'],
    ['/Cases/019AF0E0-0000-7000-8000-000000000000/', CASE],
    ['/handovers/new/?from=Mail&to=/', '/handovers/new?from=Mail&to=/'],
  ])('leads from %s to %s', async (url, meant) => {
    const { statusCode, headers } = await open(url);
    expect([statusCode, headers.location]).toEqual([308, meant]);
    expect(headers['content-security-policy']).toBeDefined();
  });

  it.each(['//evil.example/', '//Evil.example', '/\\evil.example/', '/%2fevil.example/', '/%5cEvil.example'])(
    'leads nobody to another site: %s',
    async (url) => expect((await open(url)).headers.location).toBeUndefined(),
  );

  it.each([
    '/api/v1/board/',
    '/api/v1/Board',
    '/API/v1/board',
    '/Api',
    '/api/',
    '/assets/nothing.js',
    '/Assets/index-1.js',
  ])('says of %s that there is nothing, in both languages, whoever asks', async (url) => {
    for (const accept of ['text/html', 'application/json']) {
      const { statusCode, headers, payload } = await open(url, accept);
      expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
      expect(JSON.parse(payload)).toMatchObject({
        code: 'not_found',
        ja: expect.stringMatching(/。$/),
        en: expect.stringMatching(/\.$/),
      });
    }
  });
});
