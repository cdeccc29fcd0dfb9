import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { asRole, type Connection, type DatabaseRole } from './connection.js';

/** A day of the calendar is text: as a Date it would move with the time zone of the process. */
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);
/** Positions stay far below 2^53. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
/** Our one form of a moment. */
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) =>
  text.endsWith('infinity') ? text : new Date(text).toISOString(),
);

/**
 * A statement keeps its plan as long as its connection. One that was made while a table was small reads all of it by and
 * by: on the hot path every row is found by an index, however few there are.
 */
const FORCED = ' -c enable_seqscan=off';

/** Whoever reads waits for no lock: the record of looks that is locked is answered with 503, and no page hangs. */
const IMPATIENT = ' -c lock_timeout=1500';

export const CONNECTION = Symbol('connection');

/** Behind a superuser the walls between prefectures are paint: a role that it has taken, it can leave (G10). */
export class UnsafeLogin extends Error {
  constructor(role: string) {
    super(
      `データベースのログインが、行単位の制限を受けない権限「${role}」を持っています。README の手順で専用のログインを作ってください。 / The database login holds "${role}", which row-level security does not hold back: give the program a login of its own (README).`,
    );
  }
}

/** What the login is, or may become, that passes every wall. */
const TOO_MIGHTY = `SELECT rolname AS role FROM pg_roles
  WHERE (rolsuper OR rolbypassrls) AND (rolname = session_user OR pg_has_role(session_user, oid, 'MEMBER'))
  ORDER BY rolname = session_user DESC LIMIT 1`;

export type Statement = pg.QueryConfig;
export type Queryable = Pick<pg.ClientBase, 'query'>;

/**
 * The pools. `writer` reads heads and appends once the policy has allowed it; everything that people look at is read
 * through `reading`, walled off by row-level security. A pool without an error listener would end the process when
 * PostgreSQL restarts, so pools are made here and nowhere else.
 */
@Injectable()
export class Databases implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Databases.name);
  readonly writer: pg.Pool;
  /** Keys are read and made while the transaction that needs them waits: of the pool it waits in, none might be left. */
  readonly keys: pg.Pool;
  private readonly reader: pg.Pool;

  constructor(@Inject(CONNECTION) readonly connection: Connection) {
    this.writer = this.pool('tsunagi_writer', 8, FORCED);
    this.keys = this.pool('tsunagi_writer', 2, FORCED);
    this.reader = this.pool('tsunagi_reader', 6, IMPATIENT);
  }

  /** It does not start with a login that is too mighty. A database that is not there yet is waited for elsewhere. */
  async onModuleInit(): Promise<void> {
    await this.writer.query('SELECT').catch((error: unknown) => {
      if (error instanceof UnsafeLogin) throw error;
    });
  }

  private loginIsSafe = false;
  /** Asked of the first connection that comes about, however late: until then none is given out. */
  private async checkLogin(client: Queryable): Promise<void> {
    if (this.loginIsSafe) return;
    const { rows } = await client.query<{ role: string }>(TOO_MIGHTY);
    if (rows[0]) throw new UnsafeLogin(rows[0].role);
    this.loginIsSafe = true;
  }

  private pool(role: DatabaseRole, max: number, settings = ''): pg.Pool {
    const { options, ...connection } = asRole(this.connection, role);
    const pool = new pg.Pool({
      ...connection,
      options: options + settings,
      max,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: role,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 15_000,
      verify: (client, done) => void this.checkLogin(client).then(() => done(), done),
    });
    pool.on('error', (error) =>
      this.logger.warn(`a database connection was lost and will be replaced: ${error.message}`),
    );
    return pool;
  }

  /** Reads within one prefecture. What the reader may not see is not there. */
  async reading<T>(prefecture: string, read: (tx: Queryable) => Promise<T>): Promise<T> {
    const client = await taken(this.reader);
    try {
      await client.query({
        name: 'begin-reading',
        text: `SELECT set_config('app.prefecture', $1, false)`,
        values: [prefecture],
      });
      return await read(client);
    } finally {
      await client.query(`SELECT set_config('app.prefecture', '', false)`).then(
        () => client.release(),
        (error: Error) => client.release(error),
      );
    }
  }

  /** One transaction of the writer. */
  async writing<T>(write: (tx: Queryable) => Promise<T>): Promise<T> {
    const client = await taken(this.writer);
    try {
      await client.query('BEGIN');
      const result = await write(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw error;
    }
  }

  /**
   * One transaction of the writer for one person: of what is a person's own (drafts), row-level security shows only that
   * person's rows, to read and to write.
   */
  async ofPerson<T>(prefecture: string, userId: string, work: (tx: Queryable) => Promise<T>): Promise<T> {
    return this.writing(async (tx) => {
      await tx.query({
        name: 'begin-of-person',
        text: `SELECT set_config('app.prefecture', $1, true), set_config('app.person', $2, true)`,
        values: [prefecture, userId],
      });
      return work(tx);
    });
  }

  /** The moment by the database's clock: the only one that deadlines are compared with. */
  async now(): Promise<string> {
    const { rows } = await this.writer.query<{ now: string }>({ name: 'app-now', text: 'SELECT app.now() AS now' });
    return rows[0]?.now ?? '';
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.writer.end(), this.keys.end(), this.reader.end()]);
  }
}

const watched = new WeakSet<pg.PoolClient>();
/** A client for a transaction. The pool listens to idle ones only: another that is cut would end the process. */
async function taken(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  // Whoever waits for an answer hears of the cut; between two statements the next one does.
  if (!watched.has(client)) client.on('error', () => undefined);
  watched.add(client);
  return client;
}
