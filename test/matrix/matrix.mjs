// Usage: node test/matrix/matrix.mjs [--cases 3]
// Every role, in every relation there is to a case, asks everything there is to ask of it: over HTTP, by SQL past the
// program, on the board, its stream, in lists and files. Each answer has to be the one that policy.csv gives.
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { ensureReady, root } from '../../scripts/lib/ensure.mjs';

const LEAST = 10_000;
/** The version of no case: whoever may give the command is told that it is stale, and nothing changes. */
const NO_VERSION = '"999999"';
/** What a board or a list of cases is about; a person's record or an institution may be named beside. */
const CASES = new Set(['discharge_case', 'consultation', 'backup_request', 'service_request', 'phone_task']);
const commandOf = (operation) => operation.slice(0, 1).toUpperCase() + operation.slice(1);

const { values } = parseArgs({ options: { cases: { type: 'string', default: '3' } } });

ensureReady();
const { Report } = await import('../faults/lib/report.mjs');
const { freePort, lockOf, Server } = await import('../faults/lib/server.mjs');
const { built } = await import('../faults/lib/region.mjs');
const { Client } = await import('../hostile/lib/client.mjs');
const { setUpRegion } = await import('../hostile/lib/region.mjs');
const { Api } = await import('./lib/api.mjs');
const { Policy } = await import('./lib/policy.mjs');
const { Standings } = await import('./lib/standing.mjs');
const { reads } = await import('./lib/reads.mjs');

const report = new Report();
const began = Date.now();
const folder = mkdtempSync(join(tmpdir(), 'tsunagi-matrix-'));
chmodSync(folder, 0o755);
const server = new Server(folder, await freePort());
const policy = new Policy();
/** Cells by channel, and those of them that are not as the table says. */
const cells = new Map();
try {
  const people = await setUpRegion(server.dataDir);
  await server.start();
  report.say(`  ready after ${since()} s`);
  const client = new Client(server.port, 8);
  const database = await server.database();
  try {
    await compare(client, database, people);
  } finally {
    client.close();
    await database.end();
  }
  await server.stop();
} catch (error) {
  report.check('the run itself', [error.stack]);
} finally {
  const runs = server.child && server.child.exitCode === null && server.child.signalCode === null;
  if (runs || lockOf(server.dataDir)) await server.kill(true);
}
for (const [channel, { all, wrong }] of cells) report.check(`${channel}: ${all} cells are as policy.csv says`, wrong);
const count = [...cells.values()].reduce((sum, { all }) => sum + all, 0);
report.check(`${count} cells in all, at least ${LEAST}`, count < LEAST ? [`${count}`] : []);
report.say(`\n${since()} s in all`);
process.exitCode = report.end();
if (process.exitCode === 0 && !process.env.KEEP) rmSync(folder, { recursive: true, force: true });
else report.say(`Everything is kept in ${folder}.`);

function since() {
  return Math.round((Date.now() - began) / 1000);
}

function cell(channel, what, given, expected) {
  if (!cells.has(channel)) cells.set(channel, { all: 0, wrong: [] });
  const of = cells.get(channel);
  of.all++;
  if (!expected.includes(given)) of.wrong.push(`${what}: ${given} instead of ${expected.join(' or ')}`);
}

async function compare(client, database, people) {
  const document = JSON.parse((await client.send({ method: 'GET', path: '/api/openapi.json' })).text);
  const api = new Api(client, document, await given());
  await beginWhatTheDemoLacks(api, database, people);
  const standings = await Standings.of(database);
  const kinds = [...new Set(policy.rows.map(({ resource }) => resource))].filter(
    (kind) => kind !== 'page' && kind !== 'capability',
  );
  const roles = new Set(people.map(({ role }) => role));
  report.check(
    'somebody of every role is asked for',
    policy.roles.filter((role) => !roles.has(role)),
  );
  report.check(
    'there is a case of every kind',
    kinds.filter((kind) => !standings.heads.some((head) => head.kind === kind)),
  );
  const chosen = kinds.map((kind) => [kind, casesOf(standings, kind)]);
  for (const [kind, cases] of chosen) for (const head of cases) await askOf(api, standings, people, kind, head);
  await beginnings(api, people, kinds);
  await bySql(database, standings, people);
  await lists(api, standings, people);
  await reads({ api, people, cell });
}

