import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['login', 'login_seat', 'recovery_code', 'invitation', 'sign_in_failure', 'sign_in_log'];

export class LetPeopleSignIn1790000130000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- サインイン: what a person proves to be himself with. A login is a person; its seats are the posts that he holds
      -- (a physician of a clinic may chair a council as well). None of it is an event: it is erased with the person, and a
      -- log is for ever. Passwords are hashes (argon2id), secrets of one-time codes are sealed by a key outside.
      CREATE TABLE login (
        prefecture      text        NOT NULL,
        id              uuid        NOT NULL,
        name            text        NOT NULL,
        password_hash   text        NOT NULL,
        totp_secret     bytea       NOT NULL,
        totp_step       bigint      NOT NULL DEFAULT 0,
        created_at      timestamptz NOT NULL DEFAULT now(),
        password_set_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (prefecture, id)
      );
      CREATE UNIQUE INDEX login_name ON login (prefecture, name);
      -- Who signs in does not say in which prefecture.
      CREATE INDEX login_by_name ON login (name);

      CREATE TABLE login_seat (
        prefecture text        NOT NULL,
        user_id    uuid        NOT NULL,
        login      uuid        NOT NULL,
        since      timestamptz NOT NULL DEFAULT now(),
        used_at    timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (prefecture, user_id)
      );
      CREATE INDEX login_seat_login ON login_seat (prefecture, login);

      CREATE TABLE recovery_code (
        prefecture text        NOT NULL,
        login      uuid        NOT NULL,
        hash       bytea       NOT NULL,
        used_at    timestamptz,
        PRIMARY KEY (prefecture, login, hash)
      );

      -- 招待: a link for one person, good once. To open it changes nothing (scanners of mails open everything).
      CREATE TABLE invitation (
        prefecture  text        NOT NULL,
        token_hash  bytea       NOT NULL,
        -- foundation, seat or reset; over: used or withdrawn.
        purpose     text        NOT NULL,
        user_id     uuid,
        invited_by  uuid,
        totp_secret bytea       NOT NULL,
        created_at  timestamptz NOT NULL DEFAULT now(),
        expires_at  timestamptz NOT NULL,
        over_at     timestamptz,
        over        text,
        PRIMARY KEY (prefecture, token_hash)
      );
      CREATE INDEX invitation_user ON invitation (prefecture, user_id) WHERE over_at IS NULL;

      -- Failures of a name, and from a place; both as hashes, for somebody may have typed his password as his name.
      CREATE TABLE sign_in_failure (
        prefecture text        NOT NULL,
        id         bigint      GENERATED ALWAYS AS IDENTITY,
        key        bytea       NOT NULL,
        at         timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (prefecture, id)
      );
      CREATE INDEX sign_in_failure_key ON sign_in_failure (key, at);

      -- Who came in, who did not, and what changed of how one comes in.
      CREATE TABLE sign_in_log (
        prefecture text        NOT NULL,
        id         bigint      GENERATED ALWAYS AS IDENTITY,
        at         timestamptz NOT NULL DEFAULT now(),
        what       text        NOT NULL,
        login      uuid,
        user_id    uuid,
        session    uuid,
        device     text        NOT NULL DEFAULT '',
        by_user    uuid,
        PRIMARY KEY (prefecture, id)
      );
      CREATE INDEX sign_in_log_user ON sign_in_log (prefecture, user_id, at);

      ALTER TABLE session
        ADD COLUMN id        uuid        NOT NULL DEFAULT gen_random_uuid(),
        ADD COLUMN login     uuid,
        ADD COLUMN device    text        NOT NULL DEFAULT '',
        ADD COLUMN shared    boolean     NOT NULL DEFAULT false,
        ADD COLUMN active_at timestamptz NOT NULL DEFAULT now();
      CREATE UNIQUE INDEX session_by_id ON session (prefecture, id);
      CREATE INDEX session_of_login ON session (prefecture, login) WHERE login IS NOT NULL;
      CREATE INDEX session_of_user ON session (prefecture, user_id);`);
    for (const table of TABLES)
      await q.query(`
        ALTER TABLE ${table} OWNER TO tsunagi_owner;
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_prefecture ON ${table} TO tsunagi_reader USING (prefecture = app.prefecture());
        CREATE POLICY writer ON ${table} TO tsunagi_writer, tsunagi_owner USING (true) WITH CHECK (true);
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO tsunagi_writer;`);
    await q.query(`
      REVOKE UPDATE, DELETE ON sign_in_log FROM tsunagi_writer;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO tsunagi_writer;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
