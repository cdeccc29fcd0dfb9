import { readdirSync } from 'node:fs';
import type pg from 'pg';
import { Cases, Kinds } from '#cases';
import { patientKind } from '#directory';
import { dischargeCaseKind, type DischargeCase } from '#handovers';
import { idOf } from '#kernel';
import { verifyLog, type Connection } from '#platform';
import { clientOf } from '../database.js';
import { rebuild } from '../../apps/cli/rebuild.js';
import { World } from '../../apps/cli/scenario/world.js';
import { refold } from '../../apps/refold.js';
import { dropDatabase, migrate } from '../../migrations/run.js';
import { testServer } from '../server.js';
import { asThatVersionHadIt, LAST_KNOWN, restore, STORED } from './restore.js';

const files = readdirSync(STORED).filter((file) => file.endsWith('.jsonl.gz'));

it('every version’s log is listed with the schema that it was written under', () => {
  expect(files.toSorted()).toEqual(Object.keys(LAST_KNOWN).toSorted());
});

describe.each(files)('the log of %s', (file) => {
  const connection: Connection = { ...testServer(), database: `stored_${process.pid}_${files.indexOf(file)}` };
  let client: pg.Client;
  let world: World;
  let restored = 0;

  beforeAll(async () => {
    await asThatVersionHadIt(connection, file);
    client = await clientOf(connection);
    restored = await restore(client, file);
    await migrate(connection);
    await refold(connection);
    world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 's', start: '2026-01-05T00:00:00Z' });
  });
  afterAll(async () => {
    await world.close();
    await client.end();
    await dropDatabase(connection);
  });

  it('verifies', async () => {
    expect(restored).toBeGreaterThan(1_000);
    const { faults, events } = await verifyLog(client, '01', []);
    expect(faults).toEqual([]);
    expect(events).toBeGreaterThan(600);
  });

  it('has only heads that today’s rules have folded, and each says who stands in which relation to it', async () => {
    const { rows } = await client.query<{ kind: string; state_version: number; empty: boolean }>(
      `SELECT DISTINCT kind, state_version, relations = '{}' AS empty FROM stream_head`,
    );
    const kinds = world.app.get(Kinds);
    expect(rows.filter(({ kind, state_version }) => state_version !== kinds.of(kind).stateVersion)).toEqual([]);
    expect(rows.filter(({ empty }) => empty).map(({ kind }) => kind)).toEqual(['area_tree']);
  });

  it('rebuilds to the same rows', async () => {
    const tables = await rebuild(world.app);
    expect(tables.filter(({ same }) => !same)).toEqual([]);
    expect(tables.find(({ table }) => table === 'obligation')?.rows).toBeGreaterThan(100);
  });

  it('folds an old head again wherever it is read, also one that an older process wrote meanwhile', async () => {
    await client.query(
      `UPDATE stream_head SET state_version = 0, state = '{"of": "an older version"}' WHERE kind IN ('discharge_case', 'patient')`,
    );
    const { heads } = world.directory;
    const cases = await heads.where<DischargeCase>('01', dischargeCaseKind.kind);
    expect(cases.length).toBeGreaterThan(5);
    for (const { state } of cases) expect(state.patient).toMatch(/^[0-9a-f-]{36}$/);
    const { rows } = await client.query<{ stream: string }>(
      `SELECT stream FROM stream_head WHERE kind = 'discharge_case' ORDER BY stream`,
    );
    const ids = rows.map(({ stream }) => stream);
    const found = await heads.of<DischargeCase>('01', dischargeCaseKind.kind, ids);
    expect(found.size).toBe(ids.length);
    for (const state of found.values()) expect(state.patient).toMatch(/^[0-9a-f-]{36}$/);
    expect(await refold(connection)).toBeGreaterThan(ids.length);
    expect((await heads.where<DischargeCase>('01', dischargeCaseKind.kind)).length).toBe(ids.length);
  });

  it('folds anew, all at once, what stands for defaults that have changed since', async () => {
    const states = `SELECT stream, state FROM stream_head WHERE kind = 'discharge_case' ORDER BY stream`;
    const { rows: before } = await client.query(states);
    await client.query(
      `UPDATE stream_head SET state = jsonb_set(state, '{rules,defaults}', '"former"') WHERE kind = 'discharge_case'`,
    );
    expect(await refold(connection)).toBe(before.length);
    expect((await client.query(states)).rows).toEqual(before);
    expect(await refold(connection)).toBe(0);
  });

  it('plays on: a case of before is worked on, and so is its person', async () => {
    const cases = world.app.get(Cases);
    const { rows } = await client.query<{ stream: string; patient_ref: string }>(
      `SELECT h.stream, e.patient_ref FROM stream_head h JOIN event e ON e.stream = h.stream AND e.seq = 1
        WHERE h.kind = 'discharge_case' AND h.status = 'EXCLUDED' LIMIT 1`,
    );
    const [old] = rows;
    const consent = await cases.work(patientKind, {
      prefecture: '01',
      id: old?.patient_ref ?? '',
      command: { type: 'WithdrawConsent' },
      job: 'stored',
      key: idOf('stored', file),
    });
    expect(consent.version).toBe(2);
    await world.settle();
    expect((await verifyLog(client, '01', [])).faults).toEqual([]);
  });

  it('rebuilds cases whose openings are written in part and follow in part', async () => {
    // Whatever is due by now is chased and acted upon: facts of today in cases of before.
    await world.moveTo('2026-02-05T00:00:00Z');
    const { rows: mixed } = await client.query<{ n: number }>(
      `SELECT count(DISTINCT correlation_id)::int AS n FROM event a WHERE form = 2
          AND EXISTS (SELECT FROM event b WHERE b.correlation_id = a.correlation_id AND b.form = 1)`,
    );
    expect(mixed[0]?.n).toBeGreaterThan(3);
    expect((await rebuild(world.app)).filter(({ same }) => !same)).toEqual([]);
  });
});
