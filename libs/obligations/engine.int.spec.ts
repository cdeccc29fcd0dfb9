import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { plusMinutes, URGENCIES, type Instant, type Plan, type Urgency } from '#kernel';
import { EventLog, LostRace, type Connection, type QueueBackend } from '#platform';
import { clientOf, eventOf, freshDatabase } from '#test/database.js';
import { AllInOneModule } from '../../apps/cli/all-in-one.module.js';
import { SimulatedClock } from '../../apps/cli/scenario/simulated-clock.js';
import { AlarmClock } from './alarm-clock.js';
import { Chaser } from './chaser.js';
import {
  evolve,
  obligationId,
  reconcile,
  restored,
  type Obligation,
  type StoredObligation,
} from './domain/obligation.js';
import { rowOf } from './rows.js';

const START: Instant = '2025-06-02T00:00:00.000Z';
const PREFECTURE = '01';
const redisUrl = process.env['TEST_REDIS_URL'];

const backends: readonly QueueBackend[] = [
  { kind: 'postgres' },
  { kind: 'none' },
  ...(redisUrl ? [{ kind: 'redis', url: redisUrl } as const] : []),
];

/** Two whole applications on one database, whose clock is in our hands. */
class Region {
  private constructor(
    readonly connection: Connection,
    private readonly drop: () => Promise<void>,
    readonly admin: pg.Client,
    readonly clock: SimulatedClock,
    readonly apps: readonly INestApplicationContext[],
  ) {}

  static async open(queue: QueueBackend, driven: boolean): Promise<Region> {
    const { connection, drop } = await freshDatabase();
    const clock = await SimulatedClock.take(connection, START);
    const admin = await clientOf(connection);
    const apps = [];
    for (let i = 0; i < 2; i++) {
      const options = { connection, queue, queuePrefix: connection.database, driven };
      apps.push(await NestFactory.createApplicationContext(AllInOneModule.of(options), { logger: false }));
    }
    return new Region(connection, drop, admin, clock, apps);
  }

  async close(): Promise<void> {
    for (const app of this.apps) await app.close();
    await this.clock.close();
    await this.admin.end();
    await this.drop();
  }

  app(i: number): INestApplicationContext {
    return this.apps[i] as INestApplicationContext;
  }
  get log(): EventLog {
    return this.app(0).get(EventLog);
  }

  /** Opens obligations that are due so many minutes after the start, one step a level. */
  async owe(count: number, minutes: readonly number[], urgency: Urgency = 'routine'): Promise<string[]> {
    const ids = Array.from({ length: count }, async () => {
      const user = randomUUID();
      const plan: Plan = {
        step: 'test',
        owedBy: randomUUID(),
        dueAt: plusMinutes(START, minutes[0] ?? 0),
        urgency,
        template: 'test.chase',
        rungs: minutes.map((m, i) => ({ level: i + 1, at: plusMinutes(START, m), to: [{ user }] })),
      };
      const about = { kind: 'test', id: randomUUID() };
      const [change] = reconcile(about, [], [{ ...plan, state: 'open' }], START);
      const after = change?.after as Obligation;
      await this.log.append({
        prefecture: PREFECTURE,
        heads: [],
        reference: false,
        obligations: [rowOf(0, after, null)],
        events: [eventOf(after.id, 1, { kind: 'obligation', type: 'ObligationOpened', correlation_id: about.id })],
        messages: [],
        personal: [],
        claims: [],
        released: [],
        answer: null,
      });
      return after.id;
    });
    return Promise.all(ids);
  }

  /** Moves the clock and waits until nothing is due any more. */
  async moveTo(minute: number): Promise<void> {
    await this.clock.moveTo(plusMinutes(START, minute));
    await this.rest();
  }
  async rest(): Promise<void> {
    const until = Date.now() + 20_000;
    while (await this.clock.isDue()) {
      if (Date.now() > until) throw new Error('something stays due');
      await pause(20);
    }
  }

  async isThere(pid: number): Promise<boolean> {
    const { rowCount } = await this.admin.query('SELECT FROM pg_stat_activity WHERE pid = $1', [pid]);
    return rowCount === 1;
  }

  /** How often each obligation was chased, by the log and by the messages; both must say the same. */
  async chased(ids: readonly string[]): Promise<number[]> {
    const { rows } = await this.admin.query<{ told: number; sent: number; recorded: number; levels: number }>(
      `SELECT (SELECT count(*) FROM event e WHERE e.stream = o.id AND e.type = 'ObligationChased') AS told,
              (SELECT count(*) FROM message m WHERE m.key LIKE o.id || ':%') AS sent,
              (SELECT count(*) FROM event e WHERE e.stream = o.id) AS recorded, o.seq AS levels
         FROM unnest($1::uuid[]) WITH ORDINALITY w(id, n) JOIN obligation o USING (id) ORDER BY w.n`,
      [ids],
    );
    const odd = rows.filter(({ told, sent, recorded, levels }) => sent !== told || recorded !== levels);
    if (rows.length !== ids.length || odd.length > 0) throw new Error(`log and rows differ: ${JSON.stringify(odd)}`);
    return rows.map(({ told }) => told);
  }

