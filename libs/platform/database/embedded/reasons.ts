import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';

const ENOUGH_BYTES = 64 * 1024 * 1024;

export const diskFull = (folder: string): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    `The disk under ${dirname(folder)} is full, so PostgreSQL cannot write its data: make room (a few hundred MB) and start again.`,
  );

/** Puts what PostgreSQL said at its end into one line that says what to do. */
export function lastWords(output: string, folder: string, what: string): EmbeddedPostgresError {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const reason =
    lines.findLast((line) => /\b(FATAL|PANIC|error|ERROR):/.test(line)) ?? lines.at(-1) ?? 'no reason given';
  const short = reason.replace(/^.*?\b(?:FATAL|PANIC|ERROR|error):\s*/, '').slice(0, 300);
  if (/could not (?:create|open|resize|map|attach to) shared memory/.test(output)) {
    return new EmbeddedPostgresError(`${what} (${short}): give /dev/shm more room and start again.`);
  }
  // A full disk often leaves no room for the words that would say so.
  if (/No space left on device|quota exceeded/i.test(output) || freeBytes(folder) < ENOUGH_BYTES)
    return diskFull(folder);
  return new EmbeddedPostgresError(
    `${what} in ${folder} (${short}): set that right, or move the folder away to begin with an empty database, and start again.`,
  );
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(dirname(folder));
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}
