// Usage: node test/matrix/mutants.mjs [--only TEXT]
// Takes away one guard after the other, in the program and in the database, and asks the matrix: each has to make a cell red.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureReady, root } from '../../scripts/lib/ensure.mjs';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });

ensureReady();
const { Report } = await import('../faults/lib/report.mjs');
const { Comparison, Red } = await import('./lib/comparison.mjs');
const { guards } = await import('./lib/guards.mjs');
const { House } = await import('./lib/house.mjs');
const { walls } = await import('./lib/walls.mjs');

const PRELOAD = `--import=${pathToFileURL(join(root, 'test/matrix/lib/mutate.mjs'))}`;
const POLICIES = `
  SELECT tablename AS table, policyname AS policy, quote_ident(tablename) AS of, quote_ident(policyname) AS named, qual
    FROM pg_policies WHERE schemaname = 'public' AND roles = '{tsunagi_reader}' AND cmd IN ('ALL', 'SELECT')
     AND has_table_privilege('tsunagi_reader', to_regclass(format('%I.%I', schemaname, tablename)), 'SELECT') ORDER BY 1, 2`;

const report = new Report();
const house = new House();
try {
  const people = await house.setUp();
  const { server } = house;
  const begin = (client, database, stops) => new Comparison({ client, database, people, report, most: 1, stops });
  await server.start();
  await house.within(async (client, database) => {
    await begin(client, database, false).prepare();
    await policies(database);
    const whole = begin(client, database, true);
    await whole.prepare();
    await whole.overHttp();
  });
  await server.stop();
  for (const { name, mutant } of guards().filter((guard) => guard.name.includes(values.only))) {
    server.env = { MUTANT: JSON.stringify(mutant), NODE_OPTIONS: PRELOAD };
    await server.start();
    await house.within(async (client, database) => {
      const comparison = begin(client, database, true);
      await comparison.prepare();
      await red(name, () => comparison.overHttp());
    });
    await server.stop();
  }
} catch (error) {
  report.check('the run itself', [error.stack]);
} finally {
  await house.end();
}
process.exitCode = report.end();
house.clear();

/** Row-level security of each table: without its policy nobody sees his own rows, and without any, everybody all. */
async function policies(database) {
  const stopping = (_channel, what, given, expected) => {
    if (!expected.includes(given)) throw new Red(`${what}: ${given}`);
  };
  await walls(database, stopping);
  const { rows } = await database.query(POLICIES);
  for (const { table, policy, of, named, qual } of rows.filter((row) => row.table.includes(values.only))) {
    await database.query(`ALTER TABLE ${of} DISABLE ROW LEVEL SECURITY`);
    await red(`row-level security of ${table}`, () => walls(database, stopping));
    await database.query(`ALTER TABLE ${of} ENABLE ROW LEVEL SECURITY`);
    await database.query(`ALTER POLICY ${named} ON ${of} USING (true)`);
    await red(`policy ${policy} of ${table}`, () => walls(database, stopping));
    await database.query(`ALTER POLICY ${named} ON ${of} USING (${qual})`);
  }
}

async function red(name, ask) {
  try {
    await ask();
    report.check(name, ['no cell turned red']);
  } catch (error) {
    if (!(error instanceof Red)) throw error;
    report.check(`${name} — ${error.message.slice(0, 120)}`, []);
  }
}
