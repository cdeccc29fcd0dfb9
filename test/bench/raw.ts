import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Connection } from '#platform';

const MOST_CONNECTIONS = 32;
const PAYLOAD = JSON.stringify({ step: 'first_action', note: 'x'.repeat(250) });

/** What every ratio is held against: a named single-row INSERT per commit, an event of the usual size with two indexes. */
export class Raw {
  private constructor(
    private readonly pool: pg.Pool,
    private readonly table: string,
  ) {}

  static async open(connection: Connection): Promise<Raw> {
    const pool = new pg.Pool({ ...connection, max: MOST_CONNECTIONS });
    await pool.query(`
      CREATE TABLE IF NOT EXISTS bench_raw (
        position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        stream uuid NOT NULL, seq int NOT NULL, type text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
        payload jsonb NOT NULL, UNIQUE (stream, seq))`);
    return new Raw(pool, 'bench_raw');
  }

  readonly insert = (): Promise<unknown> =>
    this.pool.query({
      name: 'raw',
      text: `INSERT INTO ${this.table} (stream, seq, type, payload) VALUES ($1, 1, 'Raw', $2)`,
      values: [randomUUID(), PAYLOAD],
    });

  close(): Promise<void> {
    return this.pool.end();
  }
}