/** Of each kind a few, no two of the same state while there are others. */
function casesOf(standings, kind) {
  const all = standings.heads.filter((head) => head.kind === kind);
  const byState = [...new Map(all.map((head) => [head.status, head])).values()];
  return [...new Set([...byState, ...all])].slice(0, Number(values.cases));
}

/** One for each role in each set of relations to the case: everybody else would be a repetition. */
function callersFor(standings, people, head) {
  const distinct = new Map();
  for (const person of people) {
    const relations = standings.relationsToAll(person, head);
    const key = [person.role, person.prefecture === head.prefecture, ...[...relations].toSorted()].join(' ');
    if (!distinct.has(key)) distinct.set(key, { person, relations });
  }
  return [...distinct.values()];
}

async function askOf(api, standings, people, kind, head) {
  const commands = api.operations.filter(
    ({ id, parameters, method }) =>
      method === 'POST' && parameters.length > 0 && policy.of(kind, commandOf(id)).length > 0,
  );
  const asked = [];
  for (const { person, relations } of callersFor(standings, people, head)) {
    const who = `${person.role} as ${[...relations].join(' ') || 'nobody'} of ${kind} ${head.status} ${head.id}`;
    for (const operation of commands)
      asked.push(async () => {
        const answer = await send(api, operation, [head.id], person);
        cell(
          'commands over HTTP',
          `${operation.id} by ${who}`,
          answer,
          policy.answerTo(kind, commandOf(operation.id), person.role, relations),
        );
      });
    const direct = standings.relations(person, head);
    asked.push(async () => {
      const { status } = await api.read(`/api/v1/cases/${head.id}/timeline`, person.token);
      cell('timelines over HTTP', `timeline by ${who}`, status, [policy.sees(kind, person.role, direct) ? 200 : 404]);
    });
  }
  for (const operation of commands)
    for (const token of [undefined, 'A'.repeat(43)])
      asked.push(async () =>
        cell(
          'without a session',
          `${operation.id} of ${kind}`,
          await send(api, operation, [head.id], { token }),
          [401],
        ),
      );
  await together(asked);
}

async function beginnings(api, people, kinds) {
  const begin = api.operations.filter(({ method, parameters }) => method === 'POST' && parameters.length === 0);
  const one = new Map(people.map((person) => [`${person.role} ${person.prefecture}`, person]));
  await together(
    begin.flatMap((operation) =>
      kinds
        .filter((kind) => policy.of(kind, commandOf(operation.id)).length > 0)
        .flatMap((kind) =>
          [...one.values()].map((person) => async () => {
            const answer = await send(api, operation, [], person);
            cell(
              'beginnings over HTTP',
              `${operation.id} by ${person.role}`,
              answer,
              policy.answerTo(kind, commandOf(operation.id), person.role, new Set()),
            );
          }),
        ),
    ),
  );
}

async function send(api, operation, ids, person) {
  const { status, text } = await api.ask(operation, ids, person.token, { headers: { 'if-match': NO_VERSION } });
  if (status !== 400 && status !== 422) return status;
  const { errors = [] } = JSON.parse(text);
  return `${status} ${errors.map(({ path, code }) => `${path} ${code}`).join(', ')}`;
}

/** What no schema says. */
async function given() {
  const { prefecture, homeCareAreas } = JSON.parse(
    readFileSync(join(root, 'data/hokkaido-home-care-areas.json'), 'utf8'),
  );
  const { handoverDocument } = await built('apps/cli/demo/handover-text.js');
  return {
    importAreas: { prefecture, homeCareAreas },
    document: handoverDocument('宛先', '差出人'),
    areas: ['012297'],
    programItem: { version: 'r8', letter: 'ウ' },
  };
}

