import { readdirSync, readFileSync } from 'node:fs';
import type { Connection, QueueBackend } from '#platform';
import { rebuild } from '../apps/cli/rebuild.js';
import { forgetTemplates, runScenario } from '../apps/cli/scenario/run-scenario.js';
import { readScenario } from '../apps/cli/scenario/scenario-file.js';
import { vocabulary } from '../apps/open-api.js';
import { testServer } from './server.js';
import { lookAtMessages } from './sent-messages.js';

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

/** Tells whoever was asked in vain that he need do nothing more: the request is no longer his to open. */
const FAREWELLS = new Set(['backup.taken', 'backup.cancelled', 'backup.diverted']);
/** Templates of which some scenario has sent a message. */
const told = new Set<string>();
const played = new Set<string>();

describe.each(backends)('with the queue on $kind', (queue) => {
  const server: Connection = testServer();
  afterAll(() => forgetTemplates(server));

  it.each(files)('%s holds', async (name) => {
    const scenario = readScenario(readFileSync(new URL(name, FOLDER), 'utf8'));
    const different: string[] = [];
    const look = lookAtMessages();
    const unopened = new Set<string>();
    const { unmet } = await runScenario(scenario, server, queue, {
      // Whoever is told of something can open it, at that moment.
      atRest: async (world) => {
        if (queue.kind !== 'none') return;
        played.add(name);
        for (const { template, kind, role, opens } of await look(world)) {
          told.add(template);
          if (!opens && !FAREWELLS.has(template)) unopened.add(`${template} about a ${kind} to a ${role}`);
        }
      },
      // What is owed follows from the log by the same steps that a command takes, whichever way a case has gone.
      afterwards: async ({ app }) => {
        if (queue.kind !== 'none') return;
        for (const { table, same } of await rebuild(app, PAGE)) if (!same) different.push(table);
      },
    });
    expect({ unmet, different, unopened: [...unopened] }).toEqual({ unmet: [], different: [], unopened: [] });
  });
});

it('every message that can be sent is sent by one of them', () => {
  const { kinds, obligations } = vocabulary();
  const templates = [...kinds.flatMap((kind) => kind.templates), ...obligations.templates];
  // Where only some are played, that says nothing.
  const untold = played.size < files.length ? [] : templates.filter((template) => !told.has(template));
  expect(untold).toEqual([]);
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
