import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['passkey', 'passkey_challenge'];

export class KeepPasskeys1790000187000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- パスキー: the public half of a key that never leaves a person's device, which asks for a finger, a face or a PIN itself.
      CREATE TABLE passkey (
        prefecture  text        NOT NULL,
        id          uuid        NOT NULL DEFAULT gen_random_uuid(),
        credential  text        NOT NULL,
        login       uuid        NOT NULL,
        public_key  bytea       NOT NULL,
        -- Signatures that its device has counted; 0 where it does not count.
        counter     bigint      NOT NULL,
        transports  text[]      NOT NULL,
        name        text        NOT NULL,
        added_at    timestamptz NOT NULL DEFAULT now(),
        used_at     timestamptz,
        PRIMARY KEY (prefecture, credential)
      );
      -- Who signs in does not say in which prefecture.
      CREATE INDEX passkey_credential ON passkey (credential);
      CREATE INDEX passkey_login ON passkey (prefecture, login);

      -- What a device is asked to sign, once. Of a sign-in it is not known whose it will be, nor where.
      CREATE TABLE passkey_challenge (
        prefecture text        NOT NULL,
        challenge  text        NOT NULL,
        login      uuid,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (prefecture, challenge)
      );`);
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
