import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccountView1790000012000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Who works where: what access asks of the directory's people. Row-level security is that of whoever reads it.
      CREATE VIEW account WITH (security_invoker = true) AS
        SELECT u.prefecture, u.stream AS user_id, u.state ->> 'role' AS role, u.state -> 'area' AS area,
               o.stream AS organization_id, o.state ->> 'name' AS organization_name, o.state ->> 'kind' AS organization_kind
          FROM stream_head u
          JOIN stream_head o ON o.prefecture = u.prefecture AND o.kind = 'organization'
                            AND o.stream = (u.state ->> 'organization')::uuid
         WHERE u.kind = 'user';
      ALTER VIEW account OWNER TO tsunagi_owner;
      GRANT SELECT ON account TO tsunagi_reader, tsunagi_writer;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
