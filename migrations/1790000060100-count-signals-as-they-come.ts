import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountSignalsAsTheyCome1790000060100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- What the roll-up needs to know of the signals of a key, so that one more costs the same however many there are. All
      -- of it follows from issue_signal and issue_standing, and is counted anew whenever an episode ends.

      -- What the signals of one municipality are to one node of the areas.
      CREATE TABLE issue_share (
        prefecture    text NOT NULL,
        key           text NOT NULL,
        node          text NOT NULL,
        municipality  text NOT NULL,
        signals       int NOT NULL,
        plain         int NOT NULL,
        escalated     int NOT NULL,
        crossing      int NOT NULL,
        crossing_area int NOT NULL,
        first_at      timestamptz NOT NULL,
        last_at       timestamptz NOT NULL,
        recurred_at   timestamptz,
        PRIMARY KEY (prefecture, key, node, municipality)
      );

      -- How often each case and organization stands behind a node; when last, where it is a municipality's own.
      CREATE TABLE issue_tally (
        prefecture text NOT NULL,
        key        text NOT NULL,
        node       text NOT NULL,
        what       text NOT NULL,
        thing      text NOT NULL,
        n          int NOT NULL,
        last_at    timestamptz,
        PRIMARY KEY (prefecture, key, node, what, thing)
      );
      CREATE INDEX issue_tally_recent ON issue_tally (prefecture, key, node, what, last_at) WHERE last_at IS NOT NULL;

      CREATE TABLE issue_node (
        prefecture    text NOT NULL,
        key           text NOT NULL,
        node          text NOT NULL,
        cases         int NOT NULL,
        organizations int NOT NULL,
        PRIMARY KEY (prefecture, key, node)
      );

      DELETE FROM issue_signal;
      DELETE FROM issue_standing;
      UPDATE follower SET position = 0 WHERE name = 'issues.roll-up';
      ALTER TABLE issue_standing DROP COLUMN asleep, ADD COLUMN asked uuid;

      DO $$
      DECLARE t text;
      BEGIN
        FOREACH t IN ARRAY ARRAY['issue_share', 'issue_tally', 'issue_node'] LOOP
          EXECUTE format('ALTER TABLE %I OWNER TO tsunagi_owner', t);
          EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
          EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
          EXECUTE format('CREATE POLICY own_prefecture ON %I TO tsunagi_reader USING (prefecture = app.prefecture())', t);
          EXECUTE format('CREATE POLICY writer ON %I TO tsunagi_writer, tsunagi_owner USING (true) WITH CHECK (true)', t);
          EXECUTE format('GRANT SELECT ON %I TO tsunagi_reader', t);
          EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tsunagi_writer', t);
        END LOOP;
      END $$;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
