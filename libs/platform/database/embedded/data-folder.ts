import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Binaries, program } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { isAlive, run } from './processes.js';
import { diskFull, lastWords } from './reasons.js';
import { ServerUser, serverUserFor, unprivilegedUsers } from './server-user.js';

/** Where the data really lie, and the account that reaches them. */
export interface DataFolder {
  readonly path: string;
  readonly user: ServerUser;
}

const holdsData = (folder: string): boolean => existsSync(join(folder, 'PG_VERSION'));

/** Finds a place for the data that the server's account can reach, the asked-for one whenever possible. */
export async function placeOf(dataDir: string, log: (line: string) => void): Promise<DataFolder> {
  try {
    mkdirSync(dirname(dataDir), { recursive: true });
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The folder ${dirname(dataDir)} for the data cannot be made (${(error as Error).message}): make it writable for this user and start again.`,
    );
  }
  const user = await serverUserFor(dataDir);
  if (user.owner === undefined) return { path: dataDir, user };
  if (holdsData(dataDir) && lstatSync(dataDir).uid === 0) {
    throw new EmbeddedPostgresError(
      `The data folder ${dataDir} belongs to root, as whom PostgreSQL does not run: give it back with "chown -R postgres ${dataDir}" and start again.`,
    );
  }

  const elsewhere = elsewhereFor(dataDir);
  const begunElsewhere = holdsData(dataDir) ? undefined : await ownData(elsewhere);
  if (begunElsewhere !== undefined) return begunElsewhere;
  if (await user.canEnter(dirname(dataDir))) return { path: dataDir, user };
  const overriding = user.overridingPermissions();
  if (await overriding.canEnter(dirname(dataDir))) return { path: dataDir, user: overriding };
  if (holdsData(dataDir)) {
    throw new EmbeddedPostgresError(
      `PostgreSQL cannot reach its data in ${dataDir}, which lies under a folder closed to other users: install setpriv (util-linux), or open the folders above it with "chmod o+x", and start again.`,
    );
  }
  note(dataDir, elsewhere, log);
  return { path: elsewhere, user };
}

/** Fills the folder with an empty database cluster, unless it holds one of the right version. */
export async function ensureCluster(
  { path, user }: DataFolder,
  binaries: Binaries,
  sync: boolean,
  log: (line: string) => void,
): Promise<void> {
  removeCutAttempts(path);
  if (!holdsData(path)) {
    log(`Creating the database in ${path}.`);
    await create({ path, user }, binaries, sync);
  }
  refuseOtherVersion(path, binaries.major);
}

/** A cut-off initdb must leave nothing half-done, so it works beside the folder and the result is moved in whole. */
async function create({ path, user }: DataFolder, binaries: Binaries, sync: boolean): Promise<void> {
  const fresh = `${path}.initdb-${process.pid}-${randomUUID().slice(0, 8)}`;
  try {
    // Refused by the rename too, but then only after a second of work.
    if (existsSync(path) && readdirSync(path).length > 0) throw inTheWay(path);
    mkdirSync(fresh, { mode: 0o700 });
    user.own(fresh);
    await initdb(fresh, user, binaries, sync);
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another process has created it meanwhile; its cluster is as good as ours.
    if (holdsData(path)) return;
    if (error instanceof EmbeddedPostgresError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw diskFull(path);
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR') throw inTheWay(path);
    if (code === 'EACCES' && existsSync(path)) throw closed(path, message);
    throw new EmbeddedPostgresError(
      `The data folder ${path} cannot be made (${message}): make ${dirname(path)} writable for this user and start again.`,
    );
  }
}

const closed = (path: string, reason: string): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    `The data folder ${path} cannot be read (${reason}): start as the user that owns it, or as root.`,
  );

const inTheWay = (path: string): EmbeddedPostgresError =>
  new EmbeddedPostgresError(
    `${path} is in the way: it holds something, but no PostgreSQL data. Move it away and start again.`,
  );

async function initdb(folder: string, user: ServerUser, binaries: Binaries, sync: boolean): Promise<void> {
  const fixed = ['-D', folder, '-U', 'postgres', '-E', 'UTF8', '-A', 'trust', '--data-checksums', '--no-instructions'];
  // Under a plain C locale pg_trgm finds no Japanese. The builtin provider sorts alike on every system.
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  let output = '';
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'ja_JP.UTF-8']) {
    const args = [...fixed, ...builtin, `--locale=${locale}`, ...(sync ? [] : ['--no-sync'])];
    const ended = await run(user.invocation(program(binaries, 'initdb'), args));
    if (ended.code === 0) return;
    output = ended.output;
    if (!output.includes('invalid locale')) break;
  }
  throw lastWords(output, folder, 'The database cannot be created');
}

function removeCutAttempts(path: string): void {
  const prefix = `${basename(path)}.initdb-`;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (pid !== process.pid && !isAlive(pid)) rmSync(join(dirname(path), name), { recursive: true, force: true });
  }
}

function refuseOtherVersion(path: string, major: string): void {
  let found: string;
  try {
    found = readFileSync(join(path, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw closed(path, (error as Error).message);
  }
  if (found === major) return;
  throw new EmbeddedPostgresError(
    `The data in ${path} were written by PostgreSQL ${found}, and this version brings PostgreSQL ${major}: go back to the version that wrote them, or move the folder away to begin with an empty database.`,
  );
}

/** The same at every start, for a project that the server's account cannot reach by any means. */
const elsewhereFor = (dataDir: string): string =>
  `/var/tmp/tsunagi-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;

/** Everybody may write in /var/tmp; data that somebody else has put there are not ours. */
async function ownData(folder: string): Promise<DataFolder | undefined> {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined || !found.isDirectory() || !holdsData(folder)) return undefined;
  const owner = (await unprivilegedUsers()).find(({ uid }) => uid === found.uid);
  return owner === undefined ? undefined : { path: folder, user: ServerUser.of(owner) };
}

function note(dataDir: string, elsewhere: string, log: (line: string) => void): void {
  const why = `The database lies in ${elsewhere}, because PostgreSQL does not run as root and its account cannot reach ${dataDir}.`;
  log(why);
  writeFileSync(`${dataDir}.txt`, `${why}\nBack up, move and delete that folder together with this project.\n`);
}
