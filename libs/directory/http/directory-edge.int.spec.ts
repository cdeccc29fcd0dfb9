import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { Authenticated } from '#access';
import { Cases, controllerOf } from '#cases';
import { configureHttp, httpAdapter, type Problem } from '#platform';
import { directory } from '../directory.module.js';

/** Stops at the bus: what passes the edge comes back as it would reach the aggregate. */
const cases = { execute: (_kind: object, ask: object) => Promise.resolve({ ...ask, version: 1 }) };

@Module({ controllers: directory.kinds.map(controllerOf), providers: [{ provide: Cases, useValue: cases }] })
class EdgeModule {}

const caller = { prefecture: '01', actor: { userId: randomUUID(), role: 'admin', orgId: randomUUID() }, area: null };
const institution = { kind: 'clinic', name: '診療所', municipality: '富良野市' };
const town = { code: '012297', name: '富良野市' };
const area = { tertiary: '道北', secondary: '富良野', homeCareArea: '富良野', municipalities: [town] };
const areas = { prefecture: { code: '01', name: '北海道' }, homeCareAreas: [area] };

describe('commands of the directory at the edge', () => {
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

  /** The faults, as "path code"; 'taken' where there is none. */
  async function said(path: string, body: object): Promise<string[] | 'taken'> {
    const answer = await fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
    const { errors } = (await answer.json()) as Problem;
    if (answer.status === 201) return 'taken';
    expect(answer.status).toBe(422);
    return (errors ?? []).map(({ path: at, code }) => `${at} ${code}`).toSorted();
  }

  it('takes what is whole', async () => {
    expect(await said('areas', areas)).toBe('taken');
    expect(await said('areas', { ...areas, homeCareAreas: [{ ...area, population: 0 }] })).toBe('taken');
    expect(
      await said('organizations', {
        ...institution,
        hours: { mon: ['08:30-12:00', '13:00-24:00'], sat: [] },
        closedDays: ['2025-08-14'],
        serves: ['富良野市'],
      }),
    ).toBe('taken');
    expect(
      await said('rule-sets', {
        context: 'handovers',
        area: '012297',
        effectiveFrom: '2025-07-01',
        values: {},
        agreed: { elsewhere: { name: '富良野の協議会', heldOn: '2025-06-20' } },
      }),
    ).toBe('taken');
  });

  it.each([
    [{ ...areas, prefecture: undefined }, ['prefecture missing']],
    [{ ...areas, prefecture: [areas.prefecture] }, ['prefecture wrong_type']],
    [{ ...areas, prefecture: '01' }, ['prefecture wrong_type']],
    [{ ...areas, homeCareAreas: undefined }, ['homeCareAreas missing']],
    [{ ...areas, homeCareAreas: [[]] }, ['homeCareAreas[0] wrong_type']],
    [{ ...areas, homeCareAreas: Array.from({ length: 401 }, () => area) }, ['homeCareAreas too_many']],
    [
      { ...areas, homeCareAreas: [{ ...area, municipalities: Array.from({ length: 401 }, () => town) }] },
      ['homeCareAreas[0].municipalities too_many'],
    ],
    [
      { ...areas, homeCareAreas: [area, { ...area, municipalities: [null] }] },
      ['homeCareAreas[1].municipalities[0] wrong_type'],
    ],
    [{ ...areas, homeCareAreas: [{ ...area, population: -1 }] }, ['homeCareAreas[0].population too_small']],
    [{ ...areas, homeCareAreas: [{ ...area, population: 1.5 }] }, ['homeCareAreas[0].population wrong_type']],
    [{ ...areas, homeCareAreas: [{ ...area, mayor: 'x' }] }, ['homeCareAreas[0].mayor unknown_field']],
  ])('names what is wrong with areas: %#', async (body, faults) => {
    const found = await said('areas', body);
    expect(found).toEqual(expect.arrayContaining(faults));
    // Nothing else is blamed.
    expect(
      faults.length > 0 &&
        Array.isArray(found) &&
        found.every((fault) => faults.some((wanted) => fault.split(' ')[0] === wanted.split(' ')[0])),
    ).toBe(true);
  });

  it.each([
    [{ closedDays: ['2025-02-30'] }, ['closedDays not_a_date']],
    [{ closedDays: ['0000-01-01'] }, ['closedDays not_a_date']],
    [{ closedDays: ['2025-8-14'] }, ['closedDays not_a_date']],
    [{ serves: ['x'.repeat(41)] }, ['serves too_long']],
    [{ hours: { mon: ['17:00-08:30'] } }, ['hours wrong_form']],
    [{ hours: { monday: ['08:30-17:00'] } }, ['hours wrong_form']],
    [{ hours: { mon: ['08:30-24:30'] } }, ['hours wrong_form']],
    [{ hours: { mon: '08:30-17:00' } }, ['hours wrong_form']],
    [{ hours: [] }, ['hours wrong_form']],
    [{ kind: 'shop' }, ['kind unknown_code']],
  ])('names what is wrong with an institution: %j', async (wrong, faults) => {
    expect(await said('organizations', { ...institution, ...wrong })).toEqual(faults);
  });

  it('keeps the name of a rule’s context short', async () => {
    const rule = { area: '01', effectiveFrom: '2025-07-01', values: {}, agreed: { meeting: randomUUID() } };
    expect(await said('rule-sets', { ...rule, context: 'a'.repeat(41) })).toEqual(['context too_long']);
    expect(await said('rule-sets', { ...rule, context: 'a b' })).toEqual(['context wrong_form']);
  });

  it.each([
    [undefined, ['agreed missing']],
    [{ meeting: '7月の会議' }, ['agreed.meeting not_an_id']],
    [{ elsewhere: { name: '議'.repeat(81), heldOn: '2025-06-20' } }, ['agreed.elsewhere.name wrong_length']],
    [{ elsewhere: { name: '協議会', heldOn: '2025-06-31' } }, ['agreed.elsewhere.heldOn not_a_date']],
    [{ elsewhere: { name: '協議会' } }, ['agreed.elsewhere.heldOn missing']],
    [{ agendaItem: randomUUID() }, ['agreed.agendaItem unknown_field']],
  ])('names what is wrong with where rules were agreed: %j', async (agreed, faults) => {
    const rule = { context: 'handovers', area: '01', effectiveFrom: '2025-07-01', values: {} };
    expect(await said('rule-sets', { ...rule, agreed })).toEqual(faults);
  });
});
