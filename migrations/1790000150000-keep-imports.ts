import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepImports1790000150000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- 取り込み: that somebody brings a list in, how far it is and what came of it. Codes, numbers and ids: what the rows
      -- say stands in import_file and, once imported, where commands put it.
      CREATE TABLE import_run (
        prefecture   text        NOT NULL,
        id           uuid        NOT NULL,
        user_id      uuid        NOT NULL,
        organization uuid        NOT NULL,
        role         text        NOT NULL,
        target       text        NOT NULL,
        state        text        NOT NULL,
        percent      smallint    NOT NULL DEFAULT 0,
        rows         int         NOT NULL DEFAULT 0,
        faults       int         NOT NULL DEFAULT 0,
        made         int         NOT NULL DEFAULT 0,
        changed      int         NOT NULL DEFAULT 0,
        same         int         NOT NULL DEFAULT 0,
        skipped      int         NOT NULL DEFAULT 0,
        -- Why it stopped short, in both languages; it names nobody.
        refusal      json,
        attempts     smallint    NOT NULL DEFAULT 0,
        begun_at     timestamptz NOT NULL,
        -- When something last happened to it; what waits longer than a worker needs is taken up again.
        touched_at   timestamptz NOT NULL,
        lease_until  timestamptz,
        done_at      timestamptz,
        PRIMARY KEY (prefecture, id)
      );
      CREATE INDEX import_run_waiting ON import_run (touched_at) WHERE state IN ('READING', 'CHECKING', 'IMPORTING', 'UNDOING');

      -- What it made and changed, to undo it: ids, and of changes the codes that stood there before. A name of before is the
      -- record that held it.
      CREATE TABLE import_deed (
        prefecture text NOT NULL,
        run        uuid NOT NULL,
        ordinal    int  NOT NULL,
        kind       text NOT NULL,
        stream     uuid NOT NULL,
        deed       text NOT NULL,
        version    int  NOT NULL,
        before     json,
        PRIMARY KEY (prefecture, run, ordinal)
      );

      -- The file and its rows: personal data, of who chose it and of nobody else, and gone when it is imported.
      CREATE TABLE import_file (
        prefecture text        NOT NULL,
        id         uuid        NOT NULL,
        user_id    uuid        NOT NULL,
        name       text        NOT NULL,
        bytes      bytea,
        -- What was found out about it, its headings, its first rows.
        head       json,
        rows       json,
        mapping    json,
        decisions  json        NOT NULL DEFAULT '{}',
        faults     json        NOT NULL DEFAULT '[]',
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (prefecture, id)
      );
      CREATE INDEX import_file_due ON import_file (expires_at);

      -- 列の対応: which column is which field, by the headings (their hash) and the organization whose files have them.
      CREATE TABLE import_mapping (
        prefecture   text NOT NULL,
        organization uuid NOT NULL,
        target       text NOT NULL,
        headings     text NOT NULL,
        mapping      json NOT NULL,
        PRIMARY KEY (prefecture, organization, target, headings)
      );

      DO $$
      DECLARE t text;
      BEGIN
        FOREACH t IN ARRAY ARRAY['import_run', 'import_deed', 'import_file', 'import_mapping'] LOOP
          EXECUTE format('ALTER TABLE %I OWNER TO tsunagi_owner', t);
          EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
          EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
          EXECUTE format('CREATE POLICY own_prefecture ON %I TO tsunagi_reader USING (prefecture = app.prefecture())', t);
          EXECUTE format('CREATE POLICY owner ON %I TO tsunagi_owner USING (true) WITH CHECK (true)', t);
          EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tsunagi_writer', t);
          IF t <> 'import_file' THEN
            EXECUTE format('CREATE POLICY writer ON %I TO tsunagi_writer USING (true) WITH CHECK (true)', t);
          END IF;
        END LOOP;
      END $$;
      -- The reader has no right to files at all; the writer sees those of the person for whom it works, and may clear away
      -- what is over.
      CREATE POLICY own_person ON import_file TO tsunagi_writer
        USING (prefecture = app.prefecture() AND user_id = app.person())
        WITH CHECK (prefecture = app.prefecture() AND user_id = app.person());
      CREATE POLICY see_over ON import_file FOR SELECT TO tsunagi_writer USING (expires_at <= app.now());
      CREATE POLICY clear_over ON import_file FOR DELETE TO tsunagi_writer USING (expires_at <= app.now());
      GRANT SELECT ON import_run TO tsunagi_reader;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
