import { idOf } from '#kernel';
import { readFileSync } from 'node:fs';
import { Play } from '../apps/cli/scenario/play.js';
import { createDatabase, dropDatabase, migrate } from '../migrations/run.js';
import { readScenario } from '../apps/cli/scenario/scenario-file.js';
import { World } from '../apps/cli/scenario/world.js';
import { testServer } from './server.js';

const file = JSON.parse(readFileSync(new URL('scenarios/backup-ladder.json', import.meta.url), 'utf8')) as {
  steps: { do: string }[];
  until: string;
};

describe('two physicians who accept at the same moment (E11)', () => {
  const connection = { ...testServer(), database: `two_accept_${process.pid}` };
  let world: World;

  beforeAll(async () => {
    await createDatabase(connection);
    await migrate(connection);
    world = await World.open({
      connection,
      queue: { kind: 'none' },
      queuePrefix: 'two',
      start: '2025-06-07T22:00:00+09:00',
    });
  });
  afterAll(async () => {
    await world.close();
    await dropDatabase(connection);
  });

  it('leave one acceptance in the log; the other is told that it is taken', async () => {
    const upTo = file.steps.findIndex((step) => step.do === 'RequestEmergencyBackup');
    const scenario = readScenario(
      JSON.stringify({ ...file, steps: file.steps.slice(0, upTo + 1), until: '2025-06-07T22:30:00+09:00', expect: {} }),
    );
    const play = new Play(world, scenario, 'two-accept');
    await play.all();
    const request = play.idOfResult(upTo);
    const answers = await Promise.all(
      ['dr-b', 'dr-c'].map((user) => play.as(user, `/api/v1/backup-requests/${request}/acceptances`, {}, idOf(user))),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'backup_already_taken' });
    const { rows } = await world.databases.writer.query(
      `SELECT payload ->> 'organization' AS organization FROM event WHERE type = 'EmergencyBackupAccepted'`,
    );
    expect(rows).toHaveLength(1);
  });
});
