import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { createDatabase, dropDatabase, migrate } from '../../migrations/run.js';
import { testServer } from '#test/server.js';

interface Listed {
  readonly template: string;
  readonly about: { readonly id: string };
  readonly opens: boolean;
  readonly afterwards: { readonly type: string; readonly at: string; readonly own: boolean }[];
  readonly patient: { readonly name: string; readonly address: string } | null;
}

/** Saturday night: B declines, C is too late, D takes it. */
describe('what a message leads to', () => {
  const connection = { ...testServer(), database: `messages_${process.pid}` };
  let world: World;
  let play: Play;

  beforeAll(async () => {
    await createDatabase(connection);
    await migrate(connection);
    const scenario = readScenario(readFileSync('test/scenarios/backup-ladder.json', 'utf8'));
    world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'm', start: scenario.clock });
    play = new Play(world, scenario, 'messages');
    await play.all();
  });
  afterAll(async () => {
    await world.close();
    await dropDatabase(connection);
  });

  const messagesOf = async (user: string) => (await play.get(user, '/api/v1/messages')).body as Listed[];
  const timelineOf = async (user: string, id: string) => (await play.get(user, `/api/v1/cases/${id}/timeline`)).status;

  it.each(['dr-b', 'dr-c'])('stays with %s, who did not take the request, and no longer opens it', async (user) => {
    const messages = await messagesOf(user);
    expect(messages.map(({ template }) => template)).toContain('backup.offer');
    for (const { about, opens, patient } of messages) {
      expect(opens).toBe(false);
      expect(patient).toBeNull();
      expect(await timelineOf(user, about.id)).toBe(404);
    }
  });

  it('tells who declined or was too late that it was taken, and when, and what they did; nothing else', async () => {
    const taken = { type: 'EmergencyBackupAccepted', at: '2025-06-07T13:36:00.000Z', own: false };
    const declined = { type: 'EmergencyBackupDeclined', at: '2025-06-07T13:31:00.000Z', own: true };
    for (const { afterwards } of await messagesOf('dr-b')) expect(afterwards).toEqual([declined, taken]);
    for (const { afterwards } of await messagesOf('dr-c')) expect(afterwards).toEqual([taken]);
    for (const { afterwards } of await messagesOf('dr-d')) expect(afterwards).toEqual([]);
    for (const user of ['dr-b', 'dr-c']) {
      const said = JSON.stringify((await play.get(user, '/api/v1/messages')).body);
      for (const told of ['呼吸苦', 'home_visit', 'on_another_visit']) expect(said).not.toContain(told);
      const given = JSON.stringify((await play.get(user, '/api/v1/patients')).body);
      expect(given).toBe('[]');
    }
  });

  it('no longer opens for whoever went, once the primary physician has read how it ended', async () => {
    const [{ about: request } = { about: { id: '' } }] = await messagesOf('dr-d');
    const say = async (user: string, path: string, body: object) =>
      (await play.as(user, `/api/v1/backup-requests/${request.id}/${path}`, body, randomUUID())).status;
    expect(await timelineOf('dr-d', request.id)).toBe(200);
    expect(await say('dr-d', 'hand-backs', { text: '点滴をした。' })).toBe(201);
    expect(await say('dr-a', 'hand-back-acknowledgements', {})).toBe(201);
    expect(await timelineOf('dr-d', request.id)).toBe(404);
    const board = JSON.stringify((await play.get('dr-d', '/api/v1/board')).body);
    expect(board).not.toContain(request.id);
    const [{ afterwards, opens } = { afterwards: [], opens: true }] = await messagesOf('dr-d');
    expect(opens).toBe(false);
    expect(afterwards.map(({ type, own }) => [type, own])).toEqual([
      ['EmergencyBackupAccepted', true],
      ['EmergencyBackupCompleted', true],
      ['BackupHandedBack', true],
    ]);
    expect(await timelineOf('dr-a', request.id)).toBe(200);
  });

  it.each(['dr-a', 'visiting-nurse', 'secretariat'])('opens for %s, whose matter it is', async (user) => {
    const messages = await messagesOf(user);
    expect(messages).not.toHaveLength(0);
    for (const { about, opens, patient } of messages) {
      expect(opens).toBe(true);
      expect(patient).toEqual(expect.objectContaining({ name: expect.stringMatching(/./), address: '' }));
      expect(await timelineOf(user, about.id)).toBe(200);
    }
  });
});

describe.each(['cancelled-on-the-way', 'diverted-on-the-way'])('a request that was %s', (name) => {
  it('is read by who was to go for 72 hours, and then no longer: by page, board, list or message', async () => {
    const connection = { ...testServer(), database: `messages_${name.slice(0, 4)}_${process.pid}` };
    await createDatabase(connection);
    await migrate(connection);
    const scenario = readScenario(readFileSync(`test/scenarios/${name}.json`, 'utf8'));
    const world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'm', start: scenario.clock });
    try {
      const play = new Play(world, scenario, name);
      await play.all();
      const { rows } = await world.databases.writer.query<{ id: string; at: string }>(
        `SELECT stream AS id, occurred_at AS at FROM event
          WHERE type IN ('EmergencyBackupCancelled', 'BackupDiverted')`,
      );
      const [{ id, at } = { id: '', at: '' }] = rows;
      const answers = async () => {
        const [timeline, board, patients, messages] = await Promise.all(
          [`cases/${id}/timeline`, 'board', 'patients', 'messages'].map((path) => play.get('dr-b', `/api/v1/${path}`)),
        );
        return {
          timeline: timeline?.status,
          patients: (patients?.body as object[] | undefined)?.length,
          opens: (messages?.body as Listed[] | undefined)?.some(({ opens }) => opens),
          told: /発熱/.test(JSON.stringify([timeline?.body, board?.body, patients?.body, messages?.body])),
        };
      };
      const hours = (n: number) => world.clock.moveTo(new Date(Date.parse(at) + n * 3_600_000).toISOString());
      await hours(71);
      expect(await answers()).toEqual({ timeline: 200, patients: 1, opens: true, told: true });
      await hours(73);
      expect(await answers()).toEqual({ timeline: 404, patients: 0, opens: false, told: false });
    } finally {
      await world.close();
      await dropDatabase(connection);
    }
  });
});
