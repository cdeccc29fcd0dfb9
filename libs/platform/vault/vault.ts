import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { PersonalRow } from '../event-log/commit.js';
import { Databases, type Queryable } from '../database/databases.js';
import { NoMasterKey, type MasterKeys, type ReadMasterKeys } from './master-key.js';
import {
  blinded,
  ERASED_BODY,
  erasedOf,
  isSealed,
  KEY_BYTES,
  openedBody,
  openedBytes,
  ownerOf,
  sealedBody,
  sealedBytes,
  type StoredRecord,
} from './sealed.js';

/** How the master keys are read: again each time, for they are changed while the program runs. */
export const MASTER_KEYS = Symbol('master keys');

/** Whose key the index is made with: nobody's. */
export const INDEX_OWNER = '00000000-0000-0000-0000-000000000000';

/** [D] Keys that a process keeps open: as many as its busy hours need, a few megabytes. */
const MOST_OPEN = 20_000;
/** [D] So long: another process may have destroyed one meanwhile. */
const OPEN_MS = 60_000;
/** So often a key is made or looked for anew where another process made, or rotated, it at the same moment. */
const TRIES = 3;
const FOREIGN_KEY_GONE = '23503';

interface KeyRow {
  readonly owner: string;
  readonly generation: number;
  /** Null: destroyed. */
  readonly wrapped: Buffer | null;
}
export interface WrappingRow {
  readonly generation: number;
  readonly master: string;
  readonly wrapped: Buffer;
}
interface OpenKey {
  /** Null: destroyed. */
  readonly key: Buffer | null;
  /** Of this process's own clock. */
  readonly until: number;
}
/** 鍵を包む鍵 of a prefecture, by generation; what is new is wrapped with the last. */
type Ring = ReadonlyMap<number, Buffer>;

