import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { clientOf, commitOf, eventOf, freshDatabase, refusedWith } from '#test/database.js';
import type { Connection } from '../database/connection.js';
import { Databases } from '../database/databases.js';
import { LostRace, type Commit } from './commit.js';
import { CHAIN_HASH_SQL } from './event-hash.js';
import { EventLog } from './event-log.js';
import { APPEND_SQL, wireOf } from './wire.js';
import { testVault } from '#test/vault.js';

/** What one process of the system has: pools of its own, and batches of its own. */
class Process {
  readonly databases: Databases;
  readonly log: EventLog;
  constructor(connection: Connection) {
    this.databases = new Databases(connection);
    this.log = new EventLog(this.databases, testVault(this.databases));
  }
}

let connection: Connection;
let drop: () => Promise<void>;
let admin: pg.Client;
let one: Process;
const processes: Process[] = [];
const start = (): Process => {
  const process = new Process(connection);
  processes.push(process);
  return process;
};

beforeAll(async () => {
  ({ connection, drop } = await freshDatabase());
  admin = await clientOf(connection);
  one = start();
});
afterAll(async () => {
  await Promise.all(processes.map(({ databases }) => databases.onApplicationShutdown()));
  await admin.end();
  await drop();
});

const settled = (promises: readonly Promise<unknown>[]) => Promise.allSettled(promises);
const raceOf = (result: PromiseSettledResult<unknown> | undefined): string =>
  result?.status === 'rejected' && result.reason instanceof LostRace ? result.reason.race : (result?.status ?? '');
const lost = async (append: Promise<unknown>): Promise<string> => raceOf((await settled([append]))[0]);
/** What one commit alone sends to the append. */
const sent = (prefecture: string, commit: Commit) => ({ text: APPEND_SQL, values: wireOf(prefecture, [commit]) });
const codeOf = async (append: Promise<unknown>): Promise<string> =>
  append.then(
    () => 'accepted',
    (error: { code?: string }) => error.code ?? 'no code',
  );
const positionsOf = async (prefecture: string): Promise<number[]> =>
  (await one.log.since(prefecture, 0, 100_000)).map(({ position }) => position);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

