import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SealPersonalRecords1790000184000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- 鍵 (ADR 0032): each person has one (or each matter that speaks of nobody), wrapped by a key of the prefecture, which is
      -- wrapped by the master key outside of the database. A generation goes only when nothing is wrapped by it any more.
      CREATE TABLE wrapping_key (
        prefecture text        NOT NULL,
        generation int         NOT NULL,
        -- Which master key, not the key.
        master     text        NOT NULL,
        wrapped    bytea       NOT NULL,
        made_at    timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (prefecture, generation)
      );
      CREATE TABLE data_key (
        prefecture   text  NOT NULL,
        owner        uuid  NOT NULL,
        generation   int   NOT NULL,
        -- NULL: destroyed (消去), and never made again.
        wrapped      bytea,
        destroyed_at timestamptz,
        PRIMARY KEY (prefecture, owner),
        FOREIGN KEY (prefecture, generation) REFERENCES wrapping_key,
        CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
      );
      CREATE INDEX data_key_generation ON data_key (prefecture, generation);

      -- Sealed bodies are {"form", "sealed", "born"}: plain ones are found until the next start has sealed them, and a
      -- person by the token of the birth date.
      CREATE INDEX personal_record_plain ON personal_record (prefecture) WHERE (body ->> 'sealed') IS NULL;
      DROP INDEX personal_record_birth;
      CREATE INDEX personal_record_born ON personal_record (prefecture, (body ->> 'born')) WHERE kind = 'patient_identity';

      -- The index holds tokens and no words. It is made anew from the log.
      TRUNCATE search_name, search_text;
      ALTER TABLE search_name DROP CONSTRAINT search_name_pkey;
      ALTER TABLE search_name DROP COLUMN key;
      ALTER TABLE search_name
        -- Of a beginning of how the name is written, read or heard; "length" is that of the whole.
        ADD COLUMN token bigint NOT NULL,
        ADD COLUMN length smallint NOT NULL,
        ADD PRIMARY KEY (prefecture, token, record);
      ALTER TABLE search_text DROP COLUMN text;
      DELETE FROM follower WHERE name = 'search.index';

      DO $$
      DECLARE t text;
      BEGIN
        FOREACH t IN ARRAY ARRAY['wrapping_key', 'data_key'] LOOP
          EXECUTE format('ALTER TABLE %I OWNER TO tsunagi_owner', t);
          EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
          EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
          EXECUTE format('CREATE POLICY own_prefecture ON %I TO tsunagi_reader USING (prefecture = app.prefecture())', t);
          EXECUTE format('CREATE POLICY writer ON %I TO tsunagi_writer, tsunagi_owner USING (true) WITH CHECK (true)', t);
        END LOOP;
      END $$;
      -- Whoever reads for people has no key: it is opened behind the policy, by the program.
      GRANT SELECT, INSERT, DELETE ON wrapping_key TO tsunagi_writer;
      GRANT SELECT, INSERT, UPDATE ON data_key TO tsunagi_writer;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
