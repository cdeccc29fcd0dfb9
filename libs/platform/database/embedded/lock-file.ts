import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, isTaken } from './processes.js';

/** What a server says about itself in `postmaster.pid`. */
export interface LockFile {
  readonly pid: number;
  readonly dataDir: string;
  readonly port: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

const pathOf = (dataDir: string): string => join(dataDir, 'postmaster.pid');

export function readLockFile(dataDir: string): LockFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pathOf(dataDir), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Math.abs(Number(lines[0]));
  if (!(pid > 0)) return undefined;
  return {
    pid,
    dataDir: lines[1] ?? '',
    port: Number(lines[3]),
    socketFolder: lines[4] ?? '',
    ready: lines[7]?.trim() === 'ready',
  };
}

/** The server that holds this data folder now, if a living process does. */
export function holderOf(dataDir: string): LockFile | undefined {
  const lock = readLockFile(dataDir);
  return lock !== undefined && isAlive(lock.pid) && isServerOf(lock, dataDir) ? lock : undefined;
}

/**
 * Removes a lock file that PostgreSQL would stop at: an empty one, or one whose number another program or a zombie has.
 * Should a server run after all, it still refuses a second one by its shared memory, which hangs on the folder itself.
 */
export function clearStaleLock(dataDir: string): void {
  const lock = readLockFile(dataDir);
  const stale = lock === undefined ? isLeftEmpty(dataDir) : isTaken(lock.pid) && holderOf(dataDir) === undefined;
  if (stale) rmSync(pathOf(dataDir), { force: true });
}

function isServerOf(lock: LockFile, dataDir: string): boolean {
  try {
    // A server stands in its data folder, which holds when the project has been moved and not when it has been copied.
    const [stands, folder] = [statSync(`/proc/${lock.pid}/cwd`), statSync(dataDir)];
    return stands.dev === folder.dev && stands.ino === folder.ino;
  } catch {
    // Not Linux, or a container whose root may not look into other users' processes.
  }
  try {
    const [file = '', ...args] = readFileSync(`/proc/${lock.pid}/cmdline`, 'utf8').split('\0');
    return file.endsWith('postgres') && args.includes(dataDir);
  } catch {
    return lock.dataDir === dataDir;
  }
}

function isLeftEmpty(dataDir: string): boolean {
  const file = statSync(pathOf(dataDir), { throwIfNoEntry: false });
  return file !== undefined && Date.now() - file.mtimeMs > 5_000;
}
