import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Binaries, program } from './binaries.js';
import type { DataFolder } from './data-folder.js';
import { clearStaleLock, holderOf, type LockFile, readLockFile } from './lock-file.js';
import { type Invocation, until } from './processes.js';
import { lastWords } from './reasons.js';
import { type ServerSettings, settingArguments } from './settings.js';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.js';

const LOG_LIMIT_BYTES = 4 * 1024 * 1024;

// Recovery after a crash may have to replay hours of work; it ends in readiness or in an exit.
const RECOVERY_MS = 30 * 60_000;

/** Starts the server and waits until it takes connections. */
export async function launch(folder: DataFolder, binaries: Binaries, settings: ServerSettings): Promise<LockFile> {
  const { path, user } = folder;
  const leftBehind = holderOf(path) === undefined ? readLockFile(path) : undefined;
  if (leftBehind !== undefined) removeSocketFolder(leftBehind.socketFolder);
  clearStaleLock(path);

  const socketFolder = await makeSocketFolder(user);
  const log = openLog(folder);
  try {
    const args = ['-D', path, ...settingArguments(socketFolder, settings)];
    const child = spawnServer(user.invocation(program(binaries, 'postgres'), args), log.output);
    return await readiness(child, path, log.written);
  } catch (error) {
    removeSocketFolder(socketFolder);
    throw error;
  } finally {
    if (log.output !== 'ignore') closeSync(log.output);
  }
}

function spawnServer({ file, args, options }: Invocation, output: number | 'ignore'): ChildProcess {
  // In a group of its own: Ctrl-C is for the application, which still needs its database while it drains.
  return spawn(file, args, { ...options, stdio: ['ignore', output, output], detached: true });
}

async function readiness(child: ChildProcess, path: string, written: () => string): Promise<LockFile> {
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const over = (): boolean => failure !== undefined || child.exitCode !== null || child.signalCode !== null;
  const ready = (): LockFile | undefined => {
    const lock = readLockFile(path);
    return lock?.ready === true && lock.pid === child.pid ? lock : undefined;
  };
  const decided = await until(() => over() || ready() !== undefined, RECOVERY_MS, 10);
  const lock = ready();
  if (lock !== undefined && !over()) {
    // Whoever started it may end without it, as a server that was adopted does not hold its second owner either.
    child.unref();
    return lock;
  }
  if (!decided) child.kill('SIGINT');
  throw lastWords(failure?.message ?? written(), path, 'PostgreSQL does not start');
}

interface ServerLog {
  readonly output: number | 'ignore';
  /** What has been written since it was opened. */
  readonly written: () => string;
}

/** A file and not a pipe: the server may outlive this process, and nobody would read the pipe any more. */
function openLog({ path, user }: DataFolder): ServerLog {
  const file = join(path, 'server.log');
  try {
    const grown = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (grown > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`);
    const output = openSync(file, 'a', 0o600);
    user.own(file);
    const begin = fstatSync(output).size;
    return { output, written: () => readFileSync(file).subarray(begin).toString() };
  } catch {
    // A full disk, most likely. What it means for the server is the server's to say.
    return { output: 'ignore', written: () => '' };
  }
}
