import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['identity_provider', 'provider_binding', 'provider_flow'];

export class SignInByInstitution1790000186000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Whoever comes in by the account of an institution needs no name, password and code here: all three or none.
      ALTER TABLE login
        ALTER COLUMN name DROP NOT NULL,
        ALTER COLUMN password_hash DROP NOT NULL,
        ALTER COLUMN totp_secret DROP NOT NULL,
        ADD CONSTRAINT login_whole CHECK (num_nulls(name, password_hash, totp_secret) IN (0, 3));

      -- 機関の認証基盤 (OpenID Connect). The secret is sealed by the key outside. The code is what people type to say where they
      -- work; it is one institution's in all prefectures, which the program sees to, for a key would tell one of another.
      CREATE TABLE identity_provider (
        prefecture    text        NOT NULL,
        organization  uuid        NOT NULL,
        code          text        NOT NULL,
        issuer        text        NOT NULL,
        client_id     text        NOT NULL,
        client_secret bytea       NOT NULL,
        kept_by       uuid        NOT NULL,
        kept_at       timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (prefecture, organization)
      );
      CREATE INDEX identity_provider_code ON identity_provider (code);

      -- Whose account is whose: issuer and subject, and nothing that a provider may give to somebody else (an address).
      CREATE TABLE provider_binding (
        prefecture text        NOT NULL,
        issuer     text        NOT NULL,
        subject    text        NOT NULL,
        login      uuid        NOT NULL,
        bound_at   timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (prefecture, issuer, subject)
      );
      CREATE INDEX provider_binding_login ON provider_binding (prefecture, login);

      -- Somebody is at his provider just now: what his answer must match. Found by what his browser holds, and taken once.
      CREATE TABLE provider_flow (
        prefecture   text        NOT NULL,
        token_hash   bytea       NOT NULL,
        organization uuid        NOT NULL,
        purpose      text        NOT NULL,
        state        text        NOT NULL,
        nonce        text        NOT NULL,
        verifier     bytea       NOT NULL,
        login        uuid,
        session      uuid,
        invitation   bytea,
        shared       boolean     NOT NULL DEFAULT false,
        expires_at   timestamptz NOT NULL,
        PRIMARY KEY (prefecture, token_hash)
      );

      -- By whose provider a session was opened: it works in posts of that institution only. Null: by a password.
      ALTER TABLE session ADD COLUMN by_organization uuid;`);
    for (const table of TABLES)
      await q.query(`
        ALTER TABLE ${table} OWNER TO tsunagi_owner;
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_prefecture ON ${table} TO tsunagi_reader USING (prefecture = app.prefecture());
        CREATE POLICY writer ON ${table} TO tsunagi_writer, tsunagi_owner USING (true) WITH CHECK (true);
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO tsunagi_writer;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
