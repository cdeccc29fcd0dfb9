import { Body, Controller, Get, Module, Param, Post, Query, Sse, type MessageEvent } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { Subject, type Observable } from 'rxjs';
import { configureHttp } from './configure-http.js';
import { httpAdapter } from './http-adapter.js';
import type { Problem } from './problem.dto.js';
import { IsId, IsInstant, IsLocalDate, Nested, NestedList } from './validators.js';

class Consulter {
  @IsString() @Length(1, 100) readonly organization!: string;
}
class Shift {
  @IsInstant() readonly from!: string;
}
class NoteBody {
  @IsString() @Length(1, 100) readonly name!: string;
  @IsIn(['low', 'high']) readonly urgency!: string;
  @IsLocalDate() readonly on!: string;
  @IsInstant() readonly at!: string;
  @Nested(() => Consulter) readonly consulter!: Consulter;
  @NestedList(() => Shift, 5) readonly shifts!: Shift[];
  @IsOptional() @IsId() readonly patient?: string;
  @IsOptional() @IsInt() @Min(1) @Max(9) readonly level?: number;
  @IsOptional() @IsBoolean() readonly consent?: boolean;
  @IsOptional() @IsString() @MaxLength(300) readonly address?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(3) @IsLocalDate({ each: true }) readonly closedDays?: string[];
}

const LONG = Array.from({ length: 100 }, (_, i) => `退院時の引継ぎ ${i}`);

const events = new Subject<MessageEvent>();

@Controller('api/v1')
class Notes {
  @Sse('events') follow(): Observable<MessageEvent> {
    return events;
  }
  @Post('notes') take(@Body() body: NoteBody): object {
    return body;
  }
  @Get('notes') list(@Query() query: Record<string, string>): object {
    return query;
  }
  @Get('notes/:id') one(@Param('id') id: string): object {
    return { id };
  }
  @Get('long') long(): object {
    return { rows: LONG };
  }
  @Get('broken') broken(): never {
    throw new Error('secret of the house');
  }
  @Get('nothing') nothing(): never {
    // What some library might do.
    // oxlint-disable-next-line typescript/only-throw-error
    throw undefined;
  }
  @Get('busy') busy(): never {
    throw new Error('timeout exceeded when trying to connect');
  }
  @Get('unholdable') unholdable(): never {
    throw Object.assign(new Error('invalid byte sequence'), { code: '22021' });
  }
}

@Module({ controllers: [Notes] })
class EdgeModule {}

const note = {
  name: ' 𠮷田 ',
  urgency: 'low',
  on: '2025-06-02',
  at: '2025-06-02T10:00:00+09:00',
  consulter: { organization: '東診療所' },
  shifts: [{ from: '2025-06-02T10:00:00+09:00' }],
};

function expectProblem(status: number, headers: Headers, found: Problem): void {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(found).toMatchObject({
    status,
    type: expect.stringMatching(/\/\w+$/),
    ja: expect.stringMatching(/。$/),
    en: expect.any(String),
  });
  expect(JSON.stringify(found)).not.toMatch(/node_modules|FST_ERR|Cannot (?:GET|POST)|SELECT/);
}

function expectHeaders(headers: Headers): void {
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringMatching(/^default-src 'self'.*frame-ancestors 'none'$/),
  });
}

