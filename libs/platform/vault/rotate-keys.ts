import { Databases } from '../database/databases.js';
import type { MasterKeys, ReadMasterKeys } from './master-key.js';
import { openedBytes, sealedBytes } from './sealed.js';
import { addWrappingKey, dataKeyBound, ringOf, wrappingRows } from './vault.js';

/** [D] Keys of one transaction. */
const SET = 1_000;
const STILL_NEEDED = '23503';

/** Which master keys have wrapped something that is still needed, without telling them. */
export async function mastersInUse(databases: Databases): Promise<string[]> {
  const { rows } = await databases.keys.query<{ master: string }>(
    'SELECT DISTINCT master FROM wrapping_key ORDER BY master',
  );
  return rows.map(({ master }) => master);
}

/**
 * 鍵の更新: the key of each person lies under another wrapping key afterwards, which the first of the master keys has wrapped. In
 * sets, while the system goes on: what is cut goes on where it was. What is sealed stays as it is, for the keys of persons stay.
 */
export async function rotateKeys(
  databases: Databases,
  readMasters: ReadMasterKeys,
  heard: (done: number) => void = () => undefined,
): Promise<number> {
  const masters = readMasters(false);
  const { rows } = await databases.keys.query<{ prefecture: string }>(
    'SELECT DISTINCT prefecture FROM wrapping_key ORDER BY prefecture',
  );
  let done = 0;
  for (const { prefecture } of rows) {
    const generation = await newestOf(databases, prefecture, masters);
    for (;;) {
      const wrapped = await wrapSet(databases, prefecture, generation, readMasters);
      done += wrapped;
      if (wrapped > 0) heard(done);
      else if (await withoutOlder(databases, prefecture, generation)) break;
    }
  }
  return done;
}

/** The wrapping key under which all shall lie: one that a rotation has made which was cut, or a new one. */
async function newestOf(databases: Databases, prefecture: string, masters: MasterKeys): Promise<number> {
  const rows = await wrappingRows(databases.keys, prefecture);
  const { generation = 0, master } = rows.at(-1) ?? {};
  if (rows.length > 1 && master === masters[0].id) return generation;
  await addWrappingKey(databases.keys, prefecture, generation + 1, masters);
  return generation + 1;
}

async function wrapSet(
  databases: Databases,
  prefecture: string,
  generation: number,
  readMasters: ReadMasterKeys,
): Promise<number> {
  const ring = await ringOf(databases.keys, prefecture, readMasters);
  const keyOf = (one: number): Buffer => {
    const key = ring.get(one);
    if (!key) throw new Error(`the key ${one} of prefecture ${prefecture}, which wraps others, is gone`);
    return key;
  };
  return databases.writing(async (tx) => {
    const { rows } = await tx.query<{ owner: string; generation: number; wrapped: Buffer | null }>({
      name: 'keys-to-wrap',
      text: `SELECT owner, generation, wrapped FROM data_key
              WHERE prefecture = $1 AND generation < $2 ORDER BY owner LIMIT ${SET} FOR UPDATE`,
      values: [prefecture, generation],
    });
    const anew = rows.map(({ owner, generation: before, wrapped }) => {
      // Of whoever was erased there is none.
      if (wrapped === null) return null;
      const bound = dataKeyBound(prefecture, owner);
      return sealedBytes(keyOf(generation), openedBytes(keyOf(before), wrapped, bound), bound);
    });
    await tx.query({
      name: 'wrap-keys',
      text: `UPDATE data_key k SET generation = $2, wrapped = w.wrapped
               FROM unnest($3::uuid[], $4::bytea[]) AS w(owner, wrapped) WHERE k.prefecture = $1 AND k.owner = w.owner`,
      values: [prefecture, generation, rows.map(({ owner }) => owner), anew],
    });
    return rows.length;
  });
}

/** False: somebody has made a key under one of them meanwhile. */
async function withoutOlder(databases: Databases, prefecture: string, generation: number): Promise<boolean> {
  try {
    await databases.keys.query('DELETE FROM wrapping_key WHERE prefecture = $1 AND generation < $2', [
      prefecture,
      generation,
    ]);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === STILL_NEEDED) return false;
    throw error;
  }
}
