import { createHash } from 'node:crypto';
import type { Queryable } from '#platform';

/** Before the first look of a prefecture. */
const BEGINNING = Buffer.from([0]);
const STRETCH = 20_000;
/** What was recorded so lately may not be chained yet. */
const CHAINED_WITHIN_MINUTES = 10;
/** [D] Looks that are committed out of the order of their numbers lie no farther apart; the whole is gone through now and then. */
const OUT_OF_ORDER = 5_000;
const MOST_FAULTS = 20;

/**
 * What a look says, as a digest: PostgreSQL makes it of the row, so that no form of a moment or a text is made twice. The
 * form is named first; another one later is told from it.
 */
const DIGEST = `sha256(convert_to(json_build_array(1, r.prefecture, r.id,
    to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), r.user_id, r.role, r.organization, r.session, r.purpose,
    r.outcome, r.about, r.records, r.kinds)::text, 'UTF8'))`;

const next = (before: Buffer, digest: Buffer): Buffer => createHash('sha256').update(before).update(digest).digest();

/** Chains looks of a prefecture that are not chained yet; how many. In a transaction of the writer's. */
export async function chainLooks(tx: Queryable, prefecture: string, whole: boolean): Promise<number> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('read_log ' || $1, 0))`, [prefecture]);
  const { rows: ends } = await tx.query<{ seq: number; hash: Buffer; newest: number }>(
    `SELECT seq, hash, (SELECT max(id) FROM read_log_link WHERE prefecture = $1) AS newest
       FROM read_log_link WHERE prefecture = $1 ORDER BY seq DESC LIMIT 1`,
    [prefecture],
  );
  const end = ends[0] ?? { seq: 0, hash: BEGINNING, newest: 0 };
  const { rows } = await tx.query<{ id: number; digest: Buffer }>(
    `SELECT r.id, ${DIGEST} AS digest FROM read_log r
      WHERE r.prefecture = $1 AND r.id > $2
        AND NOT EXISTS (SELECT FROM read_log_link l WHERE l.prefecture = $1 AND l.id = r.id)
      ORDER BY r.id LIMIT ${STRETCH}`,
    [prefecture, whole ? 0 : end.newest - OUT_OF_ORDER],
  );
  let { hash } = end;
  const hashes = rows.map(({ digest }) => (hash = next(hash, digest)));
  await tx.query(
    `INSERT INTO read_log_link (prefecture, seq, id, hash)
     SELECT $1, $2 + l.n, l.id, l.hash FROM unnest($3::bigint[], $4::bytea[]) WITH ORDINALITY AS l(id, hash, n)`,
    [prefecture, end.seq, rows.map(({ id }) => id), hashes],
  );
  return rows.length;
}

export interface LookFault {
  readonly seq: number;
  readonly what: string;
}
export interface LooksVerified {
  readonly looks: number;
  readonly faults: readonly LookFault[];
}

interface Link {
  readonly seq: number;
  readonly hash: Buffer;
  readonly digest: Buffer | null;
}

/** Finds every look that was changed, removed, inserted or moved: computed anew, link by link, from where the retention left off. */
export async function verifyLooks(tx: Queryable, prefecture: string, stretch = STRETCH): Promise<LooksVerified> {
  const faults: LookFault[] = [];
  let looks = 0;
  let { seq, hash } = await beginningOf(tx, prefecture);
  for (;;) {
    const { rows } = await tx.query<Link>(
      `SELECT l.seq, l.hash, CASE WHEN r.id IS NOT NULL THEN ${DIGEST} END AS digest
         FROM read_log_link l LEFT JOIN read_log r ON r.prefecture = l.prefecture AND r.id = l.id
        WHERE l.prefecture = $1 AND l.seq > $2 ORDER BY l.seq LIMIT $3`,
      [prefecture, seq, stretch],
    );
    for (const link of rows) {
      if (link.seq !== seq + 1) faults.push({ seq: link.seq, what: 'a link before it is missing' });
      if (!link.digest) faults.push({ seq: link.seq, what: 'the look is missing' });
      else if (!next(hash, link.digest).equals(link.hash))
        faults.push({ seq: link.seq, what: 'it was changed, or the one before it was' });
      ({ seq, hash } = link);
    }
    looks += rows.length;
    if (rows.length < stretch || faults.length >= MOST_FAULTS) break;
  }
  const { rows: loose } = await tx.query<{ id: number }>(
    `SELECT r.id FROM read_log r
      WHERE r.prefecture = $1 AND r.at < now() - make_interval(mins => ${CHAINED_WITHIN_MINUTES})
        AND NOT EXISTS (SELECT FROM read_log_link l WHERE l.prefecture = $1 AND l.id = r.id)
      ORDER BY r.id LIMIT ${MOST_FAULTS}`,
    [prefecture],
  );
  for (const { id } of loose)
    faults.push({ seq, what: `the look ${id} is in no chain: it was inserted, or nothing chains` });
  return { looks, faults: faults.slice(0, MOST_FAULTS) };
}

/** The newest record of the retention says from which link the chain goes on. */
async function beginningOf(tx: Queryable, prefecture: string): Promise<{ seq: number; hash: Buffer }> {
  const { rows } = await tx.query<{ kinds: readonly string[] }>(
    `SELECT kinds FROM read_log WHERE prefecture = $1 AND outcome = 'removed' ORDER BY id DESC LIMIT 1`,
    [prefecture],
  );
  const [through = '0', hash] = rows[0]?.kinds ?? [];
  return { seq: Number(through), hash: hash === undefined ? BEGINNING : Buffer.from(hash, 'hex') };
}
