import { readdirSync, readFileSync } from 'node:fs';
import type { Connection, QueueBackend } from '#platform';
import { forgetTemplates, runScenario } from '../apps/cli/scenario/run-scenario.js';
import { readScenario } from '../apps/cli/scenario/scenario-file.js';
import { testServer } from './server.js';

const FOLDER = new URL('scenarios/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
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
    const { unmet } = await runScenario(scenario, server, queue);
    expect(unmet).toEqual([]);
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
