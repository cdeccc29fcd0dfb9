import { Databases } from '../database/databases.js';
import type { StoredRecord } from './sealed.js';
import type { Vault } from './vault.js';

/** [D] Rows of one transaction. */
const SET = 500;

/**
 * Seals the records that an earlier version has left plain, in sets: what is interrupted goes on where it was. Nothing is
 * looked for by birth date before it is done.
 */
export async function sealPlainRecords(
  databases: Databases,
  vault: Vault,
  heard: (done: number) => void = () => undefined,
): Promise<number> {
  for (let done = 0; ;) {
    const sealed = await databases.writing(async (tx) => {
      const { rows } = await tx.query<StoredRecord & { prefecture: string }>({
        name: 'plain-records',
        text: `SELECT prefecture, id, kind, about, subject, body FROM personal_record
                WHERE (body ->> 'sealed') IS NULL LIMIT ${SET} FOR UPDATE SKIP LOCKED`,
      });
      for (const prefecture of new Set(rows.map((row) => row.prefecture))) {
        const plain = rows.filter((row) => row.prefecture === prefecture);
        const stored = await vault.sealed(prefecture, plain);
        await tx.query({
          name: 'seal-records',
          text: `UPDATE personal_record p SET body = s.body::json
                   FROM unnest($2::uuid[], $3::text[]) AS s(id, body) WHERE p.prefecture = $1 AND p.id = s.id`,
          values: [prefecture, stored.map(({ id }) => id), stored.map(({ body }) => JSON.stringify(body))],
        });
      }
      return rows.length;
    });
    if (sealed === 0) return done;
    done += sealed;
    heard(done);
  }
}
