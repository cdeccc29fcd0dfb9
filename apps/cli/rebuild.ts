import { headOf, Kinds, Replay, type Played } from '#cases';
import { rowOf } from '#obligations';
import { Databases, EventLog, Followers, type EventRow, type HeadRow, type ObligationRow } from '#platform';
import type { INestApplicationContext } from '@nestjs/common';
import { DerivedTable } from './derived-table.js';

/** Events at a time. What is in memory is three pages: one is read, one folded, one written. */
const PAGE = 1_000;

/** Before and after the id of every case. */
const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** What a rebuild did to one table: `same` when every row came back identical. */
export interface Rebuilt {
  readonly table: string;
  readonly rows: number;
  readonly same: boolean;
}

type Fact = Played & Pick<EventRow, 'correlation_id' | 'position' | 'schema_version'>;

/** Who is told how far it is: what is being done, how much of it, and how much there is. */
export type Heard = (what: string, done: number, of: number) => void;

/**
 * Makes what is derived anew from the log: stream heads, obligations, and every follower's own tables (design decision 1).
 * Runs while no other process works on the database; one that dies halfway is simply run again.
 */
export async function rebuild(
  app: INestApplicationContext,
  page = PAGE,
  heard: Heard = () => undefined,
): Promise<Rebuilt[]> {
  const databases = app.get(Databases);
  const followers = app.get(Followers);
  const views = followers.all().filter(({ follower }) => follower.owns !== undefined);
  const owned = views.flatMap(({ follower }) => follower.owns ?? []);
  // Leases, fences and attempts belong to the moment and not to the log; so does the version that the last write found.
  const heads = await DerivedTable.of(databases, { name: 'stream_head', key: 'stream', of: 'stream' }, ['base']);
  const obligations = await DerivedTable.of(databases, { name: 'obligation', key: 'id', of: 'case_id' }, [
    'base',
    'fence',
    'lease_until',
    'attempts',
  ]);
  const told = (name: string, prefecture: string, position: number, end: number) =>
    heard(`prefecture ${prefecture}, ${name}`, position, end);
  // Until nobody has anything to hear: what one of them asks for is news to those who have read on before it.
  const follow = async () => {
    while (await followers.catchUp(told));
  };
  await follow();
  const before = await fingerprints(databases, owned);

  for (const prefecture of await app.get(EventLog).prefectures()) {
    const of = await lengthOf(databases, prefecture);
    let done = 0;
    const folding = (events: number) => heard(`prefecture ${prefecture}, heads and obligations`, (done += events), of);
    await foldAll(databases, app.get(Kinds), prefecture, page, { heads, obligations }, folding);
    await databases.writing(async (tx) => {
      for (const table of owned) await tx.query(`DELETE FROM ${table} WHERE prefecture = $1`, [prefecture]);
      await tx.query('UPDATE follower SET position = 0 WHERE prefecture = $1 AND name = ANY ($2)', [
        prefecture,
        views.map(({ name }) => name),
      ]);
    });
  }
  await follow();
  const after = await fingerprints(databases, owned);
  return [
    ...[heads, obligations].map(({ name, rows, changed }) => ({ table: name, rows, same: changed === 0 })),
    ...owned.map((table) => {
      const is = after.get(table);
      return { table, rows: is?.rows ?? 0, same: before.get(table)?.hash === is?.hash };
    }),
  ];
}

/**
 * Case by case and not by position: a case that has been read to its end, with its obligations, can be written and
 * forgotten, so a log of any length is folded in the memory of a few pages. While a page is folded, the next is read and
 * the one before is written.
 */
async function foldAll(
  databases: Databases,
  kinds: Kinds,
  prefecture: string,
  page: number,
  tables: { heads: DerivedTable; obligations: DerivedTable },
  folding: (events: number) => void,
): Promise<void> {
  const open = new Map<string, Replay>();
  let writing: Promise<unknown> = Promise.resolve();
  let facts = await read(databases, prefecture, { correlation_id: FIRST, position: 0 }, page);
  for (let from = FIRST; from !== LAST;) {
    folding(facts.length);
    // The last case of a full page may go on in the next.
    const last = facts.length < page ? undefined : facts.at(-1);
    const to = last?.correlation_id ?? LAST;
    const coming = last ? read(databases, prefecture, last, page) : [];
    for (const fact of facts) play(kinds, open, fact);
    const heads = new Map<string, HeadRow>();
    const obligations = new Map<string, ObligationRow>();
    for (const { kind, id, version, state, owed } of open.values()) {
      if (id === to) continue;
      heads.set(id, headOf(kind, prefecture, { stream: id, base: 0, version, state }));
      for (const row of owed.rows) obligations.set(row.id, rowOf(0, row, null));
      open.delete(id);
    }
    [facts] = await Promise.all([coming, writing]);
    writing = Promise.all([
      tables.heads.put(prefecture, from, to, heads),
      tables.obligations.put(prefecture, from, to, obligations),
    ]);
    from = to;
  }
  await writing;
}

async function lengthOf({ writer }: Databases, prefecture: string): Promise<number> {
  const { rows } = await writer.query<{ position: number }>('SELECT position FROM log_head WHERE prefecture = $1', [
    prefecture,
  ]);
  return rows[0]?.position ?? 0;
}

async function read(
  { writer }: Databases,
  prefecture: string,
  after: Pick<Fact, 'correlation_id' | 'position'>,
  limit: number,
): Promise<Fact[]> {
  const { rows } = await writer.query<Fact>({
    name: 'events-by-case',
    text: `SELECT correlation_id, position, event_id, stream, kind, seq, type, schema_version, form, occurred_at, payload
             FROM event
            WHERE prefecture = $1 AND (correlation_id, position) > ($2, $3)
            ORDER BY correlation_id, position LIMIT $4`,
    values: [prefecture, after.correlation_id, after.position, limit],
  });
  return rows;
}

function play(kinds: Kinds, open: Map<string, Replay>, fact: Fact): void {
  const { correlation_id: caseId, stream, kind, seq, type, schema_version, payload } = fact;
  const misplaced = () => new Error(`event ${seq} of ${kind} ${stream} is not where its case ${caseId} should have it`);
  let replay = open.get(caseId);
  if (!replay) {
    // A case begins with a fact of its own.
    if (stream !== caseId) throw misplaced();
    replay = new Replay(kinds.of(kind), caseId);
    open.set(caseId, replay);
  }
  if (!replay.play({ ...fact, payload: kinds.asToday(type, schema_version, payload) })) throw misplaced();
}

/** In whichever order the rows are found. */
async function fingerprints(
  { writer }: Databases,
  tables: readonly string[],
): Promise<Map<string, { rows: number; hash: string }>> {
  const found = new Map<string, { rows: number; hash: string }>();
  for (const table of tables) {
    const { rows } = await writer.query<{ rows: number; hash: string }>(
      `SELECT count(*) AS rows, coalesce(sum(hashtextextended(t::text, 0)), 0)::text AS hash FROM ${table} t`,
    );
    const [row] = rows;
    if (row) found.set(table, row);
  }
  return found;
}
