import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepDrafts1790000022000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Who asks in the present transaction: of what is one person's own, nobody else has a row.
      CREATE FUNCTION app.person() RETURNS uuid LANGUAGE sql STABLE
        AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;

      -- 下書き: what somebody has typed and not yet sent. It belongs to the personal-data store, in a table of its own,
      -- because records there are read by whoever may read about the case, and a draft by its writer only. "about" is the
      -- case, or the draft itself where it begins one. The key is the Idempotency-Key that the form will be sent with:
      -- once that has an answer, the draft is over, in the very transaction of the command and at no cost to it.
      CREATE TABLE draft (
        prefecture text        NOT NULL,
        user_id    uuid        NOT NULL,
        command    text        NOT NULL,
        about      uuid        NOT NULL,
        key        uuid        NOT NULL,
        version    int         NOT NULL,
        body       json        NOT NULL,
        saved_at   timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (prefecture, user_id, command, about)
      );
      CREATE INDEX draft_due ON draft (expires_at);

      -- Sent, or kept for as long as the rule says.
      CREATE FUNCTION app.is_over(d draft) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT d.expires_at <= app.now()
            OR EXISTS (SELECT FROM command_answer a
                        WHERE a.prefecture = d.prefecture AND a.user_id = d.user_id AND a.key = d.key)
      $$;

      ALTER TABLE draft OWNER TO tsunagi_owner;
      ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
      ALTER TABLE draft FORCE ROW LEVEL SECURITY;
      -- The reader has no right to it at all; the writer sees the rows of the person for whom it works, and may clear
      -- away what is over.
      CREATE POLICY own_prefecture ON draft TO tsunagi_reader USING (prefecture = app.prefecture());
      CREATE POLICY own_person ON draft TO tsunagi_writer
        USING (prefecture = app.prefecture() AND user_id = app.person())
        WITH CHECK (prefecture = app.prefecture() AND user_id = app.person());
      CREATE POLICY see_over ON draft FOR SELECT TO tsunagi_writer USING (app.is_over(draft));
      CREATE POLICY clear_over ON draft FOR DELETE TO tsunagi_writer USING (app.is_over(draft));
      CREATE POLICY owner ON draft TO tsunagi_owner USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO tsunagi_writer;
      REVOKE ALL ON FUNCTION app.person(), app.is_over(draft) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.person() TO tsunagi_reader, tsunagi_writer, tsunagi_owner;
      GRANT EXECUTE ON FUNCTION app.is_over(draft) TO tsunagi_writer, tsunagi_owner;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
