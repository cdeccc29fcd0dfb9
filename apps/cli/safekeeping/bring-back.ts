import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Connection, ReadMasterKeys } from '#platform';
import { migrations } from '../../../migrations/index.js';
import { createDatabase, databaseIsThere, migrate } from '../../../migrations/run.js';
import { bringToThisVersion } from '../bring-to-this-version.js';
import { CannotRun } from '../../cannot-run.js';
import type { Progress } from '../progress.js';
import { asOwner, headsIn, LEFT_OUT, PLAIN, tablesIn, type Table } from './catalog.js';
import { altered, checkSeal, keyId, MANIFEST, opened, type Manifest, type SavedTable } from './manifest.js';
import { backupKey, checkPiece, takeOut } from './pieces.js';

export interface BringingBack {
  readonly connection: Connection;
  readonly folder: string;
  /** Of the installation that the backup was made of; it lies in no backup. */
  readonly key: Buffer;
  /** Those of personal data, which lie in no backup either. */
  readonly masters: ReadMasterKeys;
  readonly anchorFile: string;
  readonly progress: Progress;
}

export interface BroughtBack {
  readonly manifest: Manifest;
  /** Whether the anchors of the backup lie where they belong now; false: others lay there already. */
  readonly anchors: boolean;
}

/**
 * Puts a backup into a database that holds nothing, whole or not at all: all of it is checked before a row is written. The
 * schema is made by the migrations as far as the rows stand in them, and by the later ones with the rows in it.
 */
export async function bringBack({
  connection,
  folder,
  key,
  masters,
  anchorFile,
  progress,
}: BringingBack): Promise<BroughtBack> {
  const { manifest, sealed } = await checked(folder, key, progress);
  mustOpen(manifest, masters);
  const level = levelOf(manifest);
  await onlyIntoEmpty(connection, manifest);
  await createDatabase(connection);
  await migrate(connection, level);
  await load(connection, manifest, folder, sealed, progress);
  await bringToThisVersion(connection, progress);
  if (manifest.anchors === null || existsSync(anchorFile)) return { manifest, anchors: manifest.anchors === null };
  await mkdir(dirname(anchorFile), { recursive: true });
  await takeOut(
    manifest.anchors,
    folder,
    sealed,
    createWriteStream(anchorFile, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { manifest, anchors: true };
}

async function checked(
  folder: string,
  installation: Buffer,
  progress: Progress,
): Promise<{ manifest: Manifest; sealed: Buffer }> {
  const file = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (file === undefined)
    throw new CannotRun(
      `${folder} に完成したバックアップはありません（${MANIFEST} がない）。`,
      `There is no finished backup in ${folder} (no ${MANIFEST}).`,
    );
  const { manifest, ...seal } = opened(file);
  if (manifest.key !== keyId(installation))
    throw new CannotRun(
      'このバックアップは別の鍵で封をされています。作ったときの keys/sealing.key を戻すか、SEALING_KEY にその値を指定してください。',
      'This backup is sealed with another key. Put back the keys/sealing.key of when it was made, or set SEALING_KEY to it.',
    );
  const sealed = backupKey(installation, Buffer.from(manifest.salt, 'hex'));
  checkSeal(seal, sealed);
  for (const piece of [...manifest.tables, ...(manifest.anchors ? [manifest.anchors] : [])]) {
    progress.tell(() => `${piece.file} …`);
    await checkPiece(piece, folder);
  }
  return { manifest, sealed };
}

/** Without its master key it would hold persons whom nobody can name. */
function mustOpen({ masters: wanted = [] }: Manifest, masters: ReadMasterKeys): void {
  if (wanted.length === 0) return;
  const given = masters(false).map(({ id }) => id);
  const missing = wanted.filter((id) => !given.includes(id));
  if (missing.length > 0)
    throw new CannotRun(
      `このバックアップの個人情報は別の鍵（${missing.join('、')}）で封をされています。作ったときの keys/master.key を戻すか、MASTER_KEY にその値を指定してください。何も復元していません。`,
      `The personal data of this backup lies under another master key (${missing.join(', ')}). Put back the keys/master.key of when it was made, or set MASTER_KEY to it. Nothing was restored.`,
    );
}

function levelOf(manifest: Manifest): typeof migrations {
  const level = migrations.filter(({ name }) => manifest.migrations.includes(name));
  if (level.length < manifest.migrations.length)
    throw new CannotRun(
      `このバックアップは新しい版（${manifest.version}）で作られています。その版以降のプログラムで復元してください。`,
      `This backup was made by a newer version (${manifest.version}). Restore it with that one or a later one.`,
    );
  return level;
}

async function onlyIntoEmpty(connection: Connection, manifest: Manifest): Promise<void> {
  if (!(await databaseIsThere(connection))) return;
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const tables = (await tablesIn(client)).map(({ name }) => name);
    if (tables.length > 0) await asOwner(client);
    for (const table of tables) {
      const { rowCount } = await client.query(`SELECT FROM ${client.escapeIdentifier(table)} LIMIT 1`);
      if (rowCount !== 0) throw notEmpty(connection, table);
    }
    await client.query('RESET ROLE');
    const { rows } = await client.query<{ there: string | null }>(`SELECT to_regclass('public.migrations') AS there`);
    const done = rows[0]?.there ? (await client.query<{ name: string }>('SELECT name FROM migrations')).rows : [];
    if (done.some(({ name }) => !manifest.migrations.includes(name))) throw notEmpty(connection, 'migrations');
  } finally {
    await client.end();
  }
}

const notEmpty = ({ database }: Connection, table: string): CannotRun =>
  new CannotRun(
    `データベース「${database}」は空ではありません（${table}）。復元は空のデータベースだけにします。新しい DATA_DIR か、新しいデータベースを使ってください。何も変えていません。`,
    `The database "${database}" is not empty (${table}). Only an empty one is restored into: use a new DATA_DIR or a new database. Nothing was changed.`,
  );

/** All rows in one transaction. */
async function load(
  connection: Connection,
  manifest: Manifest,
  folder: string,
  key: Buffer,
  progress: Progress,
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(PLAIN);
    const owner = await asOwner(client);
    await client.query('BEGIN');
    const there = await tablesIn(client);
    const known = new Map(manifest.tables.map((table) => [table.name, table]));
    for (const table of there) {
      const saved = known.get(table.name);
      known.delete(table.name);
      progress.tell(() => `${table.name} …`);
      if (saved) await fill(client, table, saved, folder, key, owner);
    }
    if (known.size > 0) throw altered([...known.keys()].join(', '));
    await goOnCounting(client);
    const heads = await headsIn(client);
    if (JSON.stringify(heads) !== JSON.stringify(manifest.heads)) throw altered('log_head');
    await client.query('COMMIT');
    await client.query(`ANALYZE ${there.map(({ name }) => client.escapeIdentifier(name)).join(', ')}`);
    if (owner) await client.query('RESET ROLE');
    if (manifest.demo)
      await client.query(
        `COMMENT ON DATABASE ${client.escapeIdentifier(connection.database)} IS 'tsunagi demo region'`,
      );
  } finally {
    await client.end();
  }
}

