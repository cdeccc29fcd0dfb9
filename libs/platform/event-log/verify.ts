import type { Instant } from '#kernel';
import type { Queryable } from '../database/databases.js';
import { CHAIN_HASH_SQL } from './event-hash.js';

/** The head of a prefecture's log as it stood at a moment, kept where the database's owner cannot rewrite it. */
export interface Anchor {
  readonly prefecture: string;
  readonly position: number;
  readonly hash: string;
  readonly at: Instant;
}

export interface Fault {
  readonly prefecture: string;
  readonly position: number;
  readonly what: string;
}

export interface Verification {
  readonly prefecture: string;
  readonly events: number;
  readonly faults: readonly Fault[];
  /** Up to here the log is held by an anchor; what is later is held by the chain and the head alone. */
  readonly anchoredThrough: number;
}

const STRETCH = 50_000;
const MOST_FAULTS = 20;
/** The least position that there can be. */
const FIRST = '-9223372036854775808';

/**
 * Finds every edited, removed, inserted or reordered event, and every one in a stream of another kind: the chain of
 * hashes, computed here and not by the database's own function; gapless positions; the head; the anchors outside. `seen`
 * hears how many events it has looked at, so many at a time.
 */
export async function verifyLog(
  tx: Queryable,
  prefecture: string,
  anchors: readonly Anchor[],
  seen: (events: number) => void = () => undefined,
  stretch = STRETCH,
): Promise<Verification> {
  const broken = await brokenLinks(tx, prefecture, seen, stretch);
  const { rows: ends } = await tx.query<{
    events: number;
    last: number | null;
    position: number;
    same: boolean | null;
  }>(HEAD_SQL, [prefecture]);
  const end = ends[0] ?? { events: 0, last: null, position: 0, same: true };
  const faults: Fault[] = broken.map((fault) => ({ prefecture, ...fault }));
  if ((end.last ?? 0) !== end.position || end.same === false)
    faults.push({ prefecture, position: end.position, what: 'the head of the log is not its last event' });
  const { rows: strays } = await tx.query<{ position: number; kind: string; stream_kind: string }>(KINDS_SQL, [
    prefecture,
  ]);
  for (const { position, kind, stream_kind } of strays)
    faults.push({ prefecture, position, what: `it is an event of ${kind} in a stream of ${stream_kind}` });
  const own = anchors.filter((anchor) => anchor.prefecture === prefecture);
  const { rows: hashes } = await tx.query<{ position: number; hash: string }>(
    `SELECT position, encode(hash, 'hex') AS hash FROM event WHERE prefecture = $1 AND position = ANY ($2::bigint[])`,
    [prefecture, own.map(({ position }) => position)],
  );
  const hashAt = new Map(hashes.map(({ position, hash }) => [position, hash]));
  for (const { position, hash, at } of own)
    if (position > 0 && hashAt.get(position) !== hash)
      faults.push({ prefecture, position, what: `it is not the event that was anchored at ${at}` });
  return {
    prefecture,
    events: end.events,
    faults: faults.toSorted((a, b) => a.position - b.position),
    anchoredThrough: Math.max(0, ...own.map(({ position }) => position)),
  };
}

async function brokenLinks(
  tx: Queryable,
  prefecture: string,
  seen: (events: number) => void,
  stretch: number,
): Promise<{ position: number; what: string }[]> {
  const broken: { position: number; what: string }[] = [];
  for (let done = 0, from = FIRST; broken.length < MOST_FAULTS;) {
    const { rows: ends } = await tx.query<{ events: number; through: string }>(STRETCH_SQL, [
      prefecture,
      from,
      stretch,
    ]);
    const [end] = ends;
    if (!end || end.events === 0) break;
    const { rows } = await tx.query<{ position: number; what: string }>(CHAIN_SQL, [
      prefecture,
      from,
      end.through,
      done,
    ]);
    broken.push(...rows);
    done += end.events;
    from = String(BigInt(end.through) + 1n);
    seen(done);
  }
  return broken.slice(0, MOST_FAULTS);
}

const STRETCH_SQL = `
  SELECT count(*) AS events, max(position)::text AS through
    FROM (SELECT position FROM event WHERE prefecture = $1 AND position >= $2 ORDER BY position LIMIT $3) stretch`;

/** The stretch from $2 through $3, which $4 events are before. */
const CHAIN_SQL = `
  SELECT position, CASE WHEN position <> ordinal THEN 'an event before it is missing, or it was inserted'
                        WHEN form NOT IN (1, 2) THEN 'its hash is of a form that this version does not know'
                        ELSE 'it was changed, or the one before it was' END AS what
    FROM (SELECT e.*, $4::bigint + row_number() OVER w AS ordinal,
                 lag(e.hash, 1, coalesce((SELECT b.hash FROM event b WHERE b.prefecture = $1 AND b.position < $2
                                           ORDER BY b.position DESC LIMIT 1), '\\x00')) OVER w AS before
            FROM event e WHERE e.prefecture = $1 AND e.position >= $2 AND e.position <= $3
          WINDOW w AS (ORDER BY e.position)) chained
   WHERE position <> ordinal OR hash IS DISTINCT FROM ${CHAIN_HASH_SQL}
   ORDER BY position LIMIT ${MOST_FAULTS}`;

/** A stream is of the kind that its first event says. What is owed begins with what is not written. */
const KINDS_SQL = `
  SELECT position, kind, stream_kind
    FROM (SELECT position, kind, first_value(kind) OVER (PARTITION BY stream ORDER BY seq) AS stream_kind
            FROM event WHERE prefecture = $1) e
   WHERE kind <> stream_kind ORDER BY position LIMIT ${MOST_FAULTS}`;

const HEAD_SQL = `
  SELECT (SELECT count(*) FROM event WHERE prefecture = $1) AS events,
         (SELECT max(position) FROM event WHERE prefecture = $1) AS last,
         h.position,
         (SELECT e.hash = h.hash FROM event e WHERE e.prefecture = $1 AND e.position = h.position) AS same
    FROM log_head h WHERE h.prefecture = $1`;
