import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AppendKeepsKinds1790000011000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- A stream is of one kind for ever, and a head carries the relations of its case.
      -- Appends what up to 64 commands of one prefecture decided, whole or not at all. "m" is the member of the batch a
      -- row belongs to. A member that lost a race makes the whole call fail with its number in DETAIL, and the caller
      -- sends the others again: races are rare, and nothing has to be undone by hand.
      -- Locks in one order: stream heads, obligations, claims, keys, and last the prefecture's head.
      CREATE OR REPLACE FUNCTION app.append(p_prefecture text, p jsonb, OUT first_position bigint, OUT recorded timestamptz)
      LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
      DECLARE
        lost   int[];
        head   log_head;
        before bytea;
        e      record;
        hashes bytea[] := '{}';
        n      bigint := 0;
      BEGIN
        IF jsonb_array_length(p -> 'heads') > 0 THEN
          WITH h AS (
            SELECT * FROM jsonb_to_recordset(p -> 'heads')
              AS x(m int, stream uuid, kind text, base int, version int, state_version int, status text, relations jsonb, state jsonb)
          ), written AS (
            INSERT INTO stream_head AS s (prefecture, stream, kind, base, version, state_version, status, relations, state)
            SELECT p_prefecture, stream, kind, base, version, state_version, status, relations, state FROM h ORDER BY stream
            ON CONFLICT (prefecture, stream) DO UPDATE
              SET base = excluded.base, version = excluded.version, state_version = excluded.state_version,
                  status = excluded.status, relations = excluded.relations, state = excluded.state
              WHERE s.version = excluded.base AND s.kind = excluded.kind
            RETURNING s.stream, s.xmax = 0 AS made
          )
          -- Made, though another version was expected: the stream was never there.
          SELECT array_agg(DISTINCT h.m) INTO lost FROM h
           WHERE NOT EXISTS (SELECT FROM written w WHERE w.stream = h.stream AND w.made = (h.base = 0));
          IF lost IS NOT NULL THEN
            RAISE EXCEPTION 'stale stream' USING ERRCODE = 'TS001', DETAIL = array_to_json(lost);
          END IF;
        END IF;

        IF jsonb_array_length(p -> 'obligations') > 0 THEN
          WITH o AS (
            SELECT * FROM jsonb_to_recordset(p -> 'obligations')
              AS x(m int, id uuid, case_kind text, case_id uuid, step text, owed_by uuid, municipality_id text,
                   class smallint, state text, due_at timestamptz, next_at timestamptz, level int, unattended boolean,
                   base int, seq int, body jsonb, fence bigint)
          ), written AS (
            INSERT INTO obligation AS t (prefecture, id, case_kind, case_id, step, owed_by, municipality_id, class, state,
                                         due_at, next_at, level, unattended, base, seq, body, fence)
            SELECT p_prefecture, id, case_kind, case_id, step, owed_by, municipality_id, class, state, due_at, next_at,
                   level, unattended, base, seq, body, coalesce(fence, -1)
              FROM o ORDER BY id
            ON CONFLICT (prefecture, id) DO UPDATE
              SET owed_by = excluded.owed_by, class = excluded.class, state = excluded.state, due_at = excluded.due_at,
                  next_at = excluded.next_at, level = excluded.level, unattended = excluded.unattended,
                  base = excluded.base, seq = excluded.seq, body = excluded.body, lease_until = NULL, attempts = 0
              WHERE t.seq = excluded.base AND (excluded.fence = -1 OR t.fence = excluded.fence)
            RETURNING t.id, t.xmax = 0 AS made
          )
          SELECT array_agg(DISTINCT o.m) INTO lost FROM o
           WHERE NOT EXISTS (SELECT FROM written w WHERE w.id = o.id AND w.made = (o.base = 0));
          IF lost IS NOT NULL THEN
            RAISE EXCEPTION 'stale obligation' USING ERRCODE = 'TS004', DETAIL = array_to_json(lost);
          END IF;
        END IF;

        -- Looked up one by one: an EXISTS would be planned as one hash over the whole table, which grows with the log.
        SELECT array_agg(DISTINCT f.m) INTO lost FROM jsonb_to_recordset(p -> 'events') AS f(m int, kind text, stream uuid)
         WHERE NOT coalesce(
           CASE
             WHEN (SELECT true FROM obligation o WHERE o.prefecture = p_prefecture AND o.id = f.stream LIMIT 1)
               THEN f.kind = 'obligation'
             ELSE (SELECT s.kind FROM stream_head s WHERE s.prefecture = p_prefecture AND s.stream = f.stream LIMIT 1) = f.kind
           END, false);
        IF lost IS NOT NULL THEN
          RAISE EXCEPTION 'an event of another kind than its stream' USING ERRCODE = 'TS005', DETAIL = array_to_json(lost);
        END IF;

        IF jsonb_array_length(p -> 'released') > 0 THEN
          DELETE FROM claim c USING jsonb_to_recordset(p -> 'released') AS x(claim text, stream uuid)
           WHERE c.prefecture = p_prefecture AND c.claim = x.claim AND c.stream = x.stream;
        END IF;
        IF jsonb_array_length(p -> 'claims') > 0 THEN
          WITH c AS (
            SELECT * FROM jsonb_to_recordset(p -> 'claims') AS x(m int, claim text, stream uuid)
          ), written AS (
            INSERT INTO claim (prefecture, claim, stream) SELECT p_prefecture, claim, stream FROM c ORDER BY claim
            ON CONFLICT DO NOTHING RETURNING claim, stream
          )
          SELECT array_agg(DISTINCT c.m) INTO lost FROM c
           WHERE NOT EXISTS (SELECT FROM written w WHERE w.claim = c.claim AND w.stream = c.stream);
          IF lost IS NOT NULL THEN
            RAISE EXCEPTION 'claimed already' USING ERRCODE = 'TS002', DETAIL = array_to_json(lost);
          END IF;
        END IF;

        IF jsonb_array_length(p -> 'personal') > 0 THEN
          INSERT INTO personal_record (prefecture, id, kind, about, subject, body, stored_at)
          SELECT p_prefecture, id, kind, about, subject, body, app.now()
            FROM jsonb_to_recordset(p -> 'personal') AS x(id uuid, kind text, about uuid, subject uuid, body json);
        END IF;

        IF jsonb_array_length(p -> 'messages') > 0 THEN
          INSERT INTO message (prefecture, id, key, at, to_user, template, level, about_kind, about, step, deliver_after)
          SELECT p_prefecture, id, key, at, to_user, template, level, about_kind, about, step, deliver_after
            FROM jsonb_to_recordset(p -> 'messages')
              AS x(id uuid, key text, at timestamptz, to_user uuid, template text, level int, about_kind text,
                   about uuid, step text, deliver_after timestamptz)
          ON CONFLICT (prefecture, key) DO NOTHING;
        END IF;

        INSERT INTO log_head (prefecture, position, recorded_at, hash) VALUES (p_prefecture, 0, '-infinity', '\\x00')
          ON CONFLICT DO NOTHING;
        SELECT * INTO head FROM log_head h WHERE h.prefecture = p_prefecture FOR UPDATE;
        recorded := greatest(app.now(), head.recorded_at);
        first_position := head.position + 1;
        before := head.hash;
        FOR e IN
          SELECT * FROM jsonb_to_recordset(p -> 'events')
            AS x(event_id uuid, type text, schema_version int, occurred_at timestamptz, kind text, stream uuid, seq int,
                 area jsonb, other_areas jsonb, actor jsonb, correlation_id uuid, causation_id uuid, rule_set jsonb,
                 patient_ref uuid, payload jsonb)
        LOOP
          before := app.event_hash(before, first_position + n, e.event_id, e.type, e.schema_version, e.occurred_at,
            recorded, e.kind, e.stream, e.seq, e.area, e.other_areas, e.actor, e.correlation_id, e.causation_id,
            e.rule_set, e.patient_ref, e.payload);
          hashes := hashes || before;
          n := n + 1;
        END LOOP;

        IF n > 0 THEN
          INSERT INTO event (prefecture, position, event_id, type, schema_version, occurred_at, recorded_at, kind, stream,
                             seq, area, other_areas, actor, correlation_id, causation_id, rule_set, patient_ref, payload,
                             hash)
          SELECT p_prefecture, first_position + x.ordinality - 1, event_id, type, schema_version, occurred_at, recorded,
                 kind, stream, seq, area, other_areas, actor, correlation_id, causation_id, rule_set, patient_ref,
                 payload, hashes[x.ordinality]
            FROM ROWS FROM (jsonb_to_recordset(p -> 'events')
              AS (event_id uuid, type text, schema_version int, occurred_at timestamptz, kind text, stream uuid, seq int,
                  area jsonb, other_areas jsonb, actor jsonb, correlation_id uuid, causation_id uuid, rule_set jsonb,
                  patient_ref uuid, payload jsonb)) WITH ORDINALITY AS x;
          UPDATE log_head h SET position = first_position + n - 1, recorded_at = recorded, hash = before
           WHERE h.prefecture = p_prefecture;
        END IF;

        IF jsonb_array_length(p -> 'answers') > 0 THEN
          WITH a AS (
            SELECT * FROM jsonb_to_recordset(p -> 'answers')
              AS x(m int, user_id uuid, key uuid, body_hash text, answer jsonb, through int)
          ), written AS (
            INSERT INTO command_answer (prefecture, user_id, key, body_hash, answer, position, stored_at)
            SELECT p_prefecture, user_id, key, decode(body_hash, 'hex'), answer, first_position + through - 1, recorded
              FROM a ORDER BY user_id, key
            ON CONFLICT DO NOTHING RETURNING user_id, key
          )
          SELECT array_agg(DISTINCT a.m) INTO lost FROM a
           WHERE NOT EXISTS (SELECT FROM written w WHERE w.user_id = a.user_id AND w.key = a.key);
          IF lost IS NOT NULL THEN
            RAISE EXCEPTION 'answered already' USING ERRCODE = 'TS003', DETAIL = array_to_json(lost);
          END IF;
        END IF;
      END $$;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