/** Kinds of which the demo has no case. */
async function beginWhatTheDemoLacks(api, database, people) {
  const { rows: heads } = await database.query(
    `SELECT stream::text AS id, kind, state FROM stream_head WHERE prefecture = '01' ORDER BY stream`,
  );
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  const in01 = people.filter(({ prefecture }) => prefecture === '01');
  const coordinators = in01.filter(({ role }) => role === 'coordinator');
  const [coordinator] = coordinators;
  const admin = in01.find(({ role }) => role === 'admin');
  const organizations = heads.filter(({ kind }) => kind === 'organization');
  const own = organizations.find(({ id }) => id === coordinator.organization).state;
  const near = organizations.filter(({ state }) => state.municipality === own.municipality);
  const agreed = { elsewhere: { name: '在宅医療・介護連携の協議会', heldOn: '2025-05-20' } };
  const wanted = [
    [
      'requestCall',
      coordinator,
      coordinators.map(({ id }) => ({ person: id })).concat(in01.map(({ id }) => ({ person: id }))),
    ],
    [
      'arrangeDeskCover',
      coordinator,
      organizations
        .filter(({ state }) => state.kind === 'help_desk')
        .map(({ id }) => ({ deputy: id, from: today, until: today })),
    ],
    [
      'requestService',
      coordinator,
      heads
        .filter(({ kind, state }) => kind === 'patient' && state.municipality === own.municipality)
        .slice(0, 3)
        .flatMap(({ id: patient }) =>
          near.flatMap(({ id: to }) =>
            ['visiting_nursing', 'visiting_pharmacy'].map((service) => ({
              patient,
              to,
              service,
              wish: '訪問をお願いします。',
            })),
          ),
        ),
    ],
    [
      'activateRuleSet',
      admin,
      [{ context: 'help_desk', area: own.municipality, effectiveFrom: today, agreed, values: { required: [] } }],
    ],
  ];
  for (const [id, person, bodies] of wanted) {
    const operation = api.operations.find((one) => one.id === id);
    let last;
    for (const body of bodies) {
      last = await api.ask(operation, [], person.token, { body });
      if (last.status === 201) break;
    }
    if (last?.status !== 201) report.say(`  ${id}: ${last?.text}`);
  }
}

/** As the login that the program has, in the role that it reads with, by statements that the program never makes. */
async function bySql(database, standings, people) {
  const { host, port } = database;
  const reader = new pg.Client({ host, port, user: 'tsunagi_app', database: 'tsunagi' });
  await reader.connect();
  await reader.query('SET ROLE tsunagi_reader');
  try {
    const one = new Map(people.map((person) => [`${person.role} ${person.organization}`, person]));
    for (const person of one.values())
      for (const prefecture of ['01', '02']) {
        await reader.query(`SELECT set_config('app.prefecture', $1, false)`, [prefecture]);
        const { rows } = await reader.query(
          `SELECT h.stream::text AS id, app.relations_to(h, app.standing($1, $2, $3)) AS relations
             FROM stream_head h WHERE h.prefecture = $1`,
          [person.prefecture, person.id, person.organization],
        );
        const found = new Map(rows.map(({ id, relations }) => [id, relations]));
        for (const head of standings.heads.filter((each) => each.prefecture === person.prefecture)) {
          const what = `${head.kind} ${head.id} by ${person.role} of ${person.prefecture} within ${prefecture}`;
          const relations = new Set(found.get(head.id) ?? []);
          const seen = policy.sees(head.kind, person.role, relations);
          const should =
            prefecture === person.prefecture && policy.sees(head.kind, person.role, standings.relations(person, head));
          cell('by SQL', what, seen, [should]);
        }
      }
  } finally {
    await reader.end();
  }
}

/** Whatever a board, its stream or a list shows is of a case that its reader sees. */
async function lists(api, standings, people) {
  const one = new Map(people.map((person) => [`${person.role} ${person.organization}`, person]));
  await together(
    [...one.values()].map((person) => async () => {
      const shown = new Map();
      for (const path of ['/api/v1/board', '/api/v1/cases', '/api/v1/cases?state=open', '/api/v1/messages']) {
        const { status, text } = await api.read(path, person.token);
        if (status === 200)
          for (const [id] of text.matchAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g))
            if (standings.byId.has(id)) shown.set(`${path} ${id}`, id);
      }
      for (const [where, id] of shown) {
        const head = standings.byId.get(id);
        if (head.prefecture !== person.prefecture) cell('in lists', `${where} to ${person.role}`, 'shown', ['hidden']);
        else if (/^.api.v1.(board|cases)/.test(where) && CASES.has(head.kind))
          cell(
            'in lists',
            `${where} (${head.kind}) to ${person.role} ${person.id}`,
            policy.sees(head.kind, person.role, standings.relations(person, head)),
            [true],
          );
      }
    }),
  );
}

async function together(asked, most = 8) {
  const queue = [...asked];
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await next();
    }),
  );
}
