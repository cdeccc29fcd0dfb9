// Usage: node test/faults/kill.mjs [--rounds 10] [--seed N] [--short]
// kill -9 in the middle of a load: `rounds` times Node alone, `rounds` times Node and every PostgreSQL process.
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureReady } from '../../scripts/lib/ensure.mjs';

const SILENCE_MS = 10_000;
/** A slow machine need not wait longer for the commands that it should have carried between two kills. */
const MOST_MS = 8_000;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    short: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const each = values.short ? 2 : Number(values.rounds);

ensureReady();
const { chance } = await import('./lib/chance.mjs');
const { run } = await import('./lib/run.mjs');
const { untilHeard } = await import('./lib/silence.mjs');

process.exitCode = await run({ name: `kill -9: ${each} times Node, ${each} times Node and PostgreSQL`, seed, faults });

async function faults({ server, load, report, isOver }) {
  const dice = chance(seed);
  const rounds = dice.shuffled([...Array(each).fill('node'), ...Array(each).fill('all')]);
  const late = [];
  report.say();
  report.say('  round  killed              after     in flight  acknowledged  ready after  waiting  silent for');
  for (const [i, kind] of rounds.entries()) {
    if (isOver()) break;
    const began = Date.now();
    const enough = load.acknowledged.length + dice.between(0, values.short ? 60 : 200);
    const least = began + dice.between(100, 1_500);
    while (Date.now() < least || (load.acknowledged.length < enough && Date.now() < began + MOST_MS)) await pause(5);
    const after = Date.now() - began;
    const acknowledged = load.acknowledged.length;
    const inFlight = load.requests.filter(({ answers }) => answers.length === 0).length;
    const killed = await server.kill(kind === 'all');
    const ready = await server.start();
    const database = await server.database();
    const { ms, waiting, left } = await untilHeard(database).finally(() => database.end());
    if (ms > SILENCE_MS || left > 0) late.push(`round ${i + 1} (${kind}): ${left} still silent after ${ms} ms`);
    const what = kind === 'all' ? `Node + ${killed} PostgreSQL` : 'Node';
    report.say(
      `  ${String(i + 1).padStart(5)}  ${what.padEnd(18)}  ${`${after} ms`.padStart(7)}  ${String(inFlight).padStart(9)}  ` +
        `${String(acknowledged).padStart(12)}  ${`${ready} ms`.padStart(11)}  ${String(waiting).padStart(7)}  ${`${ms} ms`.padStart(10)}`,
    );
  }
  report.say();
  report.check('after each restart nothing that was due was silent for more than 10 s', late);
}
