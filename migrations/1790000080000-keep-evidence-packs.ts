import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepEvidencePacks1790000080000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- How far the pack of an agenda item is (進み具合), and its printed form (PDF). Neither is of the log: what is frozen
      -- stands there, and both are made anew from it.
      CREATE TABLE evidence_pack_progress (
        prefecture text     NOT NULL,
        pack       uuid     NOT NULL,
        version    int      NOT NULL,
        percent    smallint NOT NULL,
        PRIMARY KEY (prefecture, pack)
      );
      CREATE TABLE evidence_pack_print (
        prefecture text  NOT NULL,
        pack       uuid  NOT NULL,
        version    int   NOT NULL,
        audience   text  NOT NULL,
        body       bytea NOT NULL,
        PRIMARY KEY (prefecture, pack, version, audience)
      );
      -- What is due: packs that were asked for and are not made. Few at any time, so that nobody else pays for it.
      CREATE INDEX stream_head_pack_waiting ON stream_head (prefecture, stream)
        WHERE kind = 'evidence_pack' AND status = 'COMPILING';

      DO $$
      DECLARE t text;
      BEGIN
        FOREACH t IN ARRAY ARRAY['evidence_pack_progress', 'evidence_pack_print'] LOOP
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
