import { readdirSync, readFileSync } from 'node:fs';
import type { Connection, QueueBackend } from '#platform';
import { forgetTemplates, runScenario } from '../apps/cli/scenario/run-scenario.js';
import { readScenario, type Scenario } from '../apps/cli/scenario/scenario-file.js';
import type { World } from '../apps/cli/scenario/world.js';
import { testServer } from './server.js';

const FOLDER = new URL('scenarios/', import.meta.url);

/** The scenarios that every queue plays, by the names of their files. */
export const SCENARIOS: readonly string[] = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

export const scenarioNamed = (name: string): Scenario => readScenario(readFileSync(new URL(name, FOLDER), 'utf8'));

/** What else is looked at while a scenario is played; `different` says what does not hold, empty when all does. */
export interface Onlooker {
  atRest(world: World): Promise<void>;
  afterwards(world: World): Promise<void>;
  different(): readonly string[];
}

/** One test for each scenario: all that it expects comes true with this queue. */
export function scenariosHold(queue: QueueBackend, onlooker?: (scenario: Scenario, name: string) => Onlooker): void {
  describe(`with the queue on ${queue.kind}`, () => {
    const server: Connection = testServer();
    afterAll(() => forgetTemplates(server));

    it.each(SCENARIOS)('%s holds', async (name) => {
      const scenario = scenarioNamed(name);
      const looking = onlooker?.(scenario, name);
      const { unmet } = await runScenario(scenario, server, queue, looking);
      expect({ unmet, different: looking?.different() ?? [] }).toEqual({ unmet: [], different: [] });
    });
  });
}
