import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountConsultations1790000090000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- One row per consultation: what the monthly report of a desk counts (H-04). No patient, only the case.
      CREATE TABLE counted_consultation (
        prefecture      text   NOT NULL,
        case_id         uuid   NOT NULL,
        desk            uuid   NOT NULL,
        month           text   NOT NULL,
        received_on     date   NOT NULL,
        side            text   NOT NULL,
        profession      text,
        scene           text   NOT NULL,
        topics          text[] NOT NULL,
        municipality_id text   NOT NULL,
        channel         text   NOT NULL,
        outcome         text,
        closed_on       date,
        PRIMARY KEY (prefecture, case_id)
      );
      CREATE INDEX counted_consultation_month ON counted_consultation (prefecture, desk, month);

      ALTER TABLE counted_consultation OWNER TO tsunagi_owner;
      ALTER TABLE counted_consultation ENABLE ROW LEVEL SECURITY;
      ALTER TABLE counted_consultation FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_prefecture ON counted_consultation TO tsunagi_reader USING (prefecture = app.prefecture());
      CREATE POLICY writer ON counted_consultation TO tsunagi_writer, tsunagi_owner USING (true) WITH CHECK (true);
      GRANT SELECT ON counted_consultation TO tsunagi_reader;
      GRANT SELECT, INSERT, UPDATE, DELETE ON counted_consultation TO tsunagi_writer;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
