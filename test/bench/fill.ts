import { Databases, masterKeysOf, sealPlainRecords, settings, Vault, type Connection } from '#platform';
import { PREFECTURE } from './region.js';
import { asSuperuser } from './sql.js';

/**
 * Fills a database with copies of the one consultation in it: all that its command wrote, under ids of their own, as
 * if it had been asked so often. Obligations fall due from tomorrow on. Hashes are of the right form, not a chain.
 */
export async function fill(connection: Connection, cases: number, followers: readonly string[]): Promise<void> {
  await asSuperuser(connection, async (db) => {
    await db.query(`SET synchronous_commit = off; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'`);
    await db.query(FUNCTIONS);
    await db.query(`
      CREATE TEMP TABLE one AS
        SELECT stream AS id, prefecture FROM stream_head WHERE kind = 'consultation' LIMIT 1;
      CREATE TEMP TABLE owed AS
        SELECT o.*, row_number() OVER (ORDER BY o.step) AS k FROM obligation o JOIN one ON o.case_id = one.id;
      CREATE TEMP TABLE fact AS
        SELECT e.*, (SELECT k FROM owed WHERE owed.id = e.stream) AS k, row_number() OVER (ORDER BY e.position) AS n
          FROM event e JOIN one ON e.correlation_id = one.id;`);
    await db.query(
      `INSERT INTO stream_head (prefecture, stream, kind, base, version, state_version, status, relations, state)
       SELECT h.prefecture, bench.case_id(g), h.kind, h.base, h.version, h.state_version, h.status, h.relations,
              bench.copied(h.state, g)
         FROM generate_series(1, $1::int) g, one JOIN stream_head h ON h.stream = one.id`,
      [cases],
    );
    await db.query(
      `INSERT INTO obligation (prefecture, id, case_kind, case_id, step, owed_by, municipality_id, class, state, due_at,
                               next_at, level, unattended, base, seq, body)
       SELECT o.prefecture, bench.owed_id(g, o.k), o.case_kind, bench.case_id(g), o.step, o.owed_by, o.municipality_id,
              o.class, o.state, due.at, due.at, o.level, o.unattended, o.base, o.seq,
              bench.due(bench.copied(o.body::jsonb, g), bench.owed_id(g, o.k), due.at)
         FROM generate_series(1, $1::int) g, one, owed o,
              LATERAL (SELECT date_trunc('milliseconds', now() + interval '1 day' + g * interval '5 seconds') AS at) due`,
      [cases],
    );
    await db.query(
      `INSERT INTO event
       SELECT f.prefecture, head.position + (g - 1) * facts.n + f.n, bench.id(g, 'event' || f.n), f.type, f.schema_version,
              f.occurred_at, f.recorded_at, f.kind,
              CASE WHEN f.k IS NULL THEN bench.case_id(g) ELSE bench.owed_id(g, f.k) END, f.seq, f.area, f.other_areas,
              f.actor, bench.case_id(g), f.causation_id, f.rule_set, f.patient_ref, bench.copied(f.payload::jsonb, g),
              sha256((g::text || f.n)::bytea), f.form
         FROM generate_series(1, $1::int) g, one, fact f, (SELECT count(*) AS n FROM fact) facts,
              (SELECT position FROM log_head WHERE prefecture = '${PREFECTURE}') head`,
      [cases],
    );
    await db.query(
      `INSERT INTO personal_record
       SELECT p.prefecture, bench.id(g, 'personal'), p.kind, bench.case_id(g), p.subject,
              json_build_object('summary', '退院後の生活についての相談 ' || g), p.stored_at
         FROM generate_series(1, $1::int) g, one JOIN personal_record p ON p.about = one.id`,
      [cases],
    );
    await db.query(
      `INSERT INTO command_answer
       SELECT a.prefecture, a.user_id, md5('key' || g)::uuid, a.body_hash, bench.copied(a.answer::jsonb, g), a.position, a.stored_at
         FROM generate_series(1, $1::int) g, one JOIN command_answer a ON a.answer ->> 'id' = one.id::text`,
      [cases],
    );
    await db.query(`
      UPDATE log_head SET position = (SELECT max(position) FROM event), hash = (SELECT hash FROM event ORDER BY position DESC LIMIT 1)
       WHERE prefecture = '${PREFECTURE}'`);
    // Nobody measures how followers read what was never written: they stand at the end.
    await db.query(
      `INSERT INTO follower SELECT h.prefecture, name, h.position FROM log_head h, unnest($1::text[]) AS name
       ON CONFLICT (prefecture, name) DO UPDATE SET position = excluded.position`,
      [followers],
    );
  });
  await sealAll(connection);
  await asSuperuser(connection, async (db) => {
    await db.query('VACUUM ANALYZE');
    await db.query('CHECKPOINT');
  });
}

