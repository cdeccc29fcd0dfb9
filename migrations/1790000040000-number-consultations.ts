import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NumberConsultations1790000040000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- 受付番号: the last number that a desk has given in a fiscal year. The number itself stands in the event that took
      -- it; a row here is only ahead of the log, never behind it (ADR 0020).
      CREATE TABLE consultation_counter (
        prefecture  text NOT NULL,
        desk        uuid NOT NULL,
        fiscal_year int  NOT NULL,
        last        int  NOT NULL,
        PRIMARY KEY (prefecture, desk, fiscal_year)
      );
      ALTER TABLE consultation_counter OWNER TO tsunagi_owner;
      ALTER TABLE consultation_counter ENABLE ROW LEVEL SECURITY;
      ALTER TABLE consultation_counter FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_prefecture ON consultation_counter TO tsunagi_reader USING (prefecture = app.prefecture());
      CREATE POLICY writer ON consultation_counter TO tsunagi_writer, tsunagi_owner USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE ON consultation_counter TO tsunagi_writer;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