describe('positions', () => {
  it('are gapless and in commit order under twelve processes, and a follower misses nothing', async () => {
    const prefecture = '02';
    const followed: number[] = [];
    let writing = true;
    const follower = (async () => {
      for (;;) {
        const last = !writing;
        for (const { position } of await one.log.since(prefecture, followed.at(-1) ?? 0, 1_000))
          followed.push(position);
        if (last) return;
      }
    })();
    const writers = Array.from({ length: 12 }, start).map(async ({ log }, w) => {
      for (let i = 0; i < 20; i++) {
        // Some alone, some together, some that fail half-way.
        const streams = upTo((i % 3) + 1).map(() => randomUUID());
        const commits = streams.map((stream) => commitOf(stream, 0, { prefecture, count: (w + i) % 4 }));
        // Whoever does not race for a stream always succeeds.
        await Promise.all(commits.map((commit) => log.append(commit)));
        if (i % 5 === 0) await settled([log.append(commitOf(randomUUID(), 7, { prefecture, events: [] }))]);
        if (i % 7 === 0)
          await settled([log.append(commitOf(randomUUID(), 0, { prefecture, events: [eventOf('no uuid', 1)] }))]);
      }
    });
    await Promise.all(writers);
    writing = false;
    await follower;
    const all = await positionsOf(prefecture);
    expect(all.length).toBeGreaterThan(300);
    expect(all).toEqual(upTo(all.length));
    expect(followed).toEqual(all);
    expect(await one.log.position(prefecture)).toBe(all.length);
  });

  it('wait for the transaction before them, where a plain sequence lets its reader skip', async () => {
    const prefecture = '03';
    await admin.query(
      'CREATE TABLE plain (position bigserial PRIMARY KEY, what text); GRANT ALL ON plain TO tsunagi_writer; GRANT USAGE ON SEQUENCE plain_position_seq TO tsunagi_writer',
    );
    const slow = await clientOf(connection, 'tsunagi_writer');
    const seen = { plain: [] as string[], log: [] as string[] };
    const checkpoint = { plain: 0, log: 0 };
    const read = async () => {
      const { rows } = await admin.query<{ position: number; what: string }>(
        'SELECT position, what FROM plain WHERE position > $1 ORDER BY position',
        [checkpoint.plain],
      );
      for (const row of rows) {
        seen.plain.push(row.what);
        checkpoint.plain = row.position;
      }
      for (const event of await one.log.since(prefecture, checkpoint.log, 100)) {
        seen.log.push((event.payload as { what: string }).what);
        checkpoint.log = event.position;
      }
    };
    const said = (what: string) => {
      const stream = randomUUID();
      return commitOf(stream, 0, { prefecture, events: [eventOf(stream, 1, { payload: { what } })] });
    };

    await slow.query('BEGIN');
    await slow.query(`INSERT INTO plain (what) VALUES ('first')`);
    await slow.query(sent(prefecture, said('first')));
    await one.databases.writer.query(`INSERT INTO plain (what) VALUES ('second')`);
    let arrived = false;
    const second = one.log.append(said('second')).then(() => (arrived = true));
    await pause(200);
    expect(arrived).toBe(false);
    await read();
    expect(seen).toEqual({ plain: ['second'], log: [] });
    await slow.query('COMMIT');
    await second;
    await read();
    // The plain reader has passed "first" and will never see it.
    expect(seen).toEqual({ plain: ['second'], log: ['first', 'second'] });
    await slow.end();
  });

  it('are given back by a transaction that fails', async () => {
    const prefecture = '04';
    const slow = await clientOf(connection, 'tsunagi_writer');
    await slow.query('BEGIN');
    await slow.query(sent(prefecture, commitOf(randomUUID(), 0, { prefecture })));
    await slow.query('ROLLBACK');
    await slow.end();
    await one.log.append(commitOf(randomUUID(), 0, { prefecture }));
    expect(await positionsOf(prefecture)).toEqual([1]);
  });

  it('and the chain of hashes are of one prefecture each', async () => {
    await Promise.all(['05', '06'].map((prefecture) => one.log.append(commitOf(randomUUID(), 0, { prefecture }))));
    expect([await positionsOf('05'), await positionsOf('06')]).toEqual([[1], [1]]);
    const { rows } = await admin.query<{ prefecture: string; broken: number }>(`
      SELECT prefecture, count(*) FILTER (WHERE hash IS DISTINCT FROM ${CHAIN_HASH_SQL}) AS broken
        FROM (SELECT *, lag(hash, 1, '\\x00') OVER (PARTITION BY prefecture ORDER BY position) AS before FROM event) e GROUP BY prefecture`);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ broken }) => broken !== 0)).toEqual([]);
  });
});

