import pg from 'pg';
import { headOf, MARK_IN_HEAD, markOfDefaults, upcast, type AnyKind } from '#cases';
import type { Connection } from '#platform';
import { KINDS } from './contexts.js';

const SET = 200;

interface Old {
  readonly stream: string;
}
interface Fact extends Old {
  readonly type: string;
  readonly schema_version: number;
  readonly occurred_at: Date;
  readonly payload: object;
}

/** Before the id of every stream. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Heads that a command would have to fold from the log: for a board that would be a reading of the log a row. */
const OLD = `kind = $1 AND (state_version < $2 OR ($3::text IS NOT NULL AND ${MARK_IN_HEAD} IS DISTINCT FROM $3))`;
const oldOf = (kind: AnyKind) => [kind.kind, kind.stateVersion, markOfDefaults(kind)];

/**
 * Folds every head anew that an older `evolve` has made, or that stands for defaults which have changed since (design
 * decision 17). Queries read heads where they stand, so a new version begins with them; a command folds again whatever an
 * older process writes meanwhile. `heard`: how many of how many.
 */
export async function refold(
  connection: Connection,
  heard: (what: string, done: number, of: number) => void = () => undefined,
): Promise<number> {
  const { appUser: _app, ...owner } = connection;
  const client = new pg.Client(owner);
  await client.connect();
  try {
    let folded = 0;
    for (const kind of KINDS as unknown as readonly AnyKind[]) {
      const { rows } = await client.query<{ prefecture: string; old: number }>(
        `SELECT prefecture, count(*)::int AS old FROM stream_head WHERE ${OLD} GROUP BY prefecture`,
        oldOf(kind),
      );
      for (const { prefecture, old } of rows)
        folded += await refoldKind(client, kind, prefecture, (done) =>
          heard(`prefecture ${prefecture}, ${kind.kind} folded anew`, done, old),
        );
    }
    return folded;
  } finally {
    await client.end();
  }
}

/** In the order of their ids: a search from the beginning would pass over all that are done already, each time. */
async function refoldKind(
  client: pg.Client,
  kind: AnyKind,
  prefecture: string,
  heard: (done: number) => void,
): Promise<number> {
  let done = 0;
  for (let after = FIRST; ;) {
    const { rows } = await client.query<Old>(
      `SELECT stream FROM stream_head
        WHERE prefecture = $4 AND stream > $5 AND ${OLD} ORDER BY stream LIMIT ${SET}`,
      [...oldOf(kind), prefecture, after],
    );
    const last = rows.at(-1);
    if (!last) return done;
    await refoldSet(
      client,
      kind,
      prefecture,
      rows.map(({ stream }) => stream),
    );
    done += rows.length;
    heard(done);
    after = last.stream;
  }
}

async function refoldSet(
  client: pg.Client,
  kind: AnyKind,
  prefecture: string,
  streams: readonly string[],
): Promise<void> {
  const { rows } = await client.query<Fact>(
    `SELECT stream, type, schema_version, occurred_at, payload FROM event
      WHERE prefecture = $1 AND stream = ANY ($2) ORDER BY stream, seq`,
    [prefecture, streams],
  );
  const facts = new Map<string, Fact[]>(streams.map((stream) => [stream, []]));
  for (const fact of rows) facts.get(fact.stream)?.push(fact);
  const heads = [...facts].map(([stream, own]) =>
    headOf(kind, prefecture, { stream, base: 0, version: own.length, state: own.reduce(evolving(kind), kind.initial) }),
  );
  await client.query(
    `UPDATE stream_head s
        SET state_version = h.state_version, status = h.status, relations = h.relations, state = h.state
       FROM json_to_recordset($2) AS h(stream uuid, version int, state_version int, status text, relations jsonb, state jsonb)
      WHERE s.prefecture = $1 AND s.stream = h.stream AND s.version = h.version`,
    [prefecture, JSON.stringify(heads)],
  );
}

const evolving =
  (kind: AnyKind) =>
  (before: unknown, { type, schema_version, occurred_at, payload }: Fact): unknown =>
    kind.evolve(
      before,
      { type, payload: upcast(kind.events[type], schema_version, payload) },
      new Date(occurred_at).toISOString(),
    );