/** What was written here past the application is sealed as at the start after an upgrade. */
export async function sealAll(connection: Connection): Promise<void> {
  const databases = new Databases(connection);
  try {
    await sealPlainRecords(databases, new Vault(databases, (first) => masterKeysOf(settings(), first)));
  } finally {
    await databases.onApplicationShutdown();
  }
}

/** Obligations beside the others, due one after the other from a moment on and all within the given time. */
export async function addDue(connection: Connection, count: number, from: Date, withinMs: number): Promise<void> {
  await asSuperuser(connection, async (db) => {
    await db.query(`
      TRUNCATE bench.due;
      CREATE TEMP TABLE owed AS
        SELECT o.* FROM obligation o
         WHERE o.step = 'first_action' AND json_array_length(o.body #> '{plan,rungs}') = 2 AND o.level IS NULL LIMIT 1;`);
    await db.query(
      `INSERT INTO bench.due
       SELECT gen_random_uuid(), date_trunc('milliseconds', $2::timestamptz + (g - 1) * ($3::float8 / $1) * interval '1 millisecond')
         FROM generate_series(1, $1::int) g`,
      [count, from, withinMs],
    );
    await db.query(`
      INSERT INTO obligation (prefecture, id, case_kind, case_id, step, owed_by, municipality_id, class, state, due_at,
                              next_at, level, unattended, base, seq, body)
      SELECT o.prefecture, d.id, o.case_kind, d.id, o.step, o.owed_by, o.municipality_id, o.class, o.state, d.at, d.at,
             o.level, o.unattended, o.base, o.seq, bench.due(bench.of(o.body::jsonb, d.id), d.id, d.at)
        FROM owed o, bench.due d;`);
  });
}

const FUNCTIONS = `
  CREATE SCHEMA bench;
  CREATE TABLE bench.due (id uuid PRIMARY KEY, at timestamptz NOT NULL);

  -- In order of time, as ids of cases are.
  CREATE FUNCTION bench.id(g int, what text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN
    (lpad(to_hex(1740000000000 + g::bigint * 20), 12, '0') || '7' || substr(md5(what || g), 1, 3)
      || '8' || substr(md5(what || g), 4, 15))::uuid;
  CREATE FUNCTION bench.case_id(g int) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN bench.id(g, 'case');
  -- In no order, as ids of obligations are.
  CREATE FUNCTION bench.owed_id(g int, k bigint) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('owed' || g || ':' || k)::uuid;
  CREATE FUNCTION bench.copied(body jsonb, g int) RETURNS jsonb LANGUAGE sql IMMUTABLE RETURN
    CASE WHEN body ? 'about'
      THEN body || jsonb_build_object('about', (body -> 'about') || jsonb_build_object('id', bench.case_id(g)))
      ELSE body END;
  CREATE FUNCTION bench.of(body jsonb, about uuid) RETURNS jsonb LANGUAGE sql IMMUTABLE RETURN
    jsonb_set(body, '{about,id}', to_jsonb(about));
  CREATE FUNCTION bench.due(body jsonb, id uuid, at timestamptz) RETURNS jsonb LANGUAGE sql STABLE RETURN
    body || jsonb_build_object('id', id, 'rungs', jsonb_set(body #> '{plan,rungs}', '{0,at}',
      to_jsonb(to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))));`;
