import { Deciders, evolveObligation, rowOf, type Obligation, type ObligationEvent } from '#obligations';
import { Databases, EventLog, Followers, type HeadRow, type ObligationRow, type Queryable } from '#platform';
import type { INestApplicationContext } from '@nestjs/common';

const PAGE = 5_000;

/** What a rebuild did to one table: `same` when every row came back identical. */
export interface Rebuilt {
  readonly table: string;
  readonly rows: number;
  readonly same: boolean;
}

interface Folded {
  readonly heads: Map<string, HeadRow>;
  readonly obligations: Map<string, Obligation>;
}

/** Columns that belong to the moment and not to the log. */
const NOT_REBUILT: Readonly<Record<string, readonly string[]>> = {
  stream_head: ['base'],
  obligation: ['base', 'fence', 'lease_until', 'attempts'],
};

/**
 * Drops what is derived and makes it anew from the log: stream heads, obligations, and every follower's own tables
 * (design decision 1). Runs while no other process works on the database.
 */
export async function rebuild(app: INestApplicationContext): Promise<Rebuilt[]> {
  const databases = app.get(Databases);
  const log = app.get(EventLog);
  const followers = app.get(Followers);
  const views = followers.all().filter(({ follower }) => follower.owns !== undefined);
  const tables = ['stream_head', 'obligation', ...views.flatMap(({ follower }) => follower.owns ?? [])];
  await followers.catchUp();
  const before = await fingerprints(databases, tables);

  for (const prefecture of await log.prefectures()) {
    const folded = await fold(log, app.get(Deciders), prefecture);
    await databases.writing(async (tx) => {
      await tx.query('DELETE FROM obligation WHERE prefecture = $1', [prefecture]);
      await tx.query('DELETE FROM stream_head WHERE prefecture = $1', [prefecture]);
      await writeHeads(tx, prefecture, [...folded.heads.values()]);
      await writeObligations(
        tx,
        prefecture,
        [...folded.obligations.values()].map((o) => rowOf(0, o, null)),
      );
      for (const { name, follower } of views) {
        for (const table of follower.owns ?? [])
          await tx.query(`DELETE FROM ${table} WHERE prefecture = $1`, [prefecture]);
        await tx.query('UPDATE follower SET position = 0 WHERE prefecture = $1 AND name = $2', [prefecture, name]);
      }
    });
  }
  await followers.catchUp();
  const after = await fingerprints(databases, tables);
  return tables.map((table) => {
    const was = before.get(table);
    const is = after.get(table);
    return { table, rows: is?.rows ?? 0, same: was?.hash === is?.hash };
  });
}

async function fold(log: EventLog, deciders: Deciders, prefecture: string): Promise<Folded> {
  const heads = new Map<string, HeadRow>();
  const obligations = new Map<string, Obligation>();
  for (let position = 0; ;) {
    const events = await log.since(prefecture, position, PAGE);
    for (const event of events) {
      const { id, kind, seq } = event.aggregate;
      if (kind === 'obligation') {
        obligations.set(
          id,
          evolveObligation(obligations.get(id), event as unknown as ObligationEvent, event.occurredAt),
        );
        continue;
      }
      const decider = deciders.of(kind);
      if (!decider) throw new Error(`nobody folds ${kind}`);
      const state = heads.get(id)?.state ?? decider.initial;
      const next = decider.evolve(state, event, event.occurredAt);
      heads.set(id, {
        stream: id,
        kind,
        base: 0,
        version: seq,
        state_version: decider.stateVersion,
        status: decider.status(next),
        parties: [...new Set(decider.bearings(next).parties ?? [])],
        state: next,
      });
    }
    const last = events.at(-1);
    if (!last || events.length < PAGE) return { heads, obligations };
    position = last.position;
  }
}

async function writeHeads(tx: Queryable, prefecture: string, rows: readonly HeadRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += PAGE)
    await tx.query(
      `INSERT INTO stream_head (prefecture, stream, kind, base, version, state_version, status, parties, state)
       SELECT $1, stream, kind, base, version, state_version, status, parties, state
         FROM jsonb_to_recordset($2::jsonb) AS x(stream uuid, kind text, base int, version int, state_version int,
                                                 status text, parties jsonb, state jsonb)`,
      [prefecture, JSON.stringify(rows.slice(from, from + PAGE))],
    );
}

async function writeObligations(tx: Queryable, prefecture: string, rows: readonly ObligationRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += PAGE)
    await tx.query(
      `INSERT INTO obligation (prefecture, id, case_kind, case_id, step, owed_by, municipality_id, class, state, due_at,
                               next_at, level, unattended, base, seq, body)
       SELECT $1, id, case_kind, case_id, step, owed_by, municipality_id, class, state, due_at, next_at, level,
              unattended, base, seq, body
         FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, case_kind text, case_id uuid, step text, owed_by uuid,
           municipality_id text, class smallint, state text, due_at timestamptz, next_at timestamptz, level int,
           unattended boolean, base int, seq int, body jsonb)`,
      [prefecture, JSON.stringify(rows.slice(from, from + PAGE))],
    );
}

async function fingerprints(
  databases: Databases,
  tables: readonly string[],
): Promise<Map<string, { rows: number; hash: string }>> {
  const found = new Map<string, { rows: number; hash: string }>();
  for (const table of tables) {
    const left = NOT_REBUILT[table] ?? [];
    const { rows } = await databases.writer.query<{ rows: number; hash: string }>(
      `SELECT count(*) AS rows, md5(coalesce(string_agg(line, E'\\n' ORDER BY line), '')) AS hash
         FROM (SELECT (to_jsonb(t) - $1::text[])::text AS line FROM ${table} t) lines`,
      [left],
    );
    const [row] = rows;
    if (row) found.set(table, row);
  }
  return found;
}
