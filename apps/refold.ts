import pg from 'pg';
import { headOf, upcast, type AnyKind } from '#cases';
import type { Connection } from '#platform';
import { KINDS } from './contexts.js';

const SET = 200;

interface Old {
  readonly prefecture: string;
  readonly stream: string;
}
interface Fact {
  readonly type: string;
  readonly schema_version: number;
  readonly occurred_at: Date;
  readonly payload: object;
}

/**
 * Folds every head anew that an older `evolve` has made (design decision 17). Queries read heads where they stand, so a new
 * version begins with them; a command folds again whatever an older process writes meanwhile.
 */
export async function refold(connection: Connection): Promise<number> {
  const { appUser: _app, ...owner } = connection;
  const client = new pg.Client(owner);
  await client.connect();
  try {
    let folded = 0;
    for (const kind of KINDS as unknown as readonly AnyKind[])
      for (;;) {
        const { rows } = await client.query<Old>(
          `SELECT prefecture, stream FROM stream_head WHERE kind = $1 AND state_version < $2 LIMIT ${SET}`,
          [kind.kind, kind.stateVersion],
        );
        if (rows.length === 0) break;
        for (const old of rows) await refoldOne(client, kind, old);
        folded += rows.length;
      }
    return folded;
  } finally {
    await client.end();
  }
}

async function refoldOne(client: pg.Client, kind: AnyKind, { prefecture, stream }: Old): Promise<void> {
  const { rows } = await client.query<Fact>(
    'SELECT type, schema_version, occurred_at, payload FROM event WHERE prefecture = $1 AND stream = $2 ORDER BY seq',
    [prefecture, stream],
  );
  const state = rows.reduce(
    (before, { type, schema_version, occurred_at, payload }) =>
      kind.evolve(
        before,
        { type, payload: upcast(kind.events[type], schema_version, payload) },
        new Date(occurred_at).toISOString(),
      ),
    kind.initial,
  );
  const head = headOf(kind, prefecture, { stream, base: 0, version: rows.length, state });
  await client.query(
    `UPDATE stream_head SET state_version = $3, status = $4, relations = $5, state = $6
      WHERE prefecture = $1 AND stream = $2 AND version = $7`,
    [
      prefecture,
      stream,
      head.state_version,
      head.status,
      JSON.stringify(head.relations),
      JSON.stringify(head.state),
      head.version,
    ],
  );
}
