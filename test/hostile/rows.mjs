// Usage: node test/hostile/rows.mjs [--only P7,U1]
// The bad-input list as data: each row is sent as its file says, to the system as a person starts it, and must be answered as
// its file says; a row that is no request names the test that proves it. What is not built is printed, and hides nowhere.
import { parseArgs } from 'node:util';
import { ensureReady } from '../../scripts/lib/ensure.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' } } });

ensureReady();
const { built } = await import('../faults/lib/region.mjs');
const { Client } = await import('./lib/client.mjs');
const { HERE, STRANGERS, setUpTwo, smallId } = await import('./lib/region.mjs');
const { RowRequests } = await import('./lib/row-requests.mjs');
const { faultOfProof, missingRows, readBodies, readRows } = await import('./lib/rows.mjs');
const { attacked } = await import('./lib/run.mjs');

const NAMED = ['patient', 'help_desk', 'hospital', 'care_management_office', 'clinic', 'coordinator', 'care_manager'];

const rows = readRows();
await attacked({
  what: `${rows.length} rows of bad input`,
  setUp: setUpTwo,
  attack: async ({ server, people, report }) => {
    const missing = missingRows(rows);
    report.check('every row of the reference is here', missing);
    const client = new Client(server.port, 1_100);
    const database = await server.database();
    try {
      const { idOf } = await built('libs/kernel/index.js');
      const of = (prefecture, before) =>
        Object.fromEntries(NAMED.map((name) => [`${before}${name}`, smallId(idOf, prefecture, name)]));
      const requests = new RowRequests({
        client,
        database,
        document: JSON.parse((await client.send({ method: 'GET', path: '/api/openapi.json' })).text),
        people,
        bodies: readBodies(),
        names: { ...of(HERE, ''), ...of(STRANGERS, 'strange_') },
      });
      await tryAll(requests, report);
    } finally {
      client.close();
      await database.end();
    }
  },
});

async function tryAll(requests, report) {
  const chosen = values.only ? rows.filter(({ row }) => values.only.split(',').includes(row)) : rows;
  const counts = { sent: 0, proved: 0, open: [], differs: [] };
  // What waits for the server to give up waits beside the others.
  const outcomes = chosen.map((row) => ({ row, slow: isSlow(row) }));
  const slow = outcomes
    .filter((one) => one.slow)
    .map(({ row }) => faultsOfRow(requests, row).then((faults) => [row, faults]));
  for (const { row } of outcomes.filter((one) => !one.slow))
    said(row, await faultsOfRow(requests, row), report, counts);
  for (const [row, faults] of await Promise.all(slow)) said(row, faults, report, counts);
  report.say();
  report.say(`  rows that are answered otherwise than the table says, with why: ${counts.differs.length}`);
  for (const line of counts.differs) report.say(`    ${line}`);
  report.say(`  rows of which something is not built: ${counts.open.length}`);
  for (const line of counts.open) report.say(`    ${line}`);
  report.say(`  ${counts.sent} parts sent, ${counts.proved} proved by another test, ${counts.open.length} open`);
}

function isSlow({ tries }) {
  return tries.some(({ send, expect }) => send?.raw && expect.within > 10_000);
}

async function faultsOfRow(requests, { row, tries }) {
  const faults = [];
  for (const one of tries) {
    if (one.open) continue;
    if (one.proved) faults.push(...[one.proved].flat().map(faultOfProof).filter(Boolean));
    else faults.push(...(await requests.faultsOf(one).catch((error) => [`${row} cannot be tried: ${error.stack}`])));
  }
  return faults;
}

function said({ row, what, tries, differs }, faults, report, counts) {
  counts.sent += tries.filter(({ send, steps }) => send ?? steps).length;
  counts.proved += tries.flatMap(({ proved }) => proved ?? []).length;
  for (const { open } of tries) if (open) counts.open.push(`${row}: ${open}`);
  if (differs) counts.differs.push(`${row}: ${differs}`);
  if (tries.some(({ open }) => !open)) report.check(`${row} ${what}`, faults);
}
