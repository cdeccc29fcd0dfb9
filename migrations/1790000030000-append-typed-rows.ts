import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AppendTypedRows1790000030000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- JSON that SQL asks nothing of is kept as it was written: parsing each into jsonb cost a third of the append.
      -- What stood there prints as it did, so that the hashes of before hold.
      ALTER TABLE event
        ALTER COLUMN area TYPE json, ALTER COLUMN other_areas TYPE json, ALTER COLUMN actor TYPE json,
        ALTER COLUMN rule_set TYPE json, ALTER COLUMN payload TYPE json,
        -- 1: hashed by the database over jsonb, beside every fact what it made somebody owe. 2: hashed over a digest of the
        -- texts as they were written, and what follows from a fact is not written.
        ADD COLUMN form smallint NOT NULL DEFAULT 1;
      ALTER TABLE event ALTER COLUMN form DROP DEFAULT;
      ALTER TABLE command_answer ALTER COLUMN answer TYPE json;
      -- Where anything last changed that commands look up and keep: each command reads it with its ground.
      ALTER TABLE log_head ADD COLUMN reference bigint NOT NULL DEFAULT 0;

      -- By case: as the only way to a case's obligations it cannot be passed over for a reading of all of them, which a
      -- plan made while the table was small did for as long as it lived.
      ALTER TABLE obligation ALTER COLUMN body TYPE json;
      ALTER TABLE obligation DROP CONSTRAINT obligation_pkey;
      ALTER TABLE obligation ADD PRIMARY KEY (prefecture, case_id, id);
      DROP INDEX obligation_of_case;

      DROP FUNCTION app.append(text, jsonb);
      DROP FUNCTION app.event_hash;

      -- Appends what up to 64 commands of one prefecture decided, whole or not at all. Rows arrive typed, in arrays of
      -- which "m" is the member of the batch that a row belongs to. A member that lost a race makes the whole call fail
      -- with its number in DETAIL, and the caller sends the others again: races are rare, so that who lost is looked for
      -- only where the count of what was written is not the count of what was sent.
      -- Locks in one order: stream heads, obligations, claims, keys, and last the prefecture's head.
      CREATE FUNCTION app.append(
        p_prefecture text, p_reference boolean,
        h_m int[], h_stream uuid[], h_kind text[], h_base int[], h_version int[], h_state_version int[], h_status text[],
        h_relations text[], h_state text[],
        o_m int[], o_id uuid[], o_case_kind text[], o_case_id uuid[], o_step text[], o_owed_by uuid[],
        o_municipality_id text[], o_class smallint[], o_state text[], o_due_at timestamptz[], o_next_at timestamptz[],
        o_level int[], o_unattended boolean[], o_base int[], o_seq int[], o_body text[], o_fence bigint[],
        e_m int[], e_event_id uuid[], e_type text[], e_schema_version int[], e_occurred_at timestamptz[], e_kind text[],
        e_stream uuid[], e_seq int[], e_area text[], e_other_areas text[], e_actor text[], e_correlation_id uuid[],
        e_causation_id uuid[], e_rule_set text[], e_patient_ref uuid[], e_payload text[], e_digest bytea[],
        s_id uuid[], s_key text[], s_at timestamptz[], s_to_user uuid[], s_template text[], s_level int[],
        s_about_kind text[], s_about uuid[], s_step text[], s_deliver_after timestamptz[],
        p_id uuid[], p_kind text[], p_about uuid[], p_subject uuid[], p_body text[],
        c_m int[], c_claim text[], c_stream uuid[], r_claim text[], r_stream uuid[],
        a_m int[], a_user_id uuid[], a_key uuid[], a_body_hash text[], a_answer text[], a_through int[],
        OUT first_position bigint, OUT recorded timestamptz)
      LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
      DECLARE
        lost   int[];
        done   uuid[];
        answered text[];
        head   log_head;
        before bytea;
        hashes bytea[] := '{}';
        n      int := cardinality(e_event_id);
        micros bytea;
      BEGIN
        IF cardinality(h_stream) > 0 THEN
          WITH written AS (
            INSERT INTO stream_head AS s (prefecture, stream, kind, base, version, state_version, status, relations, state)
            SELECT p_prefecture, h.stream, h.kind, h.base, h.version, h.state_version, h.status, h.relations::jsonb, h.state::jsonb
              FROM unnest(h_stream, h_kind, h_base, h_version, h_state_version, h_status, h_relations, h_state)
                   AS h(stream, kind, base, version, state_version, status, relations, state) ORDER BY h.stream
            ON CONFLICT (prefecture, stream) DO UPDATE
              SET base = excluded.base, version = excluded.version, state_version = excluded.state_version,
                  status = excluded.status, relations = excluded.relations, state = excluded.state
              WHERE s.version = excluded.base AND s.kind = excluded.kind
            RETURNING s.stream, s.xmax = 0 AS made, s.base
          )
          -- Made, though another version was expected: the stream was never there.
          SELECT array_agg(stream) INTO done FROM written WHERE made = (base = 0);
          IF cardinality(done) IS DISTINCT FROM cardinality(h_stream) THEN
            SELECT array_agg(DISTINCT m) INTO lost FROM unnest(h_m, h_stream) AS h(m, stream)
             WHERE done IS NULL OR stream <> ALL (done);
            RAISE EXCEPTION 'stale stream' USING ERRCODE = 'TS001', DETAIL = array_to_json(lost);
          END IF;
        END IF;

        IF cardinality(o_id) > 0 THEN
          WITH written AS (
            INSERT INTO obligation AS t (prefecture, id, case_kind, case_id, step, owed_by, municipality_id, class, state,
                                         due_at, next_at, level, unattended, base, seq, body, fence)
            SELECT p_prefecture, o.id, o.case_kind, o.case_id, o.step, o.owed_by, o.municipality_id, o.class, o.state,
                   o.due_at, o.next_at, o.level, o.unattended, o.base, o.seq, o.body::json, coalesce(o.fence, -1)
              FROM unnest(o_id, o_case_kind, o_case_id, o_step, o_owed_by, o_municipality_id, o_class, o_state, o_due_at,
                          o_next_at, o_level, o_unattended, o_base, o_seq, o_body, o_fence)
                   AS o(id, case_kind, case_id, step, owed_by, municipality_id, class, state, due_at, next_at, level,
                        unattended, base, seq, body, fence) ORDER BY o.case_id, o.id
            ON CONFLICT (prefecture, case_id, id) DO UPDATE
              SET owed_by = excluded.owed_by, class = excluded.class, state = excluded.state, due_at = excluded.due_at,
                  next_at = excluded.next_at, level = excluded.level, unattended = excluded.unattended,
                  base = excluded.base, seq = excluded.seq, body = excluded.body, lease_until = NULL, attempts = 0
              WHERE t.seq = excluded.base AND (excluded.fence = -1 OR t.fence = excluded.fence)
            RETURNING t.id, t.xmax = 0 AS made, t.base
          )
          SELECT array_agg(id) INTO done FROM written WHERE made = (base = 0);
          IF cardinality(done) IS DISTINCT FROM cardinality(o_id) THEN
            SELECT array_agg(DISTINCT m) INTO lost FROM unnest(o_m, o_id) AS o(m, id) WHERE done IS NULL OR id <> ALL (done);
            RAISE EXCEPTION 'stale obligation' USING ERRCODE = 'TS004', DETAIL = array_to_json(lost);
          END IF;
        END IF;

        -- A fact comes with the row of its stream, which is of one kind for ever.
        SELECT array_agg(DISTINCT e.m) INTO lost FROM unnest(e_m, e_kind, e_stream) AS e(m, kind, stream)
         WHERE NOT EXISTS (SELECT FROM (SELECT * FROM unnest(h_stream, h_kind) UNION ALL
                                        SELECT id, 'obligation' FROM unnest(o_id) AS id) AS s(stream, kind)
                            WHERE s.stream = e.stream AND s.kind = e.kind);
        IF lost IS NOT NULL THEN
          RAISE EXCEPTION 'an event of another kind than its stream' USING ERRCODE = 'TS005', DETAIL = array_to_json(lost);
        END IF;

        IF cardinality(r_claim) > 0 THEN
          DELETE FROM claim c USING unnest(r_claim, r_stream) AS r(claim, stream)
           WHERE c.prefecture = p_prefecture AND c.claim = r.claim AND c.stream = r.stream;
        END IF;
        IF cardinality(c_claim) > 0 THEN
          WITH written AS (
            INSERT INTO claim (prefecture, claim, stream)
            SELECT p_prefecture, c.claim, c.stream FROM unnest(c_claim, c_stream) AS c(claim, stream) ORDER BY c.claim
            ON CONFLICT DO NOTHING RETURNING claim, stream
          )
          SELECT array_agg(DISTINCT c.m) INTO lost FROM unnest(c_m, c_claim, c_stream) AS c(m, claim, stream)
           WHERE NOT EXISTS (SELECT FROM written w WHERE w.claim = c.claim AND w.stream = c.stream);
          IF lost IS NOT NULL THEN
            RAISE EXCEPTION 'claimed already' USING ERRCODE = 'TS002', DETAIL = array_to_json(lost);
          END IF;
        END IF;

        IF cardinality(p_id) > 0 THEN
          INSERT INTO personal_record (prefecture, id, kind, about, subject, body, stored_at)
          SELECT p_prefecture, r.id, r.kind, r.about, r.subject, r.body::json, app.now()
            FROM unnest(p_id, p_kind, p_about, p_subject, p_body) AS r(id, kind, about, subject, body);
        END IF;

        IF cardinality(s_id) > 0 THEN
          INSERT INTO message (prefecture, id, key, at, to_user, template, level, about_kind, about, step, deliver_after)
          SELECT p_prefecture, s.*
            FROM unnest(s_id, s_key, s_at, s_to_user, s_template, s_level, s_about_kind, s_about, s_step, s_deliver_after) AS s
          ON CONFLICT (prefecture, key) DO NOTHING;
        END IF;

        SELECT * INTO head FROM log_head h WHERE h.prefecture = p_prefecture FOR UPDATE;
        IF NOT FOUND THEN
          INSERT INTO log_head (prefecture, position, recorded_at, hash) VALUES (p_prefecture, 0, '-infinity', '\\x00')
            ON CONFLICT DO NOTHING;
          SELECT * INTO head FROM log_head h WHERE h.prefecture = p_prefecture FOR UPDATE;
        END IF;
        recorded := greatest(app.now(), head.recorded_at);
        first_position := head.position + 1;

        IF n > 0 THEN
          before := head.hash;
          micros := int8send((extract(epoch FROM recorded) * 1000000)::bigint);
          FOR i IN 1 .. n LOOP
            before := sha256(before || e_digest[i] || int8send(head.position + i) || micros);
            hashes[i] := before;
          END LOOP;
          INSERT INTO event (prefecture, position, event_id, type, schema_version, occurred_at, recorded_at, kind, stream,
                             seq, area, other_areas, actor, correlation_id, causation_id, rule_set, patient_ref, payload,
                             hash, form)
          SELECT p_prefecture, head.position + e.n, e.event_id, e.type, e.schema_version, e.occurred_at, recorded, e.kind,
                 e.stream, e.seq, e.area::json, e.other_areas::json, e.actor::json, e.correlation_id, e.causation_id,
                 e.rule_set::json, e.patient_ref, e.payload::json, e.hash, 2
            FROM unnest(e_event_id, e_type, e_schema_version, e_occurred_at, e_kind, e_stream, e_seq, e_area, e_other_areas,
                        e_actor, e_correlation_id, e_causation_id, e_rule_set, e_patient_ref, e_payload, hashes)
                 WITH ORDINALITY
                 AS e(event_id, type, schema_version, occurred_at, kind, stream, seq, area, other_areas, actor,
                      correlation_id, causation_id, rule_set, patient_ref, payload, hash, n);
          UPDATE log_head h SET position = head.position + n, recorded_at = recorded, hash = before,
                 reference = CASE WHEN p_reference THEN head.position + n ELSE h.reference END
           WHERE h.prefecture = p_prefecture;
        END IF;

        IF cardinality(a_key) > 0 THEN
          WITH written AS (
            INSERT INTO command_answer (prefecture, user_id, key, body_hash, answer, position, stored_at)
            SELECT p_prefecture, a.user_id, a.key, decode(a.body_hash, 'hex'), a.answer::json,
                   first_position + a.through - 1, recorded
              FROM unnest(a_user_id, a_key, a_body_hash, a_answer, a_through) AS a(user_id, key, body_hash, answer, through)
             ORDER BY a.user_id, a.key
            ON CONFLICT DO NOTHING RETURNING user_id, key
          )
          SELECT array_agg(user_id::text || key) INTO answered FROM written;
          IF cardinality(answered) IS DISTINCT FROM cardinality(a_key) THEN
            SELECT array_agg(DISTINCT m) INTO lost FROM unnest(a_m, a_user_id, a_key) AS a(m, user_id, key)
             WHERE answered IS NULL OR user_id::text || key <> ALL (answered);
            RAISE EXCEPTION 'answered already' USING ERRCODE = 'TS003', DETAIL = array_to_json(lost);
          END IF;
        END IF;
      END $$;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