describe('a commit', () => {
  it('is for the version that it saw, and only one of many is', async () => {
    const stream = randomUUID();
    await one.log.append(commitOf(stream, 0));
    expect(await lost(one.log.append(commitOf(stream, 0)))).toBe('stream');
    expect(await lost(one.log.append(commitOf(stream, 2)))).toBe('stream');
    const results = await settled(Array.from({ length: 10 }, (_, i) => processAt(i).log.append(commitOf(stream, 1))));
    expect(results.map(raceOf).toSorted()).toEqual(['fulfilled', ...Array<string>(9).fill('stream')]);
    const { head } = await one.log.ground({ prefecture: '01', stream, kind: 'test', caller: null, key: null });
    expect(head?.version).toBe(2);
    const { rows } = await admin.query('SELECT seq FROM event WHERE stream = $1 ORDER BY seq', [stream]);
    expect(rows).toEqual([{ seq: 1 }, { seq: 2 }]);
  });

  it('keeps a stream to its kind: no head, no event and no obligation of another is appended to it', async () => {
    const stream = randomUUID();
    await one.log.append(commitOf(stream, 0));
    const [head] = commitOf(stream, 1).heads;
    const other = { ...commitOf(stream, 1), heads: head ? [{ ...head, kind: 'other' }] : [] };
    expect(await lost(one.log.append(other))).toBe('stream');
    const event = eventOf(stream, 2, { kind: 'other' });
    for (const kind of ['other', 'obligation'])
      expect(await codeOf(one.log.append(commitOf(stream, 1, { events: [{ ...event, kind }] })))).toBe('TS005');
    // An event without its head has no kind to keep to.
    expect(await codeOf(one.log.append(commitOf(randomUUID(), 0, { heads: [] })))).toBe('TS005');
    expect((await one.log.ground({ prefecture: '01', stream, kind: 'other', caller: null, key: null })).head).toBe(
      undefined,
    );
    const { rows } = await admin.query('SELECT DISTINCT kind FROM event WHERE stream = $1', [stream]);
    expect(rows).toEqual([{ kind: 'test' }]);
  });

  it('of another kind fails alone: what was appended with it goes through', async () => {
    const streams = Array.from({ length: 12 }, () => randomUUID());
    const results = await settled(
      streams.map((stream, i) =>
        one.log.append(commitOf(stream, 0, i === 5 ? { events: [eventOf(stream, 1, { kind: 'other' })] } : {})),
      ),
    );
    expect(results.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []))).toEqual([5]);
  });

  it('is one of a stream’s next events even where the head is lost', async () => {
    const stream = randomUUID();
    await one.log.append(commitOf(stream, 0));
    await admin.query('DELETE FROM stream_head WHERE stream = $1', [stream]);
    const [again] = await settled([one.log.append(commitOf(stream, 0))]);
    expect((again as PromiseRejectedResult).reason).toMatchObject({ code: '23505' });
  });

  it('leaves nothing behind when it loses: no personal record, message, claim, or answer', async () => {
    const stream = randomUUID();
    await one.log.append(commitOf(stream, 0));
    const user = randomUUID();
    const whole = commitOf(stream, 0, {
      personal: [{ id: randomUUID(), kind: 'note', about: stream, subject: null, body: { text: 'x' } }],
      messages: [
        {
          id: randomUUID(),
          key: `k:${stream}`,
          at: '2025-06-02T00:00:00.000Z',
          to_user: user,
          template: 't',
          level: null,
          about_kind: 'test',
          about: stream,
          step: null,
          deliver_after: '2025-06-02T00:00:00.000Z',
        },
      ],
      claims: [{ claim: `c:${stream}`, stream }],
      answer: { user_id: user, key: randomUUID(), body_hash: '00', answer: {} },
    });
    expect(await lost(one.log.append(whole))).toBe('stream');
    for (const [table, column, value] of [
      ['personal_record', 'about', stream],
      ['message', 'about', stream],
      ['claim', 'stream', stream],
      ['command_answer', 'user_id', user],
    ] as const) {
      const { rowCount } = await admin.query(`SELECT FROM ${table} WHERE ${column} = $1`, [value]);
      expect([table, rowCount]).toEqual([table, 0]);
    }
  });
});

const processAt = (i: number): Process => processes[i % processes.length] as Process;

