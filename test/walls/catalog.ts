import type pg from 'pg';

/** Tables that belong to no prefecture: TypeORM's list of the migrations that ran. */
const OF_NO_PREFECTURE = ['migrations'];

type Row = Record<string, string>;

const list = async (client: pg.Client, sql: string): Promise<string[]> =>
  (await client.query<Row>(sql)).rows.map((row) => Object.values(row).join(' ')).toSorted();

/** 保存期間: the one function that removes looks on record, which nobody else may; it leaves a record of having done so (ADR 0026). */
const RETENTION = 'app.remove_looks(text,timestamp with time zone)';

/** Our tables: those that hold rows of prefectures. */
export const tablesOf = (client: pg.Client): Promise<string[]> =>
  list(
    client,
    `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'prefecture'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`,
  );

/** Every hole of the walls that the catalog shows, as readable lines. None: each table is walled off. */
export async function holesIn(client: pg.Client): Promise<string[]> {
  const holes: string[] = [];
  for (const sql of QUESTIONS) holes.push(...(await list(client, sql)));
  return holes;
}

const QUESTIONS = [
  `SELECT 'no prefecture: ' || c.relname FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'f')
          AND c.relname <> ALL ('{${OF_NO_PREFECTURE.join()}}')
          AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'prefecture')`,
  `SELECT format('row-level security is not %s: %s', CASE WHEN c.relrowsecurity THEN 'forced' ELSE 'on' END, c.relname)
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'prefecture'
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
  // A policy that the reader has must ask for the prefecture, and there must be one.
  `SELECT 'no policy for the reader: ' || c.relname
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'prefecture'
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname
                           AND 'tsunagi_reader' = ANY (p.roles))`,
  `SELECT format('policy %s lets the reader past the wall: %s', policyname, tablename) FROM pg_policies
        WHERE schemaname = 'public' AND (roles && '{public,tsunagi_reader}'::name[])
          AND NOT (coalesce(qual, '(prefecture = app.prefecture())') = '(prefecture = app.prefecture())'
               AND coalesce(with_check, '(prefecture = app.prefecture())') = '(prefecture = app.prefecture())')`,
  `SELECT format('does not begin with prefecture: %s of %s', i.relname, t.relname)
         FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
         LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
        WHERE t.relnamespace = 'public'::regnamespace AND x.indisunique AND t.relname <> ALL ('{${OF_NO_PREFECTURE.join()}}')
          AND a.attname IS DISTINCT FROM 'prefecture'`,
  // A reference between tables checks the other table without its walls.
  `SELECT format('foreign key %s', conname) FROM pg_constraint
        WHERE contype = 'f' AND connamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = conrelid AND a.attnum = ANY (conkey) AND a.attname = 'prefecture')`,
  `SELECT 'runs with the rights of its owner: ' || p.oid::regprocedure FROM pg_proc p
        WHERE p.prosecdef AND p.oid::regprocedure::text <> '${RETENTION}' AND p.pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
  `SELECT 'reads with the rights of its owner: ' || c.relname FROM pg_class c
        WHERE c.relkind = 'v' AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
          AND NOT coalesce(c.reloptions && '{security_invoker=true,security_invoker=on}', false)`,
  `SELECT 'materialized, which has no walls: ' || c.relname FROM pg_class c WHERE c.relkind = 'm'`,
  `SELECT format('the reader may %s: %s', g.privilege_type, g.table_name) FROM information_schema.role_table_grants g
        WHERE g.grantee IN ('tsunagi_reader', 'PUBLIC') AND g.table_schema IN ('public', 'bullmq')
          AND (g.privilege_type, g.table_name) <> ('INSERT', 'read_log') AND g.privilege_type <> 'SELECT'`,
  `SELECT format('the queue may %s: %s', g.privilege_type, g.table_name) FROM information_schema.role_table_grants g
        WHERE g.grantee = 'tsunagi_queue' AND g.table_schema = 'public'`,
  `SELECT format('%s may look into the queue', r.rolname) FROM pg_roles r
        WHERE r.rolname IN ('tsunagi_reader', 'tsunagi_writer') AND has_schema_privilege(r.oid, 'bullmq', 'USAGE')`,
  `SELECT format('can log in, or passes all walls: %s', rolname) FROM pg_roles
        WHERE rolname LIKE 'tsunagi\\_%' AND ((rolcanlogin AND rolname <> 'tsunagi_app') OR rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`,
  // The program's own login may become each of its roles and has nothing before it does.
  `SELECT 'the login has the rights of its roles without taking one' FROM pg_roles WHERE rolname = 'tsunagi_app' AND rolinherit`,
  `SELECT format('the login may be %s', r.rolname) FROM pg_roles r
        WHERE r.rolname NOT IN ('tsunagi_app', 'tsunagi_writer', 'tsunagi_reader', 'tsunagi_queue') AND pg_has_role('tsunagi_app', r.oid, 'MEMBER')`,
  `SELECT format('the login itself may %s: %s', g.privilege_type, g.table_name) FROM information_schema.role_table_grants g
        WHERE g.grantee = 'tsunagi_app'`,
];

const A_VALUE: Record<string, string> = {
  text: `'x'`,
  uuid: `'00000000-0000-8000-8000-00000000cafe'`,
  int4: '1',
  int8: '1',
  int2: '1',
  jsonb: `'{}'`,
  json: `'{}'`,
  timestamptz: 'now()',
  date: 'current_date',
  bool: 'false',
  bytea: `'\\x00'`,
  _text: `'{}'`,
};

/** Puts a row of the prefecture where there is none, so that no table is tested empty. */
export async function fillEmpty(client: pg.Client, prefecture: string): Promise<void> {
  for (const table of await tablesOf(client)) {
    const { rowCount } = await client.query(`SELECT FROM "${table}" WHERE prefecture = $1 LIMIT 1`, [prefecture]);
    if (rowCount) continue;
    const { rows } = await client.query<{ name: string; type: string }>(
      `SELECT a.attname AS name, t.typname AS type FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
        WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull
          AND a.attname <> 'prefecture' AND a.attidentity = '' AND NOT a.atthasdef`,
      [`public."${table}"`],
    );
    const names = ['prefecture', ...rows.map(({ name }) => `"${name}"`)];
    const values = [`'${prefecture}'`, ...rows.map(({ type }) => A_VALUE[type] ?? 'NULL')];
    await client.query(`INSERT INTO "${table}" (${names.join()}) VALUES (${values.join()})`);
  }
}
