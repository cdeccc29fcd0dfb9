import type pg from 'pg';
import type { SavedHead } from './manifest.js';

/**
 * What no backup holds: the list of migrations is the manifest's; a session that was ended since must not come back to life;
 * whoever was at his provider has gone; and what is counted by the minute is over.
 */
export const LEFT_OUT: readonly string[] = [
  'migrations',
  'session',
  'sign_in_failure',
  'provider_flow',
  'passkey_challenge',
  'request_count',
];

export interface Table {
  readonly name: string;
  /** Without those that are computed. */
  readonly columns: readonly string[];
  readonly forced: boolean;
}

/** Our tables, each after those that it refers to. */
export async function tablesIn(client: pg.ClientBase): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(`
    SELECT c.relname AS name, c.relforcerowsecurity AS forced,
           array_agg(a.attname::text ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     GROUP BY c.relname, c.relforcerowsecurity ORDER BY c.relname`);
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    SELECT conrelid::regclass::text AS from, confrelid::regclass::text AS to FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`);
  return inOrder(
    tables.filter(({ name }) => !LEFT_OUT.includes(name)),
    references,
  );
}

/** @throws when tables refer to each other in a ring: rows could then not be put in one table after the other. */
export function inOrder<T extends { readonly name: string }>(
  tables: readonly T[],
  references: readonly { readonly from: string; readonly to: string }[],
): T[] {
  const rest = [...tables];
  const ordered: T[] = [];
  while (rest.length > 0) {
    const waits = (name: string) =>
      references.some(({ from, to }) => from === name && rest.some((one) => one.name === to));
    const free = rest.findIndex(({ name }) => !waits(name));
    if (free < 0) throw new Error(`tables refer to each other in a ring: ${rest.map(({ name }) => name).join(', ')}`);
    ordered.push(...rest.splice(free, 1));
  }
  return ordered;
}

/**
 * Takes the role that reads and writes all of it: a superuser's, or that of the owner of the tables.
 * @returns true for the owner, whom row-level security is forced upon.
 */
export async function asOwner(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ super: boolean }>(
    'SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user',
  );
  if (rows[0]?.super === true) return false;
  await client.query('SET ROLE tsunagi_owner');
  return true;
}

/** Tables of which row-level security would show their owner less than all: a backup of them would be a part. */
export async function hiddenFromOwner(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relforcerowsecurity
        AND c.relname <> ALL ($1)
        AND (NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname
                          AND p.permissive = 'PERMISSIVE' AND p.cmd = 'ALL' AND p.qual = 'true'
                          AND p.roles && '{public,tsunagi_owner}'::name[])
             OR EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname
                          AND p.permissive = 'RESTRICTIVE' AND p.roles && '{public,tsunagi_owner}'::name[]))
      ORDER BY 1`,
    [LEFT_OUT],
  );
  return rows.map(({ name }) => name);
}

export async function headsIn(client: pg.ClientBase): Promise<SavedHead[]> {
  const { rows } = await client.query<SavedHead>(
    `SELECT prefecture, position, encode(hash, 'hex') AS hash FROM log_head ORDER BY prefecture`,
  );
  return rows;
}

/** Moments, numbers and bytes are written alike, whatever the server or the session is set to. */
export const PLAIN = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 1;
  SET bytea_output = 'hex'; SET client_encoding = 'UTF8'; SET statement_timeout = 0`;