describe('a claim', () => {
  it('is had by one of many, kept by who has it, and free when it is given back', async () => {
    const claim = `discharge_case:${randomUUID()}`;
    const owners = Array.from({ length: 8 }, () => randomUUID());
    const results = await settled(
      owners.map((stream, i) => processAt(i).log.append(commitOf(stream, 0, { claims: [{ claim, stream }] }))),
    );
    expect(results.map(raceOf).toSorted()).toEqual([
      'claim',
      'claim',
      'claim',
      'claim',
      'claim',
      'claim',
      'claim',
      'fulfilled',
    ]);
    const owner = owners[results.findIndex(({ status }) => status === 'fulfilled')] ?? '';
    const other = randomUUID();
    expect(await lost(one.log.append(commitOf(other, 0, { claims: [{ claim, stream: other }] })))).toBe('claim');
    // Nobody gives back what another has.
    await one.log.append(commitOf(other, 0, { released: [{ claim, stream: other }] }));
    expect(await lost(one.log.append(commitOf(other, 1, { claims: [{ claim, stream: other }] })))).toBe('claim');
    await one.log.append(commitOf(owner, 1, { released: [{ claim, stream: owner }] }));
    expect(await lost(one.log.append(commitOf(other, 1, { claims: [{ claim, stream: other }] })))).toBe('fulfilled');
  });
});

describe('a key', () => {
  const keyed = (user: string, key: string, body_hash = 'ab') =>
    commitOf(randomUUID(), 0, { answer: { user_id: user, key, body_hash, answer: { said: 'yes' } } });

  it('is answered once: concurrent twins lose the race for it, in one process and in many', async () => {
    for (const at of [() => one, processAt]) {
      const [user, key] = [randomUUID(), randomUUID()];
      const results = await settled(Array.from({ length: 8 }, (_, i) => at(i).log.append(keyed(user, key))));
      expect(results.map(raceOf).toSorted()).toEqual(['fulfilled', ...Array<string>(7).fill('key')]);
      const { rowCount } = await admin.query('SELECT FROM command_answer WHERE user_id = $1', [user]);
      expect(rowCount).toBe(1);
    }
  });

  it('that comes twice with a claim has lost it to nobody else: its answer is there', async () => {
    for (const at of [() => one, processAt]) {
      const [user, key, claim] = [randomUUID(), randomUUID(), randomUUID()];
      const twin = () => {
        const stream = randomUUID();
        const answer = { user_id: user, key, body_hash: 'ab', answer: { said: 'yes' } };
        return commitOf(stream, 0, { answer, claims: [{ claim, stream }] });
      };
      const results = await settled(Array.from({ length: 8 }, (_, i) => at(i).log.append(twin())));
      expect(results.map(raceOf).toSorted()).toEqual(['fulfilled', ...Array<string>(7).fill('key')]);
    }
  });

  it('gives its stored answer with its hash and position, to its own user only', async () => {
    const [user, key] = [randomUUID(), randomUUID()];
    const { position } = await one.log.append(keyed(user, key, 'cd'));
    const ask = async (user_id: string, prefecture = '01') =>
      (await one.log.ground({ prefecture, stream: randomUUID(), kind: 'test', caller: null, key: { user_id, key } }))
        .answer;
    expect(await ask(user)).toEqual({ body_hash: 'cd', answer: { said: 'yes' }, position });
    expect(await ask(randomUUID())).toBeUndefined();
    expect(await ask(user, '02')).toBeUndefined();
  });
});

describe('a stream that was never there', () => {
  it('is not written under a later version', async () => {
    const prefecture = '19';
    const [stream, other] = [randomUUID(), randomUUID()];
    expect(await lost(one.log.append(commitOf(stream, 3, { prefecture })))).toBe('stream');
    expect((await one.log.ground({ prefecture, stream, kind: 'test', caller: null, key: null })).head).toBeUndefined();
    expect(await lost(one.log.append(commitOf(other, 0, { prefecture })))).toBe('fulfilled');
  });
});

