import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleWhoHaveLeft1790000140000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Everybody who works with the system or did: names stand under what somebody did for as long as that is kept.
      -- Row-level security is that of whoever reads it.
      CREATE VIEW account_ever WITH (security_invoker = true) AS
        SELECT u.prefecture, u.stream AS user_id, u.state ->> 'role' AS role, u.state -> 'area' AS area,
               o.stream AS organization_id, o.state ->> 'name' AS organization_name, o.state ->> 'kind' AS organization_kind,
               o.state ->> 'phone' AS organization_phone, u.status = 'REGISTERED' AS here
          FROM stream_head u
          JOIN stream_head o ON o.prefecture = u.prefecture AND o.kind = 'organization'
                            AND o.stream = (u.state ->> 'organization')::uuid
         WHERE u.kind = 'user';
      ALTER VIEW account_ever OWNER TO tsunagi_owner;
      GRANT SELECT ON account_ever TO tsunagi_reader, tsunagi_writer;

      -- Who has left, or was registered by mistake, is no account: sessions ask this view for each request (within a second).
      CREATE OR REPLACE VIEW account WITH (security_invoker = true) AS
        SELECT prefecture, user_id, role, area, organization_id, organization_name, organization_kind, organization_phone
          FROM account_ever WHERE here;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