  get tally() {
    const all = this.apps.map((app) => app.get(Chaser).tally);
    return {
      worker: all.reduce((sum, { worker }) => sum + worker, 0),
      poller: all.reduce((sum, { poller }) => sum + poller, 0),
    };
  }

  /** What a worker does first with a row, and then dies. */
  async leaseAndDie(id: string, seconds: number): Promise<{ fence: number; body: Obligation }> {
    const { rows } = await this.admin.query<{ fence: number; body: StoredObligation }>(
      `UPDATE obligation SET fence = fence + 1, attempts = attempts + 1,
              lease_until = clock_timestamp() + make_interval(secs => $2) WHERE id = $1 RETURNING fence, body`,
      [id, seconds],
    );
    const [{ fence, body }] = rows as [{ fence: number; body: StoredObligation }];
    return { fence, body: restored(body) };
  }

  /** What the dead worker had meant to append, when it wakes up after all. */
  late({ fence, body }: { fence: number; body: Obligation }) {
    const level = body.rungs[0]?.level ?? 0;
    const event = {
      type: 'ObligationChased',
      payload: { about: body.about, step: body.plan.step, level, to: [randomUUID()], nextAt: null },
    } as const;
    return this.log.append({
      prefecture: PREFECTURE,
      heads: [],
      reference: false,
      obligations: [rowOf(body.seq, evolve(body, event, START), fence)],
      events: [eventOf(body.id, body.seq + 1, { kind: 'obligation', type: event.type, payload: event.payload })],
      messages: [],
      personal: [],
      claims: [],
      released: [],
      answer: null,
    });
  }
}

const ofEach = (count: number, times: number): number[] => Array<number>(count).fill(times);

describe.each(backends)('two processes with their queue on $kind', (queue) => {
  let region: Region;
  beforeAll(async () => {
    region = await Region.open(queue, false);
  });
  afterAll(() => region.close());

  it('chase each due row once, at each of its levels', async () => {
    const ids = await region.owe(300, [10, 20, 25]);
    expect(await region.chased(ids)).toEqual(ofEach(300, 0));
    await region.moveTo(9.99);
    expect(await region.chased(ids)).toEqual(ofEach(300, 0));
    await region.moveTo(10);
    expect(await region.chased(ids)).toEqual(ofEach(300, 1));
    await region.moveTo(30);
    expect(await region.chased(ids)).toEqual(ofEach(300, 3));
    const { worker, poller } = region.tally;
    // Each row was taken by one: 300 for the first level, 300 for the two that were due together.
    expect(worker + poller).toBe(600);
    expect(queue.kind === 'none' ? worker === 0 : worker > 0).toBe(true);
  });

  it('take a row whose worker has died when its lease is over, and no sooner', async () => {
    const [id = ''] = await region.owe(1, [40]);
    const dead = await region.leaseAndDie(id, 2);
    await region.clock.moveTo(plusMinutes(START, 41));
    await pause(1_200);
    expect(await region.chased([id])).toEqual([0]);
    await region.rest();
    expect(await region.chased([id])).toEqual([1]);
    await expect(region.late(dead)).rejects.toThrow(LostRace);
    expect(await region.chased([id])).toEqual([1]);
  });

  it('chase by the rows alone when the queue forgets or is gone', async () => {
    const ids = await region.owe(50, [50]);
    if (queue.kind === 'postgres') await region.admin.query('ALTER SCHEMA bullmq RENAME TO bullmq_away');
    if (queue.kind === 'redis') await forgetAll(queue.url);
    try {
      await region.moveTo(50);
      expect(await region.chased(ids)).toEqual(ofEach(50, 1));
    } finally {
      if (queue.kind === 'postgres') await region.admin.query('ALTER SCHEMA bullmq_away RENAME TO bullmq');
    }
    const after = await region.owe(50, [60]);
    await region.moveTo(60);
    expect(await region.chased(after)).toEqual(ofEach(50, 1));
  });
});

async function forgetAll(url: string): Promise<void> {
  const redis = new Redis(url);
  await redis.flushall();
  await redis.quit();
}