describe('a batch', () => {
  it('is not harmed by members that are broken or lose, and answers each its own position', async () => {
    const prefecture = '07';
    const stale = randomUUID();
    await one.log.append(commitOf(stale, 0, { prefecture }));
    const claim = randomUUID();
    const good = Array.from({ length: 20 }, () => randomUUID());
    const broken = randomUUID();
    const results = await settled([
      ...good.slice(0, 10).map((stream) => one.log.append(commitOf(stream, 0, { prefecture, count: 2 }))),
      one.log.append(commitOf(broken, 0, { prefecture, events: [eventOf(broken, 0)] })),
      one.log.append(commitOf(stale, 0, { prefecture })),
      one.log.append(commitOf(randomUUID(), 0, { prefecture, claims: [{ claim, stream: good[0] ?? '' }] })),
      one.log.append(commitOf(randomUUID(), 0, { prefecture, claims: [{ claim, stream: good[1] ?? '' }] })),
      ...good.slice(10).map((stream) => one.log.append(commitOf(stream, 0, { prefecture, count: 2 }))),
    ]);
    expect(results.slice(0, 10).map(raceOf)).toEqual(Array(10).fill('fulfilled'));
    expect(results.slice(-10).map(raceOf)).toEqual(Array(10).fill('fulfilled'));
    expect(results.slice(10, 14).map(raceOf)).toEqual(['rejected', 'stream', 'fulfilled', 'claim']);
    const all = await one.log.since(prefecture, 0, 1_000);
    expect(all.map(({ position }) => position)).toEqual(upTo(all.length));
    const positions = [...results.slice(0, 10), ...results.slice(-10)].map(
      (result) => (result as PromiseFulfilledResult<{ position: number }>).value.position,
    );
    expect(positions).toEqual(good.map((stream) => all.findLast(({ aggregate }) => aggregate.id === stream)?.position));
    const { rowCount } = await admin.query('SELECT FROM stream_head WHERE stream = $1', [broken]);
    expect(rowCount).toBe(0);
  });

  it('takes one write to a stream: of those that wait together with it the others lose', async () => {
    const stream = randomUUID();
    const results = await settled(Array.from({ length: 5 }, () => one.log.append(commitOf(stream, 0))));
    expect(results.map(raceOf).toSorted()).toEqual(['fulfilled', ...Array<string>(4).fill('stream')]);
  });
});

describe('recordedAt', () => {
  it('never runs backwards, though the clock does', async () => {
    const prefecture = '08';
    const at = (time: string) =>
      admin.query(
        `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT ${time} $$`,
      );
    const recorded: string[] = [];
    try {
      for (const time of [`'2030-01-01Z'::timestamptz`, `'2029-01-01Z'::timestamptz`, `'2030-01-02Z'::timestamptz`]) {
        await at(time);
        recorded.push((await one.log.append(commitOf(randomUUID(), 0, { prefecture }))).recordedAt);
      }
    } finally {
      await at('now()');
    }
    expect(recorded).toEqual(['2030-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z', '2030-01-02T00:00:00.000Z']);
    expect((await one.log.since(prefecture, 0, 10)).map(({ recordedAt }) => recordedAt)).toEqual(recorded);
  });
});

describe('what has been recorded', () => {
  it('is changed or removed by nobody of the application', async () => {
    await one.log.append(commitOf(randomUUID(), 0));
    const changes = [
      `UPDATE event SET payload = '{"forged":true}'`,
      'UPDATE event SET payload = payload WHERE false',
      'DELETE FROM event',
      'TRUNCATE event',
      'TRUNCATE event CASCADE',
    ];
    const writer = await clientOf(connection, 'tsunagi_writer');
    const owner = await clientOf(connection, 'tsunagi_owner');
    for (const sql of [...changes, 'ALTER TABLE event DISABLE TRIGGER ALL', 'DROP TABLE event'])
      expect([sql, await refusedWith(writer, sql)]).toEqual([sql, '42501']);
    for (const sql of changes) expect([sql, await refusedWith(owner, sql)]).toEqual([sql, 'P0001']);
    for (const sql of changes) expect([sql, await refusedWith(admin, sql)]).toEqual([sql, 'P0001']);
    await Promise.all([writer.end(), owner.end()]);
  });
});
