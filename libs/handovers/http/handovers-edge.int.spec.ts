import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { Authenticated } from '#access';
import { Cases, controllerOf, declared } from '#cases';
import { configureHttp, httpAdapter, type Problem } from '#platform';
import { MANDATORY_PARTS } from './handover-document.js';
import { dischargeCaseKind } from '../discharge-case.case.js';

/** Stops at the runner: what passes the edge comes back as it would reach the aggregate. */
const cases = { execute: (_kind: object, ask: object) => Promise.resolve({ ...ask, version: 1 }) };

@Module({
  controllers: declared(dischargeCaseKind).map(controllerOf),
  providers: [{ provide: Cases, useValue: cases }],
})
class EdgeModule {}

const caller = {
  prefecture: '20',
  actor: { userId: randomUUID(), role: 'hospital_nurse', orgId: randomUUID() },
  area: null,
};
const document = Object.fromEntries(MANDATORY_PARTS.map((part) => [part, '記載あり']));
const of = (id: string, resource: string): string => `/api/v1/handovers/${id}/${resource}`;

describe('commands of a handover at the edge', () => {
  let app: NestFastifyApplication;
  let url: string;
  beforeAll(async () => {
    app = configureHttp(await NestFactory.create<NestFastifyApplication>(EdgeModule, httpAdapter(), { logger: false }));
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('preHandler', (request, _reply, done) => {
        Object.assign(request as unknown as Authenticated, { caller });
        done();
      });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(() => app.close());

  async function post(
    path: string,
    body?: object,
    headers: Record<string, string> = { 'idempotency-key': randomUUID() },
  ) {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const found = (await answer.json()) as Problem & { key?: string; command?: object; personal?: object };
    return {
      status: answer.status,
      body: found,
      faults: (found.errors ?? []).map(({ path: at, code }) => `${at} ${code}`),
    };
  }

  it('wants a key for every command, and takes it in either case', async () => {
    const path = of(randomUUID(), 'acknowledgements');
    expect(await post(path, {}, {})).toMatchObject({ status: 428, body: { code: 'idempotency_key_required' } });
    expect(await post(path, {}, { 'idempotency-key': 'again' })).toMatchObject({
      status: 422,
      body: { code: 'invalid_input' },
      faults: ['Idempotency-Key invalid_input'],
    });
    expect(await post(path, {}, { 'idempotency-key': 'x'.repeat(10_000) })).toMatchObject({ status: 422 });
    const key = randomUUID();
    expect(await post(path, {}, { 'idempotency-key': key.toUpperCase() })).toMatchObject({
      status: 201,
      body: { key },
    });
  });

  it('wants an id in the path, a body, and a version in quotes', async () => {
    expect(await post(of('１', 'acknowledgements'), {})).toMatchObject({ status: 422, faults: ['case invalid_input'] });
    expect(await post(of(randomUUID(), 'acknowledgements'))).toMatchObject({
      status: 400,
      body: { code: 'malformed_request' },
    });
    const headers = { 'idempotency-key': randomUUID(), 'if-match': '3' };
    expect(await post(of(randomUUID(), 'acknowledgements'), {}, headers)).toMatchObject({ status: 400 });
  });

  it('names every part of the document that is missing or wrong', async () => {
    const documents = of(randomUUID(), 'documents');
    const { adl: _adl, ...rest } = document;
    expect(await post(documents, { document })).toMatchObject({
      status: 201,
      body: { command: { type: 'SubmitHandover' } },
    });
    expect(await post(documents, {})).toMatchObject({ status: 422, faults: ['document missing'] });
    expect(await post(documents, { document: 'done' })).toMatchObject({ status: 422, faults: ['document wrong_type'] });
    expect(await post(documents, { document: [document] })).toMatchObject({
      status: 422,
      faults: ['document wrong_type'],
    });
    expect((await post(documents, { document: {} })).faults).toEqual(
      MANDATORY_PARTS.map((part) => `document.${part} missing`),
    );
    const wrong = {
      ...rest,
      diagnosisAndCourse: ' 　',
      medicine: 5,
      notes: 'x'.repeat(4_001),
      role: 'admin',
      consent: null,
    };
    expect((await post(documents, { document: wrong })).faults.toSorted()).toEqual([
      'document.adl missing',
      'document.consent missing',
      'document.diagnosisAndCourse missing',
      'document.medicine wrong_type',
      'document.notes too_long',
      'document.role unknown_field',
    ]);
  });

  it('takes null for a field that was left out', async () => {
    const { body } = await post(of(randomUUID(), 'acknowledgements'), { version: null, occurredAt: null });
    expect(body.command).toEqual({ type: 'AcknowledgeHandover' });
  });
});
