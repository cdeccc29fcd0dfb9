import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkAll } from './checks.mjs';
import { Load } from './load.mjs';
import { Report } from './report.mjs';
import { freePort, lockOf, Server } from './server.mjs';
import { setUpRegion } from './region.mjs';
import { untilAtRest } from './silence.mjs';

const CLIENTS = 8;
const REST_MS = 60_000;

/** What a command of the program says against the data it is given; nothing when it exits with 0. */
function cli(command, dataDir) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/apps/cli/main.js', command], {
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  return status === 0 ? [] : [`exit ${status}: ${stdout}${stderr}`];
}

/**
 * A region, a server, a load on it, and `faults` in the middle of the load; then every check. The folder stays when
 * something is wrong.
 */
export async function run({ name, seed, env, faults }) {
  const report = new Report();
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-faults-'));
  // As root, PostgreSQL runs under another account, which has to pass.
  chmodSync(folder, 0o755);
  const server = new Server(folder, await freePort(), env);
  report.say(`${name}, seed ${seed}, in ${folder}`);
  let interrupted = false;
  const interrupt = () => (interrupted = true);
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const region = await setUpRegion(server.dataDir);
    await server.start();
    const load = new Load({ server, region, seed, clients: CLIENTS, file: join(folder, 'requests.jsonl') });
    await load.start();
    try {
      await faults({ server, load, report, isOver: () => interrupted });
    } finally {
      await load.stop();
    }
    const database = await server.database();
    const rest = await untilAtRest(database, REST_MS).finally(() => database.end());
    report.say();
    report.check(
      'at the end nothing is due and every follower has read the whole log',
      rest.due === 0 && rest.behind === 0 ? [] : [`${rest.due} due, ${rest.behind} followers behind`],
    );
    const { events } = await checkAll({ server, load, report });
    const { length } = load.acknowledged;
    report.note({ sent: load.requests.length, acknowledged: length, events });
    await server.stop();
    for (const command of ['verify', 'rebuild'])
      report.check(`cli ${command} finds nothing wrong on the log that is left`, cli(command, dirname(server.dataDir)));
    report.check('no process of the data folder is left, and none ended by itself', [
      ...server.postgresProcesses().map((pid) => `process ${pid}`),
      ...server.unexpected,
    ]);
  } catch (error) {
    report.check('the run itself', [error.stack]);
  } finally {
    if (server.child?.exitCode === null && server.child.signalCode === null) await server.kill(true);
    else if (existsSync(server.dataDir) && lockOf(server.dataDir)) await server.kill(true);
  }
  const { sent, acknowledged, events, messages, obligations, silence } = report.figures;
  report.say();
  report.say(
    `${sent} commands sent, ${acknowledged} answered with 2xx, ${events} events, ${obligations} obligations, ` +
      `${messages} messages, longest silence ${silence} ms`,
  );
  const code = report.end();
  if (code === 0 && !process.env.KEEP) rmSync(folder, { recursive: true, force: true });
  else report.say(`Everything is kept in ${folder}; run it again with --seed ${seed}.`);
  return code;
}
