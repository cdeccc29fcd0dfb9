// Usage: node test/matrix/matrix.mjs [--cases 3]
// Every role, in every relation there is to a case, asks everything there is to ask of it: over HTTP, by SQL past the
// program, on the board, its stream, in lists and files. Each answer has to be the one that policy.csv gives.
import { parseArgs } from 'node:util';
import { ensureReady } from '../../scripts/lib/ensure.mjs';

const LEAST = 10_000;

const { values } = parseArgs({ options: { cases: { type: 'string', default: '3' } } });

ensureReady();
const { Report } = await import('../faults/lib/report.mjs');
const { Comparison } = await import('./lib/comparison.mjs');
const { House } = await import('./lib/house.mjs');

const report = new Report();
const began = Date.now();
const house = new House();
let cells = new Map();
try {
  const people = await house.setUp();
  await house.server.start();
  report.say(`  ready after ${since()} s`);
  await house.within(async (client, database) => {
    const comparison = new Comparison({ client, database, people, report, most: Number(values.cases) });
    cells = comparison.cells;
    await comparison.prepare();
    for (const [what, lacking] of Object.entries(comparison.completeness())) report.check(what, lacking);
    await comparison.all();
  });
  await house.server.stop();
} catch (error) {
  report.check('the run itself', [error.stack]);
} finally {
  await house.end();
}
for (const [channel, { all, wrong }] of cells) report.check(`${channel}: ${all} cells are as policy.csv says`, wrong);
const count = [...cells.values()].reduce((sum, { all }) => sum + all, 0);
report.check(`${count} cells in all, at least ${LEAST}`, count < LEAST ? [`${count}`] : []);
report.say(`\n${since()} s in all`);
process.exitCode = report.end();
if (process.exitCode === 0 && !process.env.KEEP) house.clear();
else report.say(`Everything is kept in ${house.folder}.`);

function since() {
  return Math.round((Date.now() - began) / 1000);
}
