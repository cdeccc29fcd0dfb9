import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepSearchIndex1790000050000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- What lists and the search look through. Follows from the log, the heads and the personal-data store, and is made
      -- anew by "rebuild". "seers": who stands in which relation to the case, each as a number (libs/search/seers.ts), so
      -- that what a reader may see is a condition of the index and not a sieve behind it.
      CREATE TABLE search_case (
        prefecture text        NOT NULL,
        stream     uuid        NOT NULL,
        kind       text        NOT NULL,
        -- Where its first fact stands in the log: the newest first, and each in a place of its own.
        position   bigint      NOT NULL,
        begun_at   timestamptz NOT NULL,
        -- Of what it owes nothing has been done yet (未対応).
        untouched  boolean     NOT NULL,
        -- When nothing was left to do (終結); NULL while something is.
        over_at    timestamptz,
        person     uuid,
        number     text COLLATE "C",
        seers      bigint[]    NOT NULL,
        PRIMARY KEY (prefecture, stream)
      );
      CREATE INDEX search_case_newest ON search_case (prefecture, position DESC);
      CREATE INDEX search_case_open ON search_case (prefecture, position DESC) WHERE over_at IS NULL;
      CREATE INDEX search_case_over ON search_case (prefecture, over_at) WHERE over_at IS NOT NULL;
      CREATE INDEX search_case_person ON search_case (prefecture, person) WHERE person IS NOT NULL;
      CREATE INDEX search_case_number ON search_case (prefecture, number) WHERE number IS NOT NULL;
      CREATE INDEX search_case_seers ON search_case USING gin (seers) WITH (gin_pending_list_limit = 128);

      -- The two that hold words belong to the personal-data store: a record that goes takes its rows along.
      CREATE TABLE search_name (
        prefecture text NOT NULL,
        -- How it is written, read or heard, by the beginning of which somebody is found.
        key        text COLLATE "C" NOT NULL,
        person     uuid NOT NULL,
        record     uuid NOT NULL,
        PRIMARY KEY (prefecture, key, record),
        FOREIGN KEY (prefecture, record) REFERENCES personal_record ON DELETE CASCADE
      );
      CREATE INDEX search_name_record ON search_name (prefecture, record);

      CREATE TABLE search_text (
        prefecture text     NOT NULL,
        record     uuid     NOT NULL,
        kind       text     NOT NULL,
        stream     uuid     NOT NULL,
        position   bigint   NOT NULL,
        -- Folded, and behind it the telephone numbers in it; "grams" are its neighboring characters, two by two.
        text       text     NOT NULL,
        grams      bigint[] NOT NULL,
        -- Of the case, without those who may not read this record of it.
        seers      bigint[] NOT NULL,
        PRIMARY KEY (prefecture, record),
        FOREIGN KEY (prefecture, record) REFERENCES personal_record ON DELETE CASCADE
      );
      CREATE INDEX search_text_newest ON search_text (prefecture, position DESC);
      CREATE INDEX search_text_of_case ON search_text (prefecture, stream);
      CREATE INDEX search_text_words ON search_text USING gin (grams, seers) WITH (gin_pending_list_limit = 128);

      DO $$
      DECLARE t text;
      BEGIN
        FOREACH t IN ARRAY ARRAY['search_case', 'search_name', 'search_text'] LOOP
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
