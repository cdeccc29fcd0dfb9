import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Connection } from '#platform';
import { PROJECT_ROOT } from '../../project-root.js';
import { CannotRun } from '../../cannot-run.js';
import type { Progress } from '../progress.js';
import { asOwner, headsIn, hiddenFromOwner, PLAIN, tablesIn } from './catalog.js';
import { FORM, keyId, MANIFEST, written, type Manifest, type SavedTable } from './manifest.js';
import { backupKey, flushFolder, putAway, SALT_BYTES } from './pieces.js';

export interface Saving {
  readonly connection: Connection;
  /** Must not be there yet, or be empty: a backup is never written over another. */
  readonly folder: string;
  readonly key: Buffer;
  readonly anchorFile: string;
  readonly demo: boolean;
  readonly progress: Progress;
}

/**
 * Writes all that is not queued: each table as it was at one moment, while the system goes on. The manifest comes last: a
 * folder without one is no backup.
 */
export async function save({ connection, folder, key: installation, ...rest }: Saving): Promise<Manifest> {
  await emptyFolder(folder);
  // Before the snapshot: an anchor of what comes after it would say that the log was cut.
  const anchored = existsSync(rest.anchorFile) ? readFileSync(rest.anchorFile) : undefined;
  const salt = randomBytes(SALT_BYTES);
  const key = backupKey(installation, salt);
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(PLAIN);
    const owner = await asOwner(client);
    const hidden = owner ? await hiddenFromOwner(client) : [];
    if (hidden.length > 0)
      throw new CannotRun(
        `表の一部しか読めないため、バックアップを作りません：${hidden.join('、')}`,
        `Row-level security hides rows of these from their owner, so no backup was made: ${hidden.join(', ')}`,
      );
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables: SavedTable[] = [];
    for (const { name, columns } of await tablesIn(client)) {
      rest.progress.tell(() => `${name} …`);
      tables.push(await saveTable(client, name, columns, folder, key));
    }
    const heads = await headsIn(client);
    const facts = await factsOf(client, owner);
    await client.query('COMMIT');
    const manifest: Manifest = {
      form: FORM,
      ...facts,
      version: versionOf(),
      demo: rest.demo,
      key: keyId(installation),
      salt: salt.toString('hex'),
      heads,
      tables,
      anchors: anchored ? await putAway(Readable.from([anchored]), folder, 'anchors.jsonl.gz.sealed', key) : null,
    };
    await writeFile(join(folder, MANIFEST), written(manifest, key), { flag: 'wx', mode: 0o600, flush: true });
    await flushFolder(folder);
    return manifest;
  } finally {
    await client.end();
  }
}

async function saveTable(
  client: pg.Client,
  name: string,
  columns: readonly string[],
  folder: string,
  key: Buffer,
): Promise<SavedTable> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const rows = client.query(copyTo(`COPY ${client.escapeIdentifier(name)} (${list}) TO STDOUT`));
  const piece = await putAway(rows, folder, `${name}.copy.gz.sealed`, key);
  return { name, columns, rows: rows.rowCount, ...piece };
}

async function factsOf(
  client: pg.Client,
  owner: boolean,
): Promise<Pick<Manifest, 'madeAt' | 'postgres' | 'migrations' | 'masters'>> {
  const { rows } = await client.query<{ at: Date | string; postgres: string }>(
    `SELECT now() AS at, current_setting('server_version') AS postgres`,
  );
  const masters = await mastersIn(client);
  // TypeORM's own list belongs to the login.
  if (owner) await client.query('RESET ROLE');
  const { rows: steps } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  const { at = '', postgres = '' } = rows[0] ?? {};
  return { madeAt: new Date(at).toISOString(), postgres, migrations: steps.map(({ name }) => name), masters };
}

async function mastersIn(client: pg.Client): Promise<string[]> {
  const { rows: sealed } = await client.query<{ there: string | null }>(
    `SELECT to_regclass('public.wrapping_key') AS there`,
  );
  if (!sealed[0]?.there) return [];
  const { rows } = await client.query<{ master: string }>('SELECT DISTINCT master FROM wrapping_key ORDER BY 1');
  return rows.map(({ master }) => master);
}

async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new CannotRun(
      `フォルダー ${folder} は空ではありません。新しいフォルダーを指定してください（前のバックアップは上書きしません）。`,
      `The folder ${folder} is not empty. Name a new one; no backup is written over another.`,
    );
}

const versionOf = (): string =>
  (JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as { version: string }).version;
