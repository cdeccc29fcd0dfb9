import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../../scripts/lib/ensure.mjs';
import { Report } from '../../faults/lib/report.mjs';
import { freePort, lockOf, Server } from '../../faults/lib/server.mjs';
import { untilAtRest } from '../../faults/lib/silence.mjs';

const REST_MS = 60_000;
/** The server says how much it holds whenever it is asked (heap.mjs). */
const PRELOAD = fileURLToPath(new URL('heap-preload.mjs', import.meta.url));

/**
 * The system as a person starts it, on data that `setUp` makes; then the attack; then whatever must be true after any of
 * them: it stands, it rests, it logged no error, and log and rows are sound. Sets the exit code.
 */
export async function attacked({ what, setUp, attack }) {
  const began = Date.now();
  const report = new Report();
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-hostile-'));
  // As root, PostgreSQL runs under another account, which has to pass.
  chmodSync(folder, 0o755);
  const server = new Server(folder, await freePort(), { NODE_OPTIONS: `--import ${PRELOAD}` });
  report.say(`${what}, in ${folder}`);
  try {
    const people = await setUp(server.dataDir);
    await server.start();
    report.say(`  ready after ${since(began)} s`);
    await attack({ server, people, report, folder });
    const database = await server.database();
    const rest = await untilAtRest(database, REST_MS).finally(() => database.end());
    report.check(
      'at the end nothing is due and every follower has read the whole log',
      rest.due === 0 && rest.behind === 0 ? [] : [`${rest.due} due, ${rest.behind} followers behind`],
    );
    report.check('the server logged no error', errorsIn(server.log));
    await server.stop();
    for (const command of ['verify', 'rebuild'])
      report.check(`cli ${command} finds nothing wrong`, cli(server, command));
    report.check('the server did not end by itself', server.unexpected);
  } catch (error) {
    report.check('the run itself', [error.stack]);
  } finally {
    const runs = server.child && server.child.exitCode === null && server.child.signalCode === null;
    if (runs || (existsSync(server.dataDir) && lockOf(server.dataDir))) await server.kill(true);
  }
  report.say(`\n${since(began)} s in all`);
  process.exitCode = report.end();
  if (process.exitCode === 0 && !process.env.KEEP) rmSync(folder, { recursive: true, force: true });
  else report.say(`Everything is kept in ${folder}.`);
}

/** What a command of the program says against the data; nothing when it exits with 0. */
function cli(server, command) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/apps/cli/main.js', command], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dirname(server.dataDir) },
    encoding: 'utf8',
  });
  return status === 0 ? [] : [`exit ${status}: ${stdout}${stderr}`];
}

/** Each error of the server's log once, with where it comes from. */
function errorsIn(file) {
  const found = new Map();
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    if (!line.startsWith('{')) continue;
    const { level, msg, error } = JSON.parse(line);
    if (level < 50) continue;
    const where = error?.stack?.split('\n').find((at) => at.includes('/libs/') || at.includes('/apps/'));
    const key = `${msg}: ${error?.message ?? ''} ${error?.code ?? ''} ${where?.trim() ?? ''}`.replaceAll(
      /[0-9a-f]{8}-[0-9a-f-]{27}/g,
      '…',
    );
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return [...found].toSorted(([, a], [, b]) => b - a).map(([key, n]) => `${n} x ${key}`);
}

export function since(moment) {
  return ((Date.now() - moment) / 1_000).toFixed(1);
}
