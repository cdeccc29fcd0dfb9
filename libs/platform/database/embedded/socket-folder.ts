import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import type { ServerUser } from './server-user.js';

const PREFIX = 'tsunagi-pg-';

// A socket's path holds 107 bytes on Linux and 103 on macOS, "/.s.PGSQL.5432.lock" included.
const LONGEST = 103 - PREFIX.length - '/XXXXXX/.s.PGSQL.5432.lock'.length;

/**
 * A folder for the server's socket, short however deep the project lies. It is closed to all other users, which is what
 * makes it safe that the server asks for no password.
 */
export async function makeSocketFolder(user: ServerUser): Promise<string> {
  for (const parent of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    // PostgreSQL reads the setting as a list, so a comma or a quote in the name would split it.
    if (Buffer.byteLength(parent) > LONGEST || !/^[\w./+-]+$/.test(parent)) continue;
    if (!(await user.canEnter(parent))) continue;
    try {
      const folder = mkdtempSync(join(parent, PREFIX));
      user.own(folder);
      return folder;
    } catch {
      // Full or read-only: the next one may do.
    }
  }
  throw new EmbeddedPostgresError(
    'There is no temporary folder in which PostgreSQL can put its socket: make /tmp writable for all users (chmod 1777 /tmp) and start again.',
  );
}

/** Removes a socket folder of ours; the name comes from a file, so anything else is left alone. */
export function removeSocketFolder(folder: string): void {
  if (basename(folder).startsWith(PREFIX)) rmSync(folder, { recursive: true, force: true });
}
