import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Followers } from '#platform';
import { PROJECT_ROOT } from '../../apps/project-root.js';
import { migrate } from '../../migrations/run.js';
import { commands } from './commands.js';
import { edge, edgeLines } from './edge.js';
import { FULL, SHORT, type Extent } from './extent.js';
import { fill } from './fill.js';
import { costLines, processor } from './processor.js';
import { logSize } from './log-size.js';
import { memory } from './memory.js';
import { FEWEST_PAGES, PRINT_GOAL_MS, printing, printingLines } from './packs.js';
import { parts } from './parts.js';
import { rebuild } from './rebuild.js';
import { searching, searchLines } from './search.js';
import { withRedis } from './redis.js';
import { NIGHT_GOAL_MS, rollUpLines, rollUps, SIGNAL_GOAL_MS } from './roll-up.js';
import { ServedRegion } from './served-region.js';
import { machine, memoryLines, punctuality, ratios } from './report.js';
import { withServer, type BenchServer } from './server.js';
import { asSuperuser } from './sql.js';
import { stored, storedLines } from './stored.js';
import { timers, type Punctuality } from './timers.js';

const REGION = 'bench_region';
const FULL_LOG = 'bench_full_log';
const REPORT = join(PROJECT_ROOT, 'docs/bench.md');

const PARTS = [
  'commands',
  'edge',
  'processor',
  'parts',
  'log',
  'timers',
  'rebuild',
  'roll-up',
  'packs',
  'search',
  'stored',
  'memory',
] as const;

/** npm run bench [-- --short] [-- --only commands,timers]: measures, prints, and in full writes docs/bench.md. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { short: { type: 'boolean' }, only: { type: 'string' } } });
  const extent: Extent = values.short ? SHORT : FULL;
  const only: readonly string[] =
    values.only?.split(',') ?? (values.short ? PARTS.filter((part) => part !== 'parts') : PARTS);
  const wanted = (part: (typeof PARTS)[number]) => only.includes(part);
  const said: string[] = [];
  const say = (...lines: readonly string[]) => {
    said.push(...lines);
    process.stdout.write(`${lines.join('\n')}\n`);
  };

  await withServer(async (server) => {
    const version = await makeRegion(server);
    say('# Measured figures', '', ...intro(extent), '', ...machine(version).map((line) => `- ${line}`), '');
    if (wanted('commands')) {
      say('## Accepted durable commands', '', ...COMMAND, '');
      say(...ratios(await commands(server, REGION, extent)), '');
    }
    if (wanted('edge')) {
      say('## What HTTP costs of Node', '', ...edgeLines(await edge(server, REGION, extent)), '');
    }
    if (wanted('processor')) {
      const costs = await processor(server, REGION, extent);
      say('## Processor time of one command', '', ...(costs ? costLines(costs) : ['Measured on Linux only.']), '');
    }
    if (wanted('parts')) {
      say('## What each part of the transaction costs', '', ...LEFT_OUT, '');
      say(...ratios(await parts(server, REGION, extent)), '');
    }
    if (wanted('log') || wanted('timers')) {
      const events = await fullLog(server, extent);
      if (wanted('log')) {
        say(`## The same command on a log of ${events.toLocaleString('en')} events`, '');
        say(...ratios(await logSize(server, REGION, FULL_LOG, extent)), '');
      }
      if (wanted('timers')) {
        say('## 10,000 obligations due', '', ...DUE, '');
        say(...punctuality(await allTimers(server, extent)), '');
      }
    }
    if (wanted('rebuild')) {
      say('## Rebuild', '', ...REBUILD, '');
      say(...ratios(await rebuild(server, REGION, extent)), '');
    }
    if (wanted('roll-up')) {
      const found = await rollUps(server, REGION, extent);
      say('## Roll-up of issues', '', ...rollUpLines(found), '');
      if (found.wrong > 0 || found.nightMs > NIGHT_GOAL_MS || found.many > SIGNAL_GOAL_MS) process.exitCode = 1;
    }
    if (wanted('packs')) {
      const found = await printing();
      say('## Evidence pack as PDF', '', ...printingLines(found), '');
      if (found.pages < FEWEST_PAGES || found.ms > PRINT_GOAL_MS) process.exitCode = 1;
    }
    if (wanted('search')) {
      say('## Search and lists', '', ...SEARCH, '');
      say(...searchLines(await searching(server, REGION, extent)), '');
    }
    if (wanted('stored')) {
      say('## A log of an earlier version', '', ...STORED, '');
      const found = await stored(server, extent);
      say(...storedLines(found), '');
      if (!found.sound) process.exitCode = 1;
    }
  });
  if (wanted('memory')) {
    const found = await memory();
    say('## Memory of the one process', '', ...(found ? memoryLines(found) : ['Measured on Linux only.']), '');
  }
  say(
    `Load average at the end: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' / ')}.`,
  );
  if (!extent.short && only === PARTS) writeFileSync(REPORT, `${said.join('\n')}\n`);
}

/** A region with one consultation in it, as the template of every other database. Answers with the server's version. */
async function makeRegion(server: BenchServer): Promise<string> {
  const connection = await server.create(REGION);
  await migrate(connection);
  const region = await ServedRegion.open(connection, 'api');
  try {
    await region.settle();
    await region.log();
  } finally {
    await region.close();
  }
  return asSuperuser(connection, async (db) => {
    const { rows } = await db.query<{ version: string }>(
      `SELECT 'PostgreSQL ' || current_setting('server_version') AS version`,
    );
    return rows[0]?.version ?? '';
  });
}