describe('the edge', () => {
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    app = configureHttp(await NestFactory.create<NestFastifyApplication>(EdgeModule, httpAdapter(), { logger: false }));
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(() => app.close());

  interface Seen {
    readonly status: number;
    readonly headers: Headers;
    readonly body: Problem;
    readonly faults: readonly string[];
  }

  async function ask(
    method: string,
    path: string,
    body?: string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Seen> {
    const answer = await fetch(url + path, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body }),
    });
    const found = (await answer.json()) as Problem;
    const { status } = answer;
    if (status >= 400) expectProblem(status, answer.headers, found);
    return {
      status,
      headers: answer.headers,
      body: found,
      faults: (found.errors ?? []).map(({ path: at, code }) => `${at} ${code}`),
    };
  }
  const post = (body: unknown, headers?: Record<string, string>) =>
    ask(
      'POST',
      '/api/v1/notes',
      typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      headers,
    );

  it('takes what is right and gives it back as it came', async () => {
    expect(await post(note)).toMatchObject({ status: 201, body: note });
  });

  it.each<[string, object, string[]]>([
    ['unknown field', { nmae: 'x' }, ['nmae unknown_field']],
    ['unknown field inside', { consulter: { organization: 'x', isAdmin: true } }, ['consulter.isAdmin unknown_field']],
    ['unknown field in a list', { shifts: [{ from: note.at, until: 1 }] }, ['shifts[0].until unknown_field']],
    [
      'missing',
      { name: undefined, consulter: undefined, at: null },
      ['name missing', 'at missing', 'consulter missing'],
    ],
    ['empty', { name: '' }, ['name missing']],
    [
      'only spaces',
      { name: ' 　\t', address: ' ', consulter: { organization: '　' } },
      ['name blank', 'address blank', 'consulter.organization blank'],
    ],
    ['number for text', { name: 5 }, ['name wrong_type']],
    ['object for text', { name: { $ne: null } }, ['name wrong_type']],
    ['list for text', { name: ['x'] }, ['name wrong_type']],
    ['text for number', { level: '5' }, ['level wrong_type']],
    ['text for boolean', { consent: 'true' }, ['consent wrong_type']],
    ['fraction', { level: 1.5 }, ['level wrong_type']],
    ['too large', { level: 10 }, ['level too_large']],
    ['text for object', { consulter: 'x' }, ['consulter wrong_type']],
    ['list for object', { consulter: [note.consulter] }, ['consulter wrong_type']],
    ['object for list', { shifts: { 0: { from: note.at } } }, ['shifts wrong_type']],
    ['list in a list', { shifts: [[], { from: note.at }, null] }, ['shifts[0] wrong_type', 'shifts[2] wrong_type']],
    ['missing inside', { shifts: [{}], consulter: {} }, ['consulter.organization missing', 'shifts[0].from missing']],
    ['too many', { shifts: Array.from({ length: 6 }, () => note.shifts[0]) }, ['shifts too_many']],
    ['unknown code', { urgency: 'HIGH' }, ['urgency unknown_code']],
    ['code with spaces', { urgency: 'low ' }, ['urgency unknown_code']],
    [
      'text of 100,000',
      { name: 'あ'.repeat(100_000), address: ' '.repeat(99_999) + 'x' },
      ['name wrong_length', 'address too_long'],
    ],
    ['30 February', { on: '2025-02-30' }, ['on not_a_date']],
    ['29 February', { on: '1900-02-29' }, ['on not_a_date']],
    ['slashes', { on: '2025/06/02' }, ['on not_a_date']],
    ['days in a list', { closedDays: ['2025-06-02', '2025-02-30'] }, ['closedDays not_a_date']],
    ['no offset', { at: '2025-06-02T10:00:00' }, ['at not_a_moment']],
    ['moment on no day', { at: '2025-02-30T10:00:00+09:00' }, ['at not_a_moment']],
    ['leap second', { at: '2025-06-30T23:59:60Z' }, ['at not_a_moment']],
    ['offset of 25 hours', { at: '2025-06-30T10:00:00+25:00' }, ['at not_a_moment']],
    ['infinity', { at: 'infinity', on: 'infinity' }, ['on not_a_date', 'at not_a_moment']],
    ['far away', { at: '9999-12-31T23:59:59-23:00', on: '0000-01-01' }, ['on not_a_date', 'at not_a_moment']],
    ['no id', { patient: '１２３' }, ['patient not_an_id']],
  ])('names the field: %s', async (_name, change, faults) => {
    const seen = await post({ ...note, ...change });
    expect(seen).toMatchObject({ status: 422, body: { code: 'invalid_input' } });
    expect(seen.faults.toSorted()).toEqual(faults.toSorted());
    for (const { ja, en } of seen.body.errors)
      expect({ ja, en }).toEqual({ ja: expect.stringMatching(/。$/), en: expect.stringMatching(/\w/) });
  });

  it.each<[string, string | Buffer, number, string]>([
    ['broken', '{"name":', 400, 'malformed_request'],
    ['single quotes', "{'name':1}", 400, 'malformed_request'],
    ['empty', '', 400, 'malformed_request'],
    ['list', JSON.stringify([note]), 400, 'malformed_request'],
    ['null', 'null', 400, 'malformed_request'],
    ['byte order mark', `\u{FEFF}${JSON.stringify(note)}`, 400, 'malformed_request'],
    ['Shift_JIS', Buffer.from([0x7b, 0x22, 0x88, 0xc0, 0x22, 0x3a, 0x31, 0x7d]), 400, 'invalid_utf8'],
    ['lone surrogate', JSON.stringify({ ...note, name: '\ud842' }), 422, 'invalid_input'],
    ['NUL', JSON.stringify({ ...note, name: 'a\u0000b' }), 422, 'invalid_input'],
    ['C1', JSON.stringify({ ...note, name: 'a\u009fb' }), 422, 'invalid_input'],
    ['duplicate', '{"urgency":"low","urgency":"high"}', 400, 'duplicate_key'],
    ['duplicate inside', '{"consulter":{"organization":"a","organiz\\u0061tion":"b"}}', 400, 'duplicate_key'],
    ['deep', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 400, 'too_deep'],
    ['prototype', '{"__proto__":{"isAdmin":true}}', 400, 'forbidden_key'],
    ['constructor', '{"consulter":{"constructor":{"prototype":{"x":1}}}}', 400, 'forbidden_key'],
    ['method name', JSON.stringify({ ...note, toString: 'x' }), 400, 'forbidden_key'],
    ['infinite', '{"level":1e400}', 422, 'invalid_input'],
    ['beyond 2^53', '{"level":9007199254740993}', 422, 'invalid_input'],
    ['many values', `{"shifts":[${'{},'.repeat(300_000)}{}]}`, 400, 'too_many_values'],
    [
      'many fields',
      JSON.stringify(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`f${i}`, i]))),
      400,
      'too_many_values',
    ],
    ['10 MB', `{"name":"${'x'.repeat(10_485_760)}"}`, 413, 'too_large'],
  ])('refuses the body: %s', async (_name, body, status, code) => {
    expect(await post(body)).toMatchObject({ status, body: { code } });
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('keeps its answer short, however much is wrong', async () => {
    const seen = await post(Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`field${i}`, i])));
    expect(seen).toMatchObject({ status: 422, body: { ja: expect.stringContaining('156件') } });
    expect(seen.faults).toHaveLength(100);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'text/csv',
    'application/json; charset=shift_jis',
    'multipart/form-data; boundary=x',
    'nonsense',
    'application/jsonp',
  ])('takes no %s', async (type) =>
    expect(await post(note, { 'content-type': type })).toMatchObject({
      status: 415,
      body: { code: 'unsupported_media_type' },
    }),
  );

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['gzip, br', (bytes) => brotliCompressSync(gzipSync(bytes))],
    ['GZIP', gzipSync],
    ['x-unknown', (bytes) => bytes],
    // What says that it is compressed and is not, and the other way round.
    ['gzip', (bytes) => bytes],
  ])('takes no body compressed with %s, and says in which form it is taken', async (encoding, compress) => {
    const seen = await post(compress(Buffer.from(JSON.stringify(note))), { 'content-encoding': encoding });
    expect(seen).toMatchObject({
      status: 415,
      body: {
        code: 'unsupported_media_type',
        ja: expect.stringContaining('圧縮せず'),
        en: expect.stringContaining('not compressed'),
      },
    });
    expect(await post(gzipSync(JSON.stringify(note)))).toMatchObject({ status: 400 });
  });

  it('takes nothing without a type, and UTF-8 by name', async () => {
    expect(await post(note, { 'content-encoding': 'identity' })).toMatchObject({ status: 201 });
    expect(await ask('POST', '/api/v1/notes', Buffer.from('{}'), { 'content-type': '' })).toMatchObject({
      status: 415,
    });
    expect(await post(note, { 'content-type': 'application/json; charset="UTF-8"' })).toMatchObject({ status: 201 });
  });

  it.each([
    ['GET', '/api/v1/notes?q=%00', 400, 'malformed_request'],
    ['GET', '/api/v1/notes?q=%E0%A4%A', 400, 'malformed_request'],
    ['GET', '/api/v1/notes?q=%c0%ae', 400, 'malformed_request'],
    ['GET', '/api/v1/notes?a[__proto__][x]=1', 400, 'malformed_request'],
    ['GET', '/api/v1/notes?constructor=1', 400, 'malformed_request'],
    ['GET', '/api/v1/notes/%00', 400, 'malformed_request'],
    ['GET', '/api/v1/notes/%zz', 400, 'malformed_request'],
    ['GET', `/api/v1/notes/${'x'.repeat(2_000)}`, 414, 'uri_too_long'],
    ['GET', `/api/v1/notes?q=${'x'.repeat(1_000_000)}`, 431, 'headers_too_large'],
    ['GET', '/api/v1/nothing-here', 404, 'not_found'],
    ['GET', '/', 404, 'not_found'],
    ['GET', '//api/%2e%2e/admin', 404, 'not_found'],
    ['PUT', '/api/v1/nothing-here', 404, 'not_found'],
    ['GET', '/api/v1/broken', 500, 'internal'],
    ['GET', '/api/v1/nothing', 500, 'internal'],
    ['GET', '/api/v1/unholdable', 422, 'invalid_input'],
    ['GET', '/api/v1/busy', 503, 'unavailable'],
  ])('answers %s %.60s with a problem', async (method, path, status, code) => {
    const seen = await ask(method, path);
    expect(seen).toMatchObject({ status, body: { code } });
    expect(JSON.stringify(seen.body)).not.toContain('secret');
    expectHeaders(seen.headers);
  });

  it.each([
    ['PUT', '/api/v1/notes', 'GET, HEAD, POST'],
    ['DELETE', '/api/v1/notes?q=1', 'GET, HEAD, POST'],
    ['OPTIONS', '/api/v1/notes', 'GET, HEAD, POST'],
    ['POST', '/api/v1/notes/7', 'GET, HEAD'],
    ['PROPFIND', '/api/v1/broken', 'GET, HEAD'],
  ])('answers %s %s with the methods it takes', async (method, path, allow) => {
    const seen = await ask(method, path, method === 'POST' ? '{}' : undefined);
    expect(seen).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
    expect(seen.headers.get('allow')).toBe(allow);
    expectHeaders(seen.headers);
  });

  it.each([
    ['FOO / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}', 400],
    ['GET / HTTP/1.1\r\nHost: x\r\nX-Nul: a\0b\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: x\r\nhost: evil.example\r\nConnection: close\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['\x16\x03\x01', 400],
  ])('answers bytes that are no HTTP: %j', async (bytes, status) => {
    const answer = await raw(Buffer.from(bytes, 'latin1'));
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
  });

  function raw(bytes: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      socket.on('close', () => resolve(answer)).on('error', reject);
    });
  }

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, *;q=0.5', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.000, *', 'gzip'],
    ['identity', null],
    ['*;q=0', null],
    ['', null],
  ])('compresses a long answer for whoever takes %j', async (accepted, encoding) => {
    for (const [method, path] of [
      ['GET', '/api/v1/long'],
      ['PUT', '/api/v1/long'],
    ] as const) {
      const seen = await ask(method, path, undefined, { 'accept-encoding': accepted });
      const isLong = method === 'GET';
      expect(seen.headers.get('content-encoding')).toBe(isLong ? encoding : null);
      expect(seen.headers.get('vary')).toBe(isLong ? 'accept-encoding' : null);
      expect(seen.body).toMatchObject(isLong ? { rows: LONG } : { status: 405 });
      expectHeaders(seen.headers);
    }
  });

  it.each([
    ['gzip, br', 'gzip'],
    ['br', null],
    ['identity', null],
  ])('sends each event when it comes, to whoever takes %s', async (accepted, encoding) => {
    const over = new AbortController();
    const opened = fetch(`${url}/api/v1/events`, {
      headers: { accept: 'text/event-stream', 'accept-encoding': accepted },
      signal: over.signal,
    });
    while (!events.observed) await promisify(setImmediate)();
    events.next({ data: { rows: LONG } });
    const answer = await opened;
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    const heard = async (what: string) => {
      let all = '';
      while (!all.includes(what)) all += (await reader?.read())?.value ?? '';
      return all;
    };
    expect(await heard('\n\n')).toContain(JSON.stringify({ rows: LONG }));
    // Nothing else is written: what is heard has not waited for the next.
    for (const beat of ['one', 'two']) {
      events.next({ data: beat });
      expect(await heard(beat)).toContain(beat);
    }
    over.abort();
    while (events.observed) await promisify(setImmediate)();
  });

  it('answers HEAD with no body, however long it would be', async () => {
    const answer = await fetch(`${url}/api/v1/long`, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null]);
  });

  it('sends its headers with every answer', async () => {
    for (const { headers } of [await post(note), await post('{'), await ask('GET', '/api/v1/notes?q=1')])
      expectHeaders(headers);
  });

  it('refuses what the page of another site sends', async () => {
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'nonsense' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) expect(await from(headers as Record<string, string>)).toBe('403cross_origin');
    expect(await ask('PUT', '/api/v1/notes', undefined, { origin: 'null' })).toMatchObject({ status: 403 });
    const own = [
      {},
      { origin: 'https://desk.example' },
      { origin: 'https://desk.example:443' },
      { origin: 'https://proxy.example', 'sec-fetch-site': 'same-origin' },
    ];
    for (const headers of own) expect(await from(headers as Record<string, string>)).toBe('201');
    expect(await ask('GET', '/api/v1/notes', undefined, { origin: 'https://evil.example' })).toMatchObject({
      status: 200,
    });
  });

  // fetch sets Host and Sec-Fetch-Site itself.
  async function from(headers: Record<string, string>): Promise<string | undefined> {
    const body = JSON.stringify(note);
    const all = {
      host: 'desk.example',
      connection: 'close',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    const answer = await raw(Buffer.from(`POST /api/v1/notes HTTP/1.1\r\n${lines.join('')}\r\n${body}`));
    return /^HTTP\/1.1 (\d+)/.exec(answer)?.[1] + (/"code":"(cross_origin)"/.exec(answer)?.[1] ?? '');
  }
});
