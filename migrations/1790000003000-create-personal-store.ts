import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePersonalStore1790000003000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Names, birth dates, addresses and free text about persons. The log points here, so that a person can be
      -- erased without breaking the log. json, not jsonb: a name is kept exactly as typed.
      CREATE TABLE personal_record (
        prefecture text        NOT NULL,
        id         uuid        NOT NULL,
        kind       text        NOT NULL,
        about      uuid        NOT NULL,
        subject    uuid,
        body       json        NOT NULL,
        stored_at  timestamptz NOT NULL,
        PRIMARY KEY (prefecture, id)
      );
      CREATE INDEX personal_record_about ON personal_record (prefecture, about);
      CREATE INDEX personal_record_subject ON personal_record (prefecture, subject) WHERE subject IS NOT NULL;

      CREATE TABLE read_log (
        prefecture text        NOT NULL,
        id         bigint      GENERATED ALWAYS AS IDENTITY,
        at         timestamptz NOT NULL DEFAULT now(),
        user_id    uuid        NOT NULL,
        role       text        NOT NULL,
        purpose    text        NOT NULL,
        about      uuid        NOT NULL,
        records    int         NOT NULL,
        PRIMARY KEY (prefecture, id)
      );

      -- Whoever signed in. The token itself is never stored.
      CREATE TABLE session (
        prefecture text        NOT NULL,
        token_hash bytea       NOT NULL,
        user_id    uuid        NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (prefecture, token_hash)
      );`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
