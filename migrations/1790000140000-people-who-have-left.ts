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
          FROM account_ever WHERE here;

      -- Of what says who somebody is, a correction leaves the earlier records where earlier facts point: the one to which the
      -- head refers holds.
      CREATE FUNCTION app.holds_now(p personal_record) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT NOT EXISTS (
          SELECT FROM stream_head h WHERE h.prefecture = p.prefecture AND h.stream = p.about
             AND coalesce(h.state ->> 'identityRef', h.state ->> 'nameRef') <> p.id::text)
      $$;
      REVOKE ALL ON FUNCTION app.holds_now(personal_record) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.holds_now(personal_record) TO tsunagi_reader, tsunagi_writer, tsunagi_owner;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
