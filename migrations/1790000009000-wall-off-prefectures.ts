import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Row-level security under every table (design decision 11). Runs after the tables it walls off; a test lists the catalog. */
export class WallOffPrefectures1790000009000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      DO $$
      DECLARE t text;
      BEGIN
        FOR t IN
          SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables b USING (table_schema, table_name)
           WHERE c.table_schema = 'public' AND c.column_name = 'prefecture' AND b.table_type = 'BASE TABLE'
        LOOP
          EXECUTE format('ALTER TABLE %I OWNER TO tsunagi_owner', t);
          EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
          EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
          EXECUTE format('CREATE POLICY own_prefecture ON %I TO tsunagi_reader USING (prefecture = app.prefecture())', t);
          EXECUTE format('CREATE POLICY writer ON %I TO tsunagi_writer, tsunagi_owner USING (true) WITH CHECK (true)', t);
          EXECUTE format('GRANT SELECT ON %I TO tsunagi_reader', t);
          EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tsunagi_writer', t);
        END LOOP;
      END $$;
      REVOKE UPDATE, DELETE ON event FROM tsunagi_writer;
      REVOKE SELECT ON session, command_answer FROM tsunagi_reader;
      GRANT INSERT ON read_log TO tsunagi_reader;
      CREATE POLICY own_reads ON read_log FOR INSERT TO tsunagi_reader WITH CHECK (prefecture = app.prefecture());
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO tsunagi_writer, tsunagi_reader;
      ALTER FUNCTION app.events_are_final() OWNER TO tsunagi_owner;
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.now(), app.prefecture() TO tsunagi_reader, tsunagi_writer, tsunagi_owner;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO tsunagi_writer, tsunagi_owner;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
