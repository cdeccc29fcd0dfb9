import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['reply_sheet', 'reply_try'];

export class KeepReplySheets1790000180000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- 回答用紙: a sheet (FAX送付状) with which whoever has no account answers one version of a handover, once. The page's token
      -- and the code are hashes. No name, no text: what was answered is a fact of the case.
      CREATE TABLE reply_sheet (
        prefecture text        NOT NULL,
        id         uuid        NOT NULL,
        number     int         NOT NULL,
        case_id    uuid        NOT NULL,
        version    int         NOT NULL,
        token_hash bytea       NOT NULL,
        code_hash  bytea       NOT NULL,
        issued_by  uuid        NOT NULL,
        issued_at  timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        -- Wrong codes typed on the page.
        tries      smallint    NOT NULL DEFAULT 0,
        -- The answer that is being written down, by its hash, and since when.
        claim      text,
        claimed_at timestamptz,
        -- answered or replaced; of an answer how it came and what it was.
        over_at    timestamptz,
        over       text,
        via        text,
        outcome    text,
        PRIMARY KEY (prefecture, id),
        UNIQUE (prefecture, number),
        UNIQUE (prefecture, token_hash),
        UNIQUE (prefecture, code_hash)
      );
      CREATE INDEX reply_sheet_of_case ON reply_sheet (prefecture, case_id) WHERE over_at IS NULL;

      -- Codes that somebody entered at a desk and that lead to nothing.
      CREATE TABLE reply_try (
        prefecture text        NOT NULL,
        user_id    uuid        NOT NULL,
        begun_at   timestamptz NOT NULL,
        tries      smallint    NOT NULL,
        PRIMARY KEY (prefecture, user_id)
      );`);
    for (const table of TABLES)
      await q.query(`
        ALTER TABLE ${table} OWNER TO tsunagi_owner;
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_prefecture ON ${table} TO tsunagi_reader USING (prefecture = app.prefecture());
        CREATE POLICY writer ON ${table} TO tsunagi_writer, tsunagi_owner USING (true) WITH CHECK (true);
        GRANT SELECT, INSERT, UPDATE ON ${table} TO tsunagi_writer;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
