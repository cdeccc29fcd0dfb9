import type pg from 'pg';
import { LocalMasterKey, Vault, type Databases, type StoredRecord } from '#platform';

export const TEST_MASTER = new LocalMasterKey(Buffer.alloc(32, 7));

/** For a log or a store without the rest of the system. */
export const testVault = (databases: Databases): Vault => new Vault(databases, () => [TEST_MASTER]);

/** What the records say that a condition finds. */
export async function personalBodies(
  vault: Vault,
  client: Pick<pg.ClientBase, 'query'>,
  where: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const { rows } = await client.query<StoredRecord & { prefecture: string }>(
    `SELECT prefecture, id, kind, about, subject, body FROM personal_record WHERE ${where}`,
    [...values],
  );
  return Promise.all(
    rows.map(async ({ prefecture, ...record }) => {
      const [body = {}] = await vault.opened<Record<string, unknown>>(prefecture, [record]);
      return body;
    }),
  );
}

/** As if something more had been written into the records that a condition finds. */
export async function addToRecords(
  vault: Vault,
  client: Pick<pg.ClientBase, 'query'>,
  more: object,
  where: string,
  values: readonly unknown[] = [],
): Promise<void> {
  const { rows } = await client.query<StoredRecord & { prefecture: string }>(
    `SELECT prefecture, id, kind, about, subject, body FROM personal_record WHERE ${where}`,
    [...values],
  );
  for (const { prefecture, ...record } of rows) {
    const [body = {}] = await vault.opened<object>(prefecture, [record]);
    const [stored] = await vault.sealed(prefecture, [{ ...record, body: { ...body, ...more } }]);
    await client.query('UPDATE personal_record SET body = $2::json WHERE id = $1', [
      record.id,
      JSON.stringify(stored?.body),
    ]);
  }
}
