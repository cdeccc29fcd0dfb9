import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { run } from './processes.js';
import type { ServerUser } from './server-user.js';

/** Where the programs of PostgreSQL lie, and which PostgreSQL it is. */
export interface Binaries {
  readonly folder: string;
  readonly major: string;
}

const COPIES = '/var/tmp';

/** The programs that came with `npm install`, at a place where the server's account can run them. */
export async function binariesFor(user: ServerUser, log: (line: string) => void): Promise<Binaries> {
  const { native, version } = installed();
  const major = version.split('.')[0] ?? version;
  // initdb looks for its fellows with access(2), which knows nothing of overridden permissions.
  const plain = user.withoutOverriding();
  restoreLinks(native);
  if ((await tryOut(native, plain)).works) return { folder: native, major };

  const copy = copyOf(native, version, log);
  const { works, output } = await tryOut(copy, plain);
  if (works) return { folder: copy, major };
  throw new EmbeddedPostgresError(
    `The PostgreSQL ${version} of npm does not run on this computer (${firstLine(output)}): set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

export const program = ({ folder }: Binaries, name: 'initdb' | 'postgres'): string => join(folder, 'bin', name);

function installed(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // Asked of embedded-postgres, whose dependency it is: not every package manager puts it within our own reach.
    const parent = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = join(dirname(parent.resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new EmbeddedPostgresError(
      `npm has installed no PostgreSQL for this computer (${name}): run "npm ci", or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** Makes the links that the package's postinstall makes, which npm leaves out under `--ignore-scripts`. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    // The list begins its paths with "native/", and our copy has another name.
    const target = join(native, relative('native', link.target));
    if (existsSync(target)) continue;
    try {
      symlinkSync(relative(dirname(link.target), link.source), target);
    } catch {
      // A read-only store, or another process was faster. Whether it works is tried out next.
    }
  }
}

async function tryOut(native: string, user: ServerUser): Promise<{ works: boolean; output: string }> {
  const { code, output } = await run(user.invocation(join(native, 'bin', 'postgres'), ['--version']));
  return { works: code === 0 && (await user.canEnter(join(native, 'share'))), output };
}

/** A copy for everybody, made once for a version, because the project lies where the server's account cannot go. */
function copyOf(native: string, version: string, log: (line: string) => void): string {
  const me = process.getuid?.() ?? 0;
  const copy = join(COPIES, `tsunagi-postgresql-${version}-${me}`);
  const found = lstatSync(copy, { throwIfNoEntry: false });
  // Everybody may write in /var/tmp, and we are about to run what lies there.
  if (found !== undefined && (!found.isDirectory() || found.uid !== me || (found.mode & 0o022) !== 0)) {
    throw new EmbeddedPostgresError(
      `${copy} was not made by this program, so nothing in it is run: remove it and start again.`,
    );
  }
  if (found !== undefined && isWhole(copy, native)) {
    restoreLinks(copy);
    return copy;
  }

  log(`Copying the programs of PostgreSQL to ${copy}, because they cannot be run where npm has put them.`);
  const fresh = mkdtempSync(`${copy}.`);
  try {
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
    restoreLinks(fresh);
    openToAll(fresh);
    if (found !== undefined) rmSync(copy, { recursive: true, force: true });
    renameSync(fresh, copy);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (existsSync(copy) && isWhole(copy, native)) return copy;
    throw new EmbeddedPostgresError(
      `The programs of PostgreSQL cannot be copied to ${COPIES} (${(error as Error).message}): make room or make it writable, and start again.`,
    );
  }
  return copy;
}

/** /var/tmp is swept by age on many systems, file by file. */
function isWhole(copy: string, native: string): boolean {
  const files = readdirSync(native, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && !file.name.endsWith('.a'))
    .every((file) => {
      const original = join(file.parentPath, file.name);
      const twin = statSync(join(copy, relative(native, original)), { throwIfNoEntry: false });
      return twin?.size === statSync(original).size;
    });
}

/** The mode must not depend on the umask of whoever ran `npm install`. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (file.isDirectory()) chmodSync(path, 0o755);
    else if (file.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';
