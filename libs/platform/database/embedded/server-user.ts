import { chownSync, statSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { type Invocation, run } from './processes.js';

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account under which PostgreSQL runs. It refuses to run as root, so for root another one is found; everyone else
 * runs it as themselves.
 */
export class ServerUser {
  private constructor(
    readonly owner: Owner | undefined,
    private readonly overriding: boolean,
  ) {}

  static readonly self = new ServerUser(undefined, false);

  static of(owner: Owner): ServerUser {
    return new ServerUser(owner, false);
  }

  /** The number under which the server's files are found on the disk. */
  get uid(): number {
    return this.owner?.uid ?? process.getuid?.() ?? 0;
  }

  /** The same account, let through folders that are closed to it, for a project that lies under one (`/root`). */
  overridingPermissions(): ServerUser {
    return new ServerUser(this.owner, true);
  }

  withoutOverriding(): ServerUser {
    return new ServerUser(this.owner, false);
  }

  invocation(file: string, args: readonly string[]): Invocation {
    // A clean environment: PGPORT, PGDATA, LC_ALL or LD_PRELOAD of the caller would change what the server is.
    const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
    // The folder the caller stands in may be closed to the server's account.
    const options = { cwd: '/', env };
    if (this.owner === undefined) return { file, args, options };
    if (!this.overriding) return { file, args, options: { ...options, ...this.owner } };
    return { file: 'setpriv', args: [...this.setprivArguments(this.owner), file, ...args], options };
  }

  async canEnter(folder: string): Promise<boolean> {
    return (await run(this.invocation('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder]))).code === 0;
  }

  /** Gives the server what root has made for it. */
  own(file: string): void {
    if (this.owner !== undefined) chownSync(file, this.owner.uid, this.owner.gid);
  }

  private setprivArguments({ uid, gid }: Owner): string[] {
    const account = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
    return [...account, '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  }
}

/** Who is to run the server on this data folder. Data that exist stay with their owner: PostgreSQL insists on it. */
export async function serverUserFor(dataDir: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return ServerUser.self;
  const existing = statSync(dataDir, { throwIfNoEntry: false });
  if (existing !== undefined && existing.uid !== 0) return ServerUser.of({ uid: existing.uid, gid: existing.gid });
  const [first] = await unprivilegedUsers();
  if (first !== undefined) return ServerUser.of(first);
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it: start as an ordinary user, or create one of them.',
  );
}

/** The accounts that run the server for root, the best first. */
export async function unprivilegedUsers(): Promise<Owner[]> {
  const users: Owner[] = [];
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [await idOf('-u', name), await idOf('-g', name)];
    if (uid !== undefined && gid !== undefined) users.push({ uid, gid });
  }
  return users;
}

async function idOf(flag: string, name: string): Promise<number | undefined> {
  const { code, output } = await run(ServerUser.self.invocation('id', [flag, name]));
  return code === 0 ? Number(output) : undefined;
}
