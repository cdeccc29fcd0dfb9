import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The roles of design decision 11. None can log in: the login is a member of them, and each pool takes its role by
 * `-c role=…`. Where the migrating login may not create roles, `cli migrate --print-roles` prints this for a DBA.
 */
export const ROLES_SQL = `
  DO $$
  DECLARE
    wanted text;
    -- From 16 on, who makes a role is a member of it without the right to become it.
    enough text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
  BEGIN
    FOREACH wanted IN ARRAY ARRAY['tsunagi_owner', 'tsunagi_writer', 'tsunagi_reader', 'tsunagi_queue'] LOOP
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
          EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        END IF;
      -- Roles belong to the whole server: another database of it may be migrating at this moment.
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
      BEGIN
        IF NOT pg_has_role(current_user, wanted, enough) THEN
          EXECUTE format('GRANT %I TO %I', wanted, current_user);
        END IF;
      EXCEPTION WHEN unique_violation OR OTHERS THEN
        IF NOT pg_has_role(current_user, wanted, enough) THEN RAISE; END IF;
      END;
    END LOOP;
  END $$;`;

export class CreateRoles1790000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(ROLES_SQL);
    await q.query(`
      CREATE SCHEMA app;
      GRANT USAGE ON SCHEMA app, public TO tsunagi_owner, tsunagi_writer, tsunagi_reader;
      GRANT CREATE ON SCHEMA app, public TO tsunagi_owner;

      CREATE SCHEMA bullmq AUTHORIZATION tsunagi_queue;

      -- All domain time in SQL. Stable, so that "due_at <= app.now()" is an index condition; never clock_timestamp().
      CREATE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT now()';

      -- The prefecture whose rows the present transaction may see.
      CREATE FUNCTION app.prefecture() RETURNS text LANGUAGE sql STABLE
        AS $$ SELECT nullif(current_setting('app.prefecture', true), '') $$;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
