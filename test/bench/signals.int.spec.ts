import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { freshDatabase } from '#test/database.js';
import { Followers, type Connection } from '#platform';
import { AllInOneModule } from '../../apps/cli/all-in-one.module.js';
import { PREFECTURE, Region } from './region.js';
import { differing, hear, night, oneSignal } from './signals.js';
import { asSuperuser } from './sql.js';

let connection: Connection;
let app: INestApplicationContext;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ connection, drop } = await freshDatabase());
  const options = { connection, queue: { kind: 'none' }, queuePrefix: 'nightly', driven: true } as const;
  app = await NestFactory.createApplicationContext(AllInOneModule.of(options), { logger: ['error'] });
  await new Region(app).settle();
  while (await app.get(Followers).catchUp());
  await hear(connection, { signals: 1_500, keys: 2 });
});
afterAll(async () => {
  await app.close();
  await drop();
});

const written = (): Promise<number> =>
  asSuperuser(connection, async (db) => {
    const { rows } = await db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM event WHERE prefecture = $1 AND kind IN ('regional_issue', 'agenda_item')`,
      [PREFECTURE],
    );
    return rows[0]?.n ?? 0;
  });

describe('the night', () => {
  it('comes to what a query over all signals finds', async () => {
    await night(app);
    const { issues, wrong } = await differing(connection);
    expect(wrong).toEqual([]);
    expect(issues).toBeGreaterThan(180);
  });

  it('changes nothing, however often it is asked', async () => {
    const before = await written();
    for (let i = 0; i < 10; i++) await night(app);
    expect(await written()).toBe(before);
  });

  it('finds nothing to correct after signals that were counted as they came', async () => {
    for (const municipality of ['富良野市', '西興部村', '富良野市']) await oneSignal(app, 'trouble_1', municipality);
    expect((await differing(connection)).wrong).toEqual([]);
    const before = await written();
    await night(app);
    expect(await written()).toBe(before);
  });
});
