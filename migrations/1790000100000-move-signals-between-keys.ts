import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MoveSignalsBetweenKeys1790000100000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- A signal that was tagged anew, or whose issue became part of another, counts there from then on: a row for each key
      -- that it has stood under, so that a number of then can be counted again today.
      ALTER TABLE issue_signal
        ADD COLUMN tagged text,
        ADD COLUMN since bigint,
        -- Whether a coordinator has said what it is a sign of.
        ADD COLUMN confirmed boolean NOT NULL DEFAULT false;
      UPDATE issue_signal SET tagged = key, since = position;
      ALTER TABLE issue_signal
        ALTER COLUMN tagged SET NOT NULL,
        ALTER COLUMN since SET NOT NULL,
        DROP CONSTRAINT issue_signal_pkey,
        ADD PRIMARY KEY (prefecture, id, since);
      CREATE INDEX issue_signal_candidate ON issue_signal (prefecture, secondary_area_id, occurred_at DESC)
        WHERE withdrawn_at IS NULL AND NOT confirmed;

      -- Which key stands for which other in an area: its issue there was found to be the same trouble.
      CREATE TABLE issue_alias (
        prefecture text NOT NULL,
        key        text NOT NULL,
        area_id    text NOT NULL,
        into_key   text NOT NULL,
        PRIMARY KEY (prefecture, key, area_id)
      );
      ALTER TABLE issue_alias OWNER TO tsunagi_owner;
      ALTER TABLE issue_alias ENABLE ROW LEVEL SECURITY;
      ALTER TABLE issue_alias FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_prefecture ON issue_alias TO tsunagi_reader USING (prefecture = app.prefecture());
      CREATE POLICY writer ON issue_alias TO tsunagi_writer, tsunagi_owner USING (true) WITH CHECK (true);
      GRANT SELECT ON issue_alias TO tsunagi_reader;
      GRANT SELECT, INSERT, UPDATE, DELETE ON issue_alias TO tsunagi_writer;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
