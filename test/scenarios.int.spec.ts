import { readdirSync, readFileSync } from 'node:fs';
import type { Connection, QueueBackend } from '#platform';
import { rebuild } from '../apps/cli/rebuild.js';
import { forgetTemplates, runScenario } from '../apps/cli/scenario/run-scenario.js';
import { readScenario } from '../apps/cli/scenario/scenario-file.js';
import { testServer } from './server.js';

const FOLDER = new URL('scenarios/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
/** So small that cases go on from one page to the next. */
const PAGE = 5;
const redis = process.env['TEST_REDIS_URL'];

const backends: readonly QueueBackend[] = [
  { kind: 'postgres' },
  { kind: 'none' },
  ...(redis ? [{ kind: 'redis', url: redis } as const] : []),
];

describe.each(backends)('with the queue on $kind', (queue) => {
  const server: Connection = testServer();
  afterAll(() => forgetTemplates(server));

  it.each(files)('%s holds', async (name) => {
    const scenario = readScenario(readFileSync(new URL(name, FOLDER), 'utf8'));
    const different: string[] = [];
    const { unmet } = await runScenario(scenario, server, queue, {
      // What is owed follows from the log by the same steps that a command takes, whichever way a case has gone.
      afterwards: async ({ app }) => {
        if (queue.kind !== 'none') return;
        for (const { table, same } of await rebuild(app, PAGE)) if (!same) different.push(table);
      },
    });
    expect({ unmet, different }).toEqual({ unmet: [], different: [] });
  });
});

describe('a scenario', () => {
  const server: Connection = testServer();
  afterAll(() => forgetTemplates(server));

  it('gives the same report each time it is played', async () => {
    const scenario = readScenario(readFileSync(new URL('missed-handover.json', FOLDER), 'utf8'));
    const reports = [];
    for (const kind of ['none', 'none', 'postgres'] as const) {
      const { report } = await runScenario(scenario, server, { kind });
      const { chased: _by, ...rest } = report;
      reports.push(rest);
    }
    expect(reports[1]).toEqual(reports[0]);
    expect(reports[2]).toEqual(reports[0]);
  });
});
