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

  it.each(['dr-a', 'dr-d', 'visiting-nurse', 'secretariat'])('opens for %s, whose matter it is', async (user) => {
    const messages = await messagesOf(user);
    expect(messages).not.toHaveLength(0);
    for (const { about, opens, patient } of messages) {
      expect(opens).toBe(true);
      expect(patient).toEqual(expect.objectContaining({ name: expect.stringMatching(/./), address: '' }));
      expect(await timelineOf(user, about.id)).toBe(200);
    }
  });
});
