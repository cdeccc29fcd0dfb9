import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepIdentitiesApart1790000021000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- A person may be registered once at a time: the claim is an HMAC of who the person is, under this secret. Without
      -- it a claim could be tried out name by name. Made at the first registration and never changed: under another one
      -- no earlier claim would hold.
      CREATE TABLE identity_secret (
        prefecture text  NOT NULL,
        secret     bytea NOT NULL,
        PRIMARY KEY (prefecture)
      );
      ALTER TABLE identity_secret OWNER TO tsunagi_owner;
      ALTER TABLE identity_secret ENABLE ROW LEVEL SECURITY;
      ALTER TABLE identity_secret FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_prefecture ON identity_secret TO tsunagi_reader USING (prefecture = app.prefecture());
      CREATE POLICY writer ON identity_secret TO tsunagi_writer, tsunagi_owner USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT ON identity_secret TO tsunagi_writer;

      -- Claims were as many as live cases and are now as many as persons: those of one person are found by their beginning.
      CREATE INDEX claim_beginning ON claim (prefecture, claim COLLATE "C");`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
