import { idOf } from '#kernel';
import type { Connection, QueueBackend } from '#platform';
import { createDatabase, dropDatabase, migrate } from '../../../migrations/run.js';
import { Play } from './play.js';
import { reportOf, unmet, type Report } from './report.js';
import type { Scenario } from './scenario-file.js';
import { World } from './world.js';

export interface Outcome {
  readonly report: Report;
  readonly unmet: readonly string[];
}

interface Options {
  /** Defaults of rules to play with instead, by context. */
  readonly tryOut?: Readonly<Record<string, Record<string, unknown>>>;
  /** What is looked at whenever the world has come to rest. */
  readonly atRest?: (world: World) => Promise<void>;
  /** What is looked at in the world that the scenario leaves behind. */
  readonly afterwards?: (world: World) => Promise<void>;
}

let runs = 0;

/** Plays one file on a throw-away database of the given server, through the real handlers, workers and queue. */
export async function runScenario(
  scenario: Scenario,
  server: Connection,
  queue: QueueBackend,
  { tryOut, atRest, afterwards }: Options = {},
): Promise<Outcome> {
  const database = `scenario_${process.pid}_${++runs}_${Date.now()}`;
  const connection = { ...server, database };
  await createDatabase(connection, await template(server));
  try {
    const world = await World.open({
      connection,
      queue,
      queuePrefix: database,
      start: scenario.clock,
      ...(tryOut && { tryOut }),
      ...(atRest && { atRest }),
    });
    try {
      const play = new Play(world, scenario, idOf('scenario-file', scenario.name));
      await play.all();
      const report = await reportOf(world, scenario, play);
      const wrong = unmet(report, scenario, play);
      await afterwards?.(world);
      const idle = queue.kind !== 'none' && report.chased.worker === 0 && report.chased.poller > 0;
      return { report, unmet: idle ? [...wrong, 'chased: BullMQ workers chased nothing'] : wrong };
    } finally {
      await world.close();
    }
  } finally {
    await dropDatabase(connection);
  }
}

const templates = new Map<string, Promise<string>>();

/** A migrated database to copy from: made once for a server. */
function template(server: Connection): Promise<string> {
  const key = JSON.stringify(server);
  let made = templates.get(key);
  if (!made) {
    made = (async () => {
      const database = `scenario_template_${process.pid}`;
      await dropDatabase({ ...server, database });
      await createDatabase({ ...server, database });
      await migrate({ ...server, database });
      return database;
    })();
    templates.set(key, made);
  }
  return made;
}

/** Removes what `runScenario` left on a server that is not thrown away. */
export async function forgetTemplates(server: Connection): Promise<void> {
  if (templates.delete(JSON.stringify(server)))
    await dropDatabase({ ...server, database: `scenario_template_${process.pid}` });
}
