import type { Connection } from '#platform';
import pg from 'pg';

/** Puts a database's time into our hands (design decision 12). Only for databases made for scenarios, or before a demo opens. */
export class SimulatedClock {
  private constructor(private readonly client: pg.Client) {}

  static async take(connection: Connection, start: string): Promise<SimulatedClock> {
    const client = new pg.Client(connection);
    await client.connect();
    await client.query(`
      CREATE TABLE app.simulated_clock (at timestamptz NOT NULL);
      GRANT SELECT ON app.simulated_clock TO tsunagi_reader, tsunagi_writer, tsunagi_owner;
      CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE
        AS 'SELECT at FROM app.simulated_clock';`);
    await client.query('INSERT INTO app.simulated_clock VALUES ($1)', [start]);
    return new SimulatedClock(client);
  }

  async moveTo(at: string): Promise<void> {
    await this.client.query('UPDATE app.simulated_clock SET at = $1 WHERE at <= $1', [at]);
  }

  /** The next moment at which something is due, up to and including the given one. */
  async nextDue(until: string): Promise<string | undefined> {
    const { rows } = await this.client.query<{ at: Date | null }>(
      `SELECT min(next_at) AS at FROM obligation WHERE next_at <= $1`,
      [until],
    );
    const at = rows[0]?.at;
    return at ? new Date(at).toISOString() : undefined;
  }

  /** Whether rows are due just now. */
  async isDue(): Promise<boolean> {
    const { rows } = await this.client.query<{ due: boolean }>(
      'SELECT EXISTS (SELECT FROM obligation WHERE next_at <= app.now()) AS due',
    );
    return rows[0]?.due ?? false;
  }

  /** Gives time back to the server's own clock. */
  async release(): Promise<void> {
    await this.client.query(`
      CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT now()';
      DROP TABLE app.simulated_clock;`);
    await this.close();
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
