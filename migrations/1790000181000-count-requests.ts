import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountRequests1790000181000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- How often somebody has asked in a minute, of all processes together: an account or an address, as a hash. Over after
      -- two minutes, so that losing it in a crash loses nothing.
      CREATE UNLOGGED TABLE request_count (
        prefecture text        NOT NULL,
        key        bytea       NOT NULL,
        minute     timestamptz NOT NULL,
        count      int         NOT NULL,
        PRIMARY KEY (prefecture, key, minute)
      );
      CREATE INDEX request_count_minute ON request_count (minute);
      ALTER TABLE request_count OWNER TO tsunagi_owner;
      ALTER TABLE request_count ENABLE ROW LEVEL SECURITY;
      ALTER TABLE request_count FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_prefecture ON request_count TO tsunagi_reader USING (prefecture = app.prefecture());
      CREATE POLICY writer ON request_count TO tsunagi_writer, tsunagi_owner USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE, DELETE ON request_count TO tsunagi_writer;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
