import { readFileSync } from 'node:fs';
import { Play } from '../../apps/cli/scenario/play.js';
import { readScenario } from '../../apps/cli/scenario/scenario-file.js';
import { World } from '../../apps/cli/scenario/world.js';
import { createDatabase, dropDatabase, migrate } from '../../migrations/run.js';
import { testServer } from '#test/server.js';

const file = JSON.parse(readFileSync('test/scenarios/whose-it-was.json', 'utf8')) as { steps: { do: string }[] };

/** Up to and with the first such step: who reads the request, and its summary, then. */
const READERS: readonly (readonly [upTo: string, reads: readonly string[]])[] = [
  ['RequestEmergencyBackup', ['dr-a', 'dr-b', 'dr-c', 'dr-d', 'secretariat']],
  ['DeclineBackup', ['dr-a', 'dr-b', 'dr-d', 'secretariat']],
  ['AcceptBackup', ['dr-a', 'dr-b', 'secretariat']],
  ['HandBackToPrimary', ['dr-a', 'dr-b', 'secretariat']],
  ['AcknowledgeHandback', ['dr-a', 'secretariat']],
];

describe('who reads a night request', () => {
  it.each(READERS)('after %s: %j', async (upTo, reads) => {
    const connection = { ...testServer(), database: `backup_${upTo.toLowerCase()}_${process.pid}` };
    await createDatabase(connection);
    await migrate(connection);
    const start = '2025-06-10T17:00:00+09:00';
    const world = await World.open({ connection, queue: { kind: 'none' }, queuePrefix: 'bk', start });
    try {
      const steps = file.steps.slice(0, file.steps.findIndex((step) => step.do === upTo) + 1);
      const until = (steps.at(-1) as unknown as { at: string }).at;
      const play = new Play(world, readScenario(JSON.stringify({ ...file, steps, until, expect: {} })), 'readers');
      await play.all();
      const id = play.idOfResult(file.steps.findIndex((step) => step.do === 'RequestEmergencyBackup'));
      const answers = await Promise.all(
        ['dr-a', 'dr-b', 'dr-c', 'dr-d', 'secretariat'].map(async (user) => {
          const { status, body } = await play.get(user, `/api/v1/cases/${id}/timeline`);
          return { user, status, told: JSON.stringify(body).includes('発熱。') };
        }),
      );
      expect(answers.filter(({ told }) => told).map(({ user }) => user)).toEqual(reads);
      expect(answers.filter(({ status }) => status === 200).map(({ user }) => user)).toEqual(reads);
    } finally {
      await world.close();
      await dropDatabase(connection);
    }
  });
});
