import type { Connection } from '#platform';
import { rebuild } from '../apps/cli/rebuild.js';
import { forgetTemplates, runScenario } from '../apps/cli/scenario/run-scenario.js';
import { vocabulary } from '../apps/open-api.js';
import { SCENARIOS, scenarioNamed, scenariosHold } from './play-scenarios.js';
import { lookAtMessages } from './sent-messages.js';
import { testServer } from './server.js';

/** So small that cases go on from one page to the next. */
const PAGE = 5;

/** Tells whoever was asked in vain that he need do nothing more: the request is no longer his to open. */
const FAREWELLS = ['backup.cancelled', 'backup.diverted', 'backup.taken'].map(
  (template) => `${template} about a backup_request to a secondary_physician`,
);
const farewells = new Set<string>();
/** Templates of which some scenario has sent a message. */
const told = new Set<string>();
const played = new Set<string>();

// Whoever is told of something can open it, at that moment. And what is owed follows from the log by the same steps that
// a command takes, whichever way a case has gone.
scenariosHold({ kind: 'none' }, ({ prefecture }, name) => {
  const different = new Set<string>();
  const look = lookAtMessages(prefecture);
  return {
    atRest: async (world) => {
      played.add(name);
      for (const { template, kind, role, opens } of await look(world)) {
        told.add(template);
        if (opens) continue;
        const message = `${template} about a ${kind} to a ${role}`;
        if (FAREWELLS.includes(message)) farewells.add(message);
        else different.add(`not opened: ${message}`);
      }
    },
    afterwards: async ({ app }) => {
      for (const { table, same } of await rebuild(app, PAGE)) if (!same) different.add(`rebuilt otherwise: ${table}`);
    },
    different: () => [...different],
  };
});

it('every message that can be sent is sent by one of them', () => {
  // Where only some are played, that says nothing.
  if (played.size < SCENARIOS.length) return;
  const { kinds, obligations } = vocabulary();
  const templates = [...kinds.flatMap((kind) => kind.templates), ...obligations.templates];
  expect(templates.filter((template) => !told.has(template))).toEqual([]);
  expect([...farewells].toSorted()).toEqual(FAREWELLS);
});

describe('a scenario', () => {
  const server: Connection = testServer();
  afterAll(() => forgetTemplates(server));

  it('gives the same report each time it is played', async () => {
    const scenario = scenarioNamed('missed-handover.json');
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