async function fullLog(server: BenchServer, { cases }: Extent): Promise<number> {
  const connection = await server.create(FULL_LOG, REGION);
  const region = await ServedRegion.open(connection, 'driven');
  const names = region.app
    .get(Followers)
    .all()
    .map(({ name }) => name);
  await region.close();
  await fill(connection, cases, names);
  return asSuperuser(connection, async (db) => {
    const { rows } = await db.query<{ events: number }>('SELECT count(*)::int AS events FROM event');
    return rows[0]?.events ?? 0;
  });
}

async function allTimers(server: BenchServer, { timerRuns }: Extent): Promise<Punctuality[]> {
  const connection = server.database(FULL_LOG);
  const withinASecond = Array.from({ length: timerRuns }, () => 1_000);
  const runs = await timers(connection, { kind: 'postgres' }, [...withinASecond, 0]);
  const onRedis = await withRedis((url) => timers(connection, { kind: 'redis', url }, [1_000]));
  return [...runs, ...(onRedis ?? [])];
}

const intro = ({ short, rounds, ms }: Extent): string[] => [
  `\`npm run bench\` on ${new Date().toISOString().slice(0, 10)}${short ? ', short form: to see that it runs, not to be judged' : ''}. ` +
    `Every ratio is the median of ${rounds} interleaved rounds of ${ms} ms; spread is the quartile range over the median, and above 0.4 nothing is judged. ` +
    'Rates are of this machine at that hour and mean nothing by themselves.',
];
const COMMAND = [
  'The command is LogConsultation for a patient: it reads the answer by key and the clock, looks up patient, desk and rules, decides, and appends 1 event with hash chain, the head of the case, 2 obligations, a personal row and the stored answer: 6 rows in one transaction. `raw` is one named INSERT of one row with a payload of 300 bytes per commit, by as many callers on at most 32 connections. Over HTTP the load generator is a process of its own on the same cores.',
];
const LEFT_OUT = [
  'Each left out once, in a database of the bench alone: how many times faster the command is without it, with 32 callers.',
];
const DUE = [
  'From the due moment to the commit of the event that chased it (pg_xact_commit_timestamp), with all loops of the worker running.',
];
const STORED = [
  'The log that an earlier version wrote (test/stored), made long by that version’s own append with copies of its consultations; then `migrate`, `verify` and `rebuild` as the command line runs them.',
];
const SEARCH = [
  'Over HTTP, by the coordinator of a desk who sees all of it, one question after the other; sign-in, guard, the look on record and the names of the rows are in it.',
];
const REBUILD = [
  'Heads, obligations and views made anew from the log and compared with every row that stands, of which only different ones are written; against reading the log out by COPY. Then the same where all heads and obligations are lost and have to be written.',
];

await main();
