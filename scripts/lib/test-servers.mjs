import { spawn, spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { root, say } from './ensure.mjs';

const PREFIX = 'tsunagi-test-';

// Nothing in it outlives the run, so nothing has to reach the disk.
const THROW_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** A PostgreSQL for one run of the tests. */
export async function startTestPostgres() {
  sweepKilledRuns();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // As root, the server runs under another account, which has to pass.
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const url = pathToFileURL(join(root, 'dist/libs/platform/database/embedded/index.js')).href;
    const { startEmbeddedPostgres } = await import(url);
    const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), settings: THROW_AWAY });
    return { ...server.connection, stop: () => server.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A Redis for one run of the tests, or undefined when this computer has none. */
export async function startTestRedis() {
  const program = onPath('redis-server');
  if (program === undefined) return undefined;
  const port = await freePort();
  const settings = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()];
  const child = spawn(program, settings.map(String), { stdio: 'ignore', detached: true });
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(5_000).then(() => child.kill('SIGKILL'))]);
  };
  for (let i = 0; i < 250; i++) {
    if (await answers(port)) return { url: `redis://127.0.0.1:${port}`, stop };
    await sleep(20);
  }
  await stop();
  throw new Error(`${program} does not answer on port ${port}.`);
}

/** A run that was killed hard leaves its PostgreSQL and its folder behind; the next one clears them away. */
function sweepKilledRuns() {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length).split('-')[0] : NaN);
    const folder = join(tmpdir(), name);
    if (!(pid > 0) || isAlive(pid) || statSync(folder).uid !== process.getuid()) continue;
    const server = postmasterOf(join(folder, 'data'));
    if (server !== undefined) {
      process.kill(server.pid, 'SIGQUIT');
      for (let i = 0; i < 100 && isAlive(server.pid); i++) spawnSync('sleep', ['0.05']);
      rmSync(server.socketFolder, { recursive: true, force: true });
    }
    rmSync(folder, { recursive: true, force: true });
    say(`Removed ${folder}, left by a test run that was killed.`);
  }
}

function postmasterOf(dataDir) {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return command.includes(dataDir) ? { pid, socketFolder: lines[4] } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function onPath(name) {
  const files = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (data) => settle(data.toString().startsWith('+PONG')));
    socket.once('error', () => settle(false)).setTimeout(1_000, () => settle(false));
  });
