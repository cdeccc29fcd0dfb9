import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 50;
const LIMIT_MS = 60_000;

/**
 * From now until nothing that is due at this moment still waits, in milliseconds. What falls due later is looked at in
 * the log, at the end.
 */
export async function untilHeard(database) {
  const began = Date.now();
  const { rows } = await database.query('SELECT clock_timestamp()::text AS moment');
  const overdue = `SELECT count(*)::int AS n FROM obligation WHERE next_at <= $1::timestamptz`;
  let first;
  for (;;) {
    const left = (await database.query(overdue, [rows[0].moment])).rows[0].n;
    first ??= left;
    if (left === 0 || Date.now() - began > LIMIT_MS) return { ms: Date.now() - began, waiting: first, left };
    await pause(EVERY_MS);
  }
}

/** Until nothing at all is due and every follower has read the whole log. */
export async function untilAtRest(database, limitMs) {
  const until = Date.now() + limitMs;
  for (;;) {
    const { rows } = await database.query(`
      SELECT (SELECT count(*) FROM obligation WHERE next_at <= clock_timestamp() + interval '15 seconds')::int AS due,
             (SELECT count(*) FROM follower f JOIN log_head h USING (prefecture) WHERE f.position < h.position)::int
               AS behind`);
    const { due, behind } = rows[0];
    if ((due === 0 && behind === 0) || Date.now() > until) return { due, behind };
    await pause(100);
  }
}
