import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type pg from 'pg';
import { PROJECT_ROOT } from '../../apps/project-root.js';
import { migrations } from '../../migrations/index.js';
import { createDatabase, migrate } from '../../migrations/run.js';
import type { Connection } from '#platform';

export const STORED = join(PROJECT_ROOT, 'test/stored');

/** The last migration that a version knew. */
export const LAST_KNOWN: Readonly<Record<string, number>> = { '2026-11-25.jsonl.gz': 1790000009000 };

/** An empty database as that version had it. */
export async function asThatVersionHadIt(connection: Connection, file: string): Promise<void> {
  await createDatabase(connection);
  const known = migrations.filter(({ name }) => Number(/\d{13}$/.exec(name)?.[0]) <= (LAST_KNOWN[file] ?? 0));
  await migrate(connection, known);
}

/** Every row of that version's database. Answers with how many there are. */
export async function restore(client: pg.Client, file: string): Promise<number> {
  const lines = gunzipSync(readFileSync(join(STORED, file)))
    .toString('utf8')
    .trim()
    .split('\n');
  for (const line of lines) {
    const [table, row] = JSON.parse(line) as [string, object];
    await client.query(
      `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::${table}, $1)`,
      // The text as it was stored: a number that goes through JavaScript might come back in another form.
      [line.slice(line.indexOf(',') + 1, -1)],
    );
    if (!row) throw new Error(`a row of ${table} is empty`);
  }
  return lines.length;
}