async function fill(
  client: pg.Client,
  { name, forced }: Table,
  saved: SavedTable,
  folder: string,
  key: Buffer,
  owner: boolean,
): Promise<void> {
  const table = client.escapeIdentifier(name);
  const lift = owner && forced;
  // COPY does not go through row-level security; nobody else sees the table meanwhile.
  if (lift) await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  // Nothing that a migration has written may stand beside what was saved.
  const { rowCount } = await client.query(`SELECT FROM ${table} LIMIT 1`);
  if (rowCount !== 0) await client.query(`DELETE FROM ${table}`);
  const list = saved.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const rows = client.query(copyFrom(`COPY ${table} (${list}) FROM STDIN`));
  await takeOut(saved, folder, key, rows);
  if (rows.rowCount !== saved.rows) throw altered(saved.file);
  if (lift) await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}

/** What is numbered goes on behind the last number. */
async function goOnCounting(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    SELECT t.relname AS table, a.attname AS column, s.oid::regclass::text AS sequence
      FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
      JOIN pg_class t ON t.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
     WHERE d.deptype IN ('a', 'i') AND t.relnamespace = 'public'::regnamespace`);
  for (const { table, column, sequence } of rows)
    if (!LEFT_OUT.includes(table))
      await client.query(
        `SELECT setval($1::regclass, max(${client.escapeIdentifier(column)})) FROM ${client.escapeIdentifier(table)}
         HAVING max(${client.escapeIdentifier(column)}) IS NOT NULL`,
        [sequence],
      );
}
