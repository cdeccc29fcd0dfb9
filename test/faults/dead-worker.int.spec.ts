import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { idOf, plusMillis, type Plan } from '#kernel';
import { AlarmClock, Chaser, evolveObligation, obligationId, rowOf, type People, type WhenDue } from '#obligations';
import { Databases, EventLog, Queues, type Connection } from '#platform';
import { clientOf, commitOf, eventOf, freshDatabase } from '#test/database.js';
import { testVault } from '#test/vault.js';

/** What is promised after a restart is 10 s; a queue that does not deliver takes one of them. */
const MOST_SILENT_MS = 9_000;

const nobodyElse: People = {
  behind: () => Promise.resolve((to) => to.flatMap((one) => ('user' in one ? one.user : []))),
  serves: () => Promise.resolve(true),
  elsewhere: () => Promise.resolve([]),
};
const noCase: WhenDue = { act: () => Promise.reject(new Error('nothing here changes a case')) };

let connection: Connection;
let drop: () => Promise<void>;
beforeAll(async () => ({ connection, drop } = await freshDatabase()));
afterAll(() => drop());

/** The engine of one process. */
function engine(people = nobodyElse) {
  const databases = new Databases(connection);
  const chaser = new Chaser(databases, new EventLog(databases, testVault(databases)), people, noCase);
  const queues = new Queues(databases, { backend: { kind: 'none' }, prefix: 'faults' });
  return { databases, chaser, alarms: new AlarmClock(databases, queues, chaser, { driven: false }) };
}

async function owe(databases: Databases, user: string): Promise<string> {
  const at = plusMillis(await databases.now(), -1);
  const about = { kind: 'test', id: randomUUID() };
  const plan: Plan = {
    step: 'tested',
    owedBy: randomUUID(),
    dueAt: at,
    urgency: 'urgent',
    template: 'test.chase',
    rungs: [{ level: 1, at, to: [{ user }] }],
  };
  const event = { type: 'ObligationOpened', payload: { about, step: plan.step, plan, dueVersion: 1 } } as const;
  const id = obligationId(about.id, plan);
  await new EventLog(databases, testVault(databases)).append(
    commitOf(id, 0, {
      heads: [],
      obligations: [rowOf(0, evolveObligation(undefined, event, at), null)],
      events: [eventOf(id, 1, { kind: 'obligation', type: event.type, payload: event.payload })],
    }),
  );
  return id;
}

it('what a killed worker had in hand is chased by the next one within the promise, once', async () => {
  const user = idOf('faults', 'who owes');
  // It hangs between taking the rows and writing what it has to do about them, with its connection open.
  let wake: () => void = () => undefined;
  const hung = new Promise<void>((resolve) => (wake = resolve));
  const killed = engine({
    behind: (...asked) => hung.then(() => nobodyElse.behind(...asked)),
    serves: () => Promise.resolve(true),
    elsewhere: () => Promise.resolve([]),
  });
  const id = await owe(killed.databases, user);
  const late = killed.chaser.sweep('01', 1, 'worker').catch(() => undefined);
  const client = await clientOf(connection);
  const count = async (sql: string) => (await client.query<{ n: number }>(sql, [id])).rows[0]?.n ?? 0;
  const free = 'SELECT count(*) AS n FROM (SELECT FROM obligation WHERE id = $1 FOR UPDATE SKIP LOCKED) AS o';
  while ((await count(free)) === 1) await pause(5);

  const next = engine();
  const began = Date.now();
  next.alarms.onApplicationBootstrap();
  const chased = `SELECT count(*) AS n FROM event WHERE stream = $1 AND type = 'ObligationChased'`;
  while ((await count(chased)) === 0 && Date.now() - began < 30_000) await pause(20);
  const silent = Date.now() - began;
  await next.alarms.beforeApplicationShutdown();
  // What it meant to do it does now, and does nothing: it was taken for dead.
  wake();
  await late;

  const chases = await count(chased);
  const messages = await count(`SELECT count(*) AS n FROM message WHERE key LIKE $1 || ':%'`);
  await client.end();
  await Promise.all([killed, next].map(({ databases }) => databases.onApplicationShutdown()));

  expect(silent).toBeLessThan(MOST_SILENT_MS);
  expect({ chases, messages }).toEqual({ chases: 1, messages: 1 });
});