/** A record as SQL passes it to `Vault.opened`; null where a join found none. `alias` is the name of `personal_record`. */
export const recordJson = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'kind', ${alias}.kind, 'about', ${alias}.about,
     'subject', ${alias}.subject, 'body', ${alias}.body) END`;

/** Finds records by birth date, in `body ->> 'born'`. */
const bornText = (day: string): string => `born:${day}`;

export const wrappingBound = (prefecture: string, generation: number): string =>
  ['wrapping key', prefecture, generation].join('|');
export const dataKeyBound = (prefecture: string, owner: string): string => ['data key', prefecture, owner].join('|');

/**
 * Seals and opens what the personal-data store holds (ADR 0032). Each person has a key (or each matter that speaks of nobody),
 * wrapped by a key of the prefecture, wrapped by the master key outside of the database. It says nothing of who may read.
 */
@Injectable()
export class Vault implements OnModuleInit {
  private readonly rings = new Map<string, Promise<Ring>>();
  /** The latest used last. */
  private readonly open = new Map<string, OpenKey>();

  constructor(
    private readonly databases: Databases,
    @Inject(MASTER_KEYS) private readonly masters: ReadMasterKeys,
  ) {}

  /** With another key nobody could be called by a name, and what is written would lie under a key that goes. */
  async onModuleInit(): Promise<void> {
    const asked = this.databases.keys.query<{ prefecture: string }>('SELECT DISTINCT prefecture FROM wrapping_key');
    // A database that is not there yet is waited for elsewhere.
    const prefectures = await asked.then(
      ({ rows }) => rows,
      () => [],
    );
    for (const { prefecture } of prefectures) await this.ring(prefecture);
  }

  /** Rows as they are stored. The key of a person who is new is made and kept first. */
  async sealed(prefecture: string, rows: readonly PersonalRow[]): Promise<PersonalRow[]> {
    if (rows.length === 0) return [];
    const dated = rows.some(({ body }) => birthDateOf(body) !== undefined);
    const keys = await this.keysOf(prefecture, [...rows.map(ownerOf), ...(dated ? [INDEX_OWNER] : [])]);
    const index = keys.get(INDEX_OWNER);
    return rows.map((row) => {
      const key = keys.get(ownerOf(row));
      // Of whoever was erased nothing more is kept.
      if (!key) return { ...row, body: ERASED_BODY };
      const day = birthDateOf(row.body);
      const born = day !== undefined && index ? blinded(index, [bornText(day)])[0] : undefined;
      return { ...row, body: sealedBody(key, prefecture, row, born) };
    });
  }

  /** What the records say, in their order; `erasedOf` where the key is destroyed. */
  async opened<Body extends object>(prefecture: string, records: readonly StoredRecord[]): Promise<Body[]> {
    const owners = records.flatMap((record) => (isSealed(record.body) && record.body.sealed ? ownerOf(record) : []));
    const keys = await this.found(prefecture, owners);
    return records.map((record) => {
      const { body } = record;
      // Of before, and not sealed yet.
      if (!isSealed(body)) return body as Body;
      const key = keys.get(ownerOf(record));
      if (body.sealed === '' || key === null) return erasedOf(record) as Body;
      if (!key) throw new Error(`the personal record ${record.id} has no key`);
      return openedBody<Body>(key, prefecture, record, body);
    });
  }

  /** For rows that were read with `recordJson`: null where there is no record. */
  async openedEach<Body extends object>(
    prefecture: string,
    records: readonly (StoredRecord | null)[],
  ): Promise<(Body | null)[]> {
    const there = records.filter((record) => record !== null);
    const bodies = await this.opened<Body>(prefecture, there);
    const byId = new Map(there.map(({ id }, i) => [id, bodies[i]]));
    return records.map((record) => (record && byId.get(record.id)) ?? null);
  }

  /** Texts as tokens of the index of a prefecture, the same for the same text. */
  async blinder(prefecture: string): Promise<(texts: readonly string[]) => number[]> {
    const keys = await this.keysOf(prefecture, [INDEX_OWNER]);
    const key = keys.get(INDEX_OWNER);
    if (!key) throw new Error(`prefecture ${prefecture} has no key of its index`);
    return (texts) => blinded(key, texts);
  }

  /** Birth dates as `body ->> 'born'` has them. */
  async bornOn(prefecture: string, days: readonly string[]): Promise<string[]> {
    const blind = await this.blinder(prefecture);
    return blind(days.map(bornText)).map(String);
  }

  /**
   * 消去: the key of a person is gone from the database for ever, and with it whatever a copy of the records says. What lies
   * here is emptied besides, for another process may have the key open still.
   */
  async erase(prefecture: string, owner: string, tx: Queryable): Promise<void> {
    // Keys may have been rotated since.
    this.rings.delete(prefecture);
    const ring = await this.ring(prefecture);
    await tx.query({
      name: 'destroy-data-key',
      text: `INSERT INTO data_key AS k (prefecture, owner, generation, destroyed_at) VALUES ($1, $2, $3, app.now())
             ON CONFLICT (prefecture, owner) DO UPDATE SET wrapped = NULL, destroyed_at = excluded.destroyed_at
              WHERE k.destroyed_at IS NULL`,
      values: [prefecture, owner, Math.max(...ring.keys())],
    });
    await tx.query({
      name: 'empty-records',
      text: `UPDATE personal_record SET body = $3::json
              WHERE prefecture = $1 AND (subject = $2 OR (subject IS NULL AND about = $2))`,
      values: [prefecture, owner, JSON.stringify(ERASED_BODY)],
    });
    this.open.delete(nameOf(prefecture, owner));
  }

  /** What was read of the keys is forgotten: it is read anew. */
  forget(): void {
    this.rings.clear();
    this.open.clear();
  }

  /** Keys of all of them, made where there is none. */
  private async keysOf(prefecture: string, asked: readonly string[]): Promise<Map<string, Buffer | null>> {
    const found = this.remembered(prefecture, asked);
    for (let i = 0; i < TRIES; i++) {
      const missing = [...new Set(asked)].filter((owner) => !found.has(owner)).toSorted();
      if (missing.length === 0) return found;
      try {
        for (const [owner, key] of await this.made(prefecture, missing)) found.set(owner, key);
      } catch (error) {
        if ((error as { code?: string }).code !== FOREIGN_KEY_GONE) throw error;
        // The wrapping key was rotated away.
        this.rings.delete(prefecture);
      }
    }
    throw new Error(`keys of prefecture ${prefecture} can be neither found nor made`);
  }

  /** In one statement: what is there is read, what is not is made. Where another makes it at this moment, it is missing. */
  private async made(prefecture: string, owners: readonly string[]): Promise<Map<string, Buffer | null>> {
    const ring = await this.ring(prefecture);
    const generation = Math.max(...ring.keys());
    const wrapping = ring.get(generation) as Buffer;
    const { rows } = await this.databases.keys.query<KeyRow>({
      name: 'make-data-keys',
      text: `WITH wanted AS (SELECT * FROM unnest($2::uuid[], $3::bytea[]) AS w(owner, wrapped)), made AS (
               INSERT INTO data_key (prefecture, owner, generation, wrapped)
               SELECT $1, w.owner, $4, w.wrapped FROM wanted w
                WHERE NOT EXISTS (SELECT FROM data_key k WHERE k.prefecture = $1 AND k.owner = w.owner)
                ORDER BY w.owner
               ON CONFLICT DO NOTHING RETURNING owner, generation, wrapped)
             SELECT owner, generation, wrapped FROM made
              UNION ALL
             SELECT k.owner, k.generation, k.wrapped FROM wanted w
               JOIN data_key k ON k.prefecture = $1 AND k.owner = w.owner`,
      values: [
        prefecture,
        owners,
        owners.map((owner) => sealedBytes(wrapping, randomBytes(KEY_BYTES), dataKeyBound(prefecture, owner))),
        generation,
      ],
    });
    return this.unwrapped(prefecture, rows);
  }

  /** Keys of those that have one. */
  private async found(prefecture: string, asked: readonly string[]): Promise<Map<string, Buffer | null>> {
    const found = this.remembered(prefecture, asked);
    const missing = [...new Set(asked)].filter((owner) => !found.has(owner));
    if (missing.length === 0) return found;
    const { rows } = await this.databases.keys.query<KeyRow>({
      name: 'find-data-keys',
      text: 'SELECT owner, generation, wrapped FROM data_key WHERE prefecture = $1 AND owner = ANY ($2::uuid[])',
      values: [prefecture, missing],
    });
    for (const [owner, key] of await this.unwrapped(prefecture, rows)) found.set(owner, key);
    return found;
  }

  private async unwrapped(prefecture: string, rows: readonly KeyRow[]): Promise<Map<string, Buffer | null>> {
    let ring = await this.ring(prefecture);
    if (rows.some(({ generation }) => !ring.has(generation))) {
      this.rings.delete(prefecture);
      ring = await this.ring(prefecture);
    }
    const keys = rows.map(({ owner, generation, wrapped }): [string, Buffer | null] => {
      if (wrapped === null) return [owner, null];
      const wrapping = ring.get(generation);
      if (!wrapping) throw new Error(`the key ${generation} of prefecture ${prefecture}, which wraps others, is gone`);
      return [owner, openedBytes(wrapping, wrapped, dataKeyBound(prefecture, owner))];
    });
    const until = performance.now() + OPEN_MS;
    for (const [owner, key] of keys) this.keep(nameOf(prefecture, owner), { key, until });
    return new Map(keys);
  }

  private remembered(prefecture: string, owners: readonly string[]): Map<string, Buffer | null> {
    const found = new Map<string, Buffer | null>();
    for (const owner of owners) {
      const name = nameOf(prefecture, owner);
      const known = this.open.get(name);
      if (known === undefined || known.until <= performance.now()) continue;
      this.keep(name, known);
      found.set(owner, known.key);
    }
    return found;
  }

  private keep(name: string, key: OpenKey): void {
    this.open.delete(name);
    this.open.set(name, key);
    const [first] = this.open.keys();
    if (this.open.size > MOST_OPEN && first !== undefined) this.open.delete(first);
  }

  private ring(prefecture: string): Promise<Ring> {
    const known = this.rings.get(prefecture);
    if (known) return known;
    const read = ringOf(this.databases.keys, prefecture, this.masters);
    this.rings.set(prefecture, read);
    read.catch(() => this.rings.delete(prefecture));
    return read;
  }
}

const nameOf = (prefecture: string, owner: string): string => `${prefecture}:${owner}`;

const birthDateOf = (body: object): string | undefined => {
  const { birthDate } = body as { readonly birthDate?: unknown };
  return typeof birthDate === 'string' ? birthDate : undefined;
};

/** The wrapping keys of a prefecture, the first of which is made with its first record. @throws Error in one line for another master key */
export async function ringOf(
  db: Queryable,
  prefecture: string,
  readMasters: ReadMasterKeys,
): Promise<Map<number, Buffer>> {
  let rows = await wrappingRows(db, prefecture);
  const masters = readMasters(rows.length === 0);
  if (rows.length === 0) {
    await addWrappingKey(db, prefecture, 1, masters);
    rows = await wrappingRows(db, prefecture);
  }
  const ring = new Map<number, Buffer>();
  for (const row of rows) ring.set(row.generation, await unwrappedBy(masters, prefecture, row));
  return ring;
}

/** 鍵を包む鍵 of a prefecture, oldest first. */
export async function wrappingRows(db: Queryable, prefecture: string): Promise<WrappingRow[]> {
  const { rows } = await db.query<WrappingRow>({
    name: 'wrapping-keys',
    text: 'SELECT generation, master, wrapped FROM wrapping_key WHERE prefecture = $1 ORDER BY generation',
    values: [prefecture],
  });
  return rows;
}

/** @throws NoMasterKey where none of them has wrapped it */
async function unwrappedBy(
  masters: MasterKeys,
  prefecture: string,
  { generation, master, wrapped }: WrappingRow,
): Promise<Buffer> {
  const key = masters.find(({ id }) => id === master);
  if (!key) throw wrongMaster(master, masters);
  return key.unwrap(wrapped, wrappingBound(prefecture, generation));
}

/** Two that need it at once make one: who comes second reads that of the first. */
export async function addWrappingKey(
  db: Queryable,
  prefecture: string,
  generation: number,
  [master]: MasterKeys,
): Promise<void> {
  const wrapped = await master.wrap(randomBytes(KEY_BYTES), wrappingBound(prefecture, generation));
  await db.query({
    name: 'add-wrapping-key',
    text: `INSERT INTO wrapping_key (prefecture, generation, master, wrapped) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    values: [prefecture, generation, master.id, wrapped],
  });
}

export const wrongMaster = (wanted: string, [{ id }]: MasterKeys): NoMasterKey =>
  new NoMasterKey(
    `個人情報は別の鍵（${wanted}）で封をされています（今の鍵は ${id}）。データフォルダーの keys/master.key を戻すか、MASTER_KEY、MASTER_KEY_FILE、TRANSIT_URL を元の値にしてください。`,
    `Personal data is sealed under the master key ${wanted}, and the one given is ${id}: put back the file keys/master.key of the data folder, or set MASTER_KEY, MASTER_KEY_FILE or TRANSIT_URL to what it was.`,
  );
