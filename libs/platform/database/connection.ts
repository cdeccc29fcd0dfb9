/** Where a PostgreSQL is: a host name or a socket folder. The roles of design decision 11 are taken by each pool. */
export interface Connection {
  readonly host: string;
  readonly port?: number;
  readonly user: string;
  /** The login of the running program, where the one above is the superuser that makes and migrates the database. */
  readonly appUser?: string;
  readonly password?: string;
  readonly database: string;
  readonly ssl?: boolean;
}

/** Reads `postgres://user:password@host:port/database?sslmode=require`; a socket folder is given as `?host=/run/postgresql`. */
export function connectionOf(url: string): Connection {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const sslmode = searchParams.get('sslmode');
  return {
    host: searchParams.get('host') ?? (hostname || 'localhost'),
    ...(port && { port: Number(port) }),
    user: decodeURIComponent(username) || 'postgres',
    ...(password && { password: decodeURIComponent(password) }),
    database: decodeURIComponent(pathname.slice(1)) || 'tsunagi',
    ...(sslmode && sslmode !== 'disable' && { ssl: true }),
  };
}

export type DatabaseRole = 'tsunagi_writer' | 'tsunagi_reader' | 'tsunagi_queue' | 'tsunagi_owner';

/** On servers that only we use: it holds no right of its own, so that to leave a role is to lose everything. */
export const APP_LOGIN = 'tsunagi_app';

/** What pg, TypeORM and BullMQ each take for a connection in a role. */
export const asRole = (
  { appUser, ...connection }: Connection,
  role: DatabaseRole,
): Connection & { options: string } => ({
  ...connection,
  user: appUser ?? connection.user,
  options: `-c role=${role} -c TimeZone=UTC`,
});