describe('the chaser', () => {
  let region: Region;
  beforeAll(async () => {
    region = await Region.open({ kind: 'none' }, true);
  });
  afterAll(() => region.close());

  it('asked by sixteen at once gives each row to one of them', async () => {
    const ids = await region.owe(200, [10]);
    await region.clock.moveTo(plusMinutes(START, 10));
    const swept = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        region
          .app(i % 2)
          .get(Chaser)
          .sweep(PREFECTURE, 2, 'worker'),
      ),
    );
    expect(swept.reduce((sum, n) => sum + n, 0)).toBe(200);
    expect(await region.chased(ids)).toEqual(ofEach(200, 1));
  });

  it('takes the most urgent first', async () => {
    for (const urgency of URGENCIES.toReversed()) await region.owe(5, [20], urgency);
    await region.clock.moveTo(plusMinutes(START, 20));
    await region.app(0).get(AlarmClock).look();
    const { rows } = await region.admin.query<{ class: number }>(
      `SELECT o.class FROM message m JOIN obligation o ON o.case_id = m.about WHERE m.at = $1 ORDER BY m.ordinal`,
      [plusMinutes(START, 20)],
    );
    expect(rows.map((row) => row.class)).toEqual([...ofEach(5, 0), ...ofEach(5, 1), ...ofEach(5, 2)]);
  });

  it('does not act under a fence that has moved on, though nothing else has', async () => {
    const [id = ''] = await region.owe(1, [30]);
    const first = await region.leaseAndDie(id, 0);
    const second = await region.leaseAndDie(id, 60);
    expect(second.fence).toBe(first.fence + 1);
    await expect(region.late(first)).rejects.toMatchObject({ race: 'obligation' });
    await region.late(second);
    // … and not again under its own, once it has acted.
    await expect(region.late(second)).rejects.toMatchObject({ race: 'obligation' });
    const { rows } = await region.admin.query('SELECT seq, lease_until FROM obligation WHERE id = $1', [id]);
    expect(rows).toEqual([{ seq: 2, lease_until: null }]);
  });

  it('chases what is due beside a row that cannot be written', async () => {
    const [poison = '', ...others] = await region.owe(4, [35]);
    await region.admin.query(`UPDATE obligation SET body = body::jsonb #- '{plan,template}' WHERE id = $1`, [poison]);
    await region.clock.moveTo(plusMinutes(START, 35));
    await region.app(1).get(Chaser).sweep(PREFECTURE, 2, 'poller');
    expect(await region.chased([poison, ...others])).toEqual([0, 1, 1, 1]);
    await region.admin.query('UPDATE obligation SET next_at = NULL WHERE id = $1', [poison]);
  });

  it.each([
    ['says nothing', '{}'],
    ['is no object', '7'],
    ['names nobody', `jsonb_set(body::jsonb, '{plan,rungs,0,to}', '[null]')`],
  ])('chases what is due beside a row whose body %s', async (_, body) => {
    const minute = 36;
    const [unreadable = '', ...others] = await region.owe(4, [minute]);
    const sql = body.startsWith('jsonb') ? body : `'${body}'`;
    await region.admin.query(`UPDATE obligation SET body = ${sql} WHERE id = $1`, [unreadable]);
    await region.clock.moveTo(plusMinutes(START, minute));
    await region.app(1).get(Chaser).sweep(PREFECTURE, 2, 'poller');
    expect(await region.chased([unreadable, ...others])).toEqual([0, 1, 1, 1]);
    await region.admin.query('UPDATE obligation SET next_at = NULL WHERE id = $1', [unreadable]);
  });

  it('outlives the connection that it holds a set on, and leaves the set to the next', async () => {
    const ids = await region.owe(3, [37]);
    await region.clock.moveTo(plusMinutes(START, 37));
    const log = region.app(1).get(EventLog);
    const cut = log.holding(PREFECTURE, async (tx) => {
      const { rows: own } = await tx.query<{ pid: number }>(
        'SELECT pg_backend_pid() AS pid, id FROM obligation WHERE id = ANY ($1) FOR UPDATE',
        [ids],
      );
      await region.admin.query('SELECT pg_terminate_backend($1)', [own[0]?.pid]);
      // The cut arrives between two statements, where nobody waits for an answer.
      while (await region.isThere(own[0]?.pid ?? 0)) await pause(5);
      await pause(0);
      await tx.query('SELECT 1');
    });
    await expect(cut).rejects.toThrow(/not queryable|terminat/i);
    await region.app(1).get(Chaser).sweep(PREFECTURE, 2, 'poller');
    expect(await region.chased(ids)).toEqual([1, 1, 1]);
  });

  it('loses to a command that was faster, and leaves what is met alone', async () => {
    const [id = ''] = await region.owe(1, [40, 41]);
    const { body } = await region.leaseAndDie(id, 0);
    const event = { type: 'ObligationMet', payload: { step: 'test' } } as const;
    await region.clock.moveTo(plusMinutes(START, 40));
    const [met, swept] = await Promise.allSettled([
      region.log.append({
        prefecture: PREFECTURE,
        heads: [],
        reference: false,
        obligations: [rowOf(body.seq, evolve(body, event, START), null)],
        events: [eventOf(id, 2, { kind: 'obligation', type: 'ObligationMet' })],
        messages: [],
        personal: [],
        claims: [],
        released: [],
        answer: null,
      }),
      region.app(1).get(Chaser).sweep(PREFECTURE, 2, 'poller'),
    ]);
    expect(swept.status).toBe('fulfilled');
    const [told = 0] = await region.chased([id]);
    // Whoever was first: both never happened to one version of the row.
    expect(met.status === 'fulfilled' ? told : 1 - told).toBe(0);
    expect(obligationId(body.about.id, body.plan)).toBe(id);
  });
});
