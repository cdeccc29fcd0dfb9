import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EVENT_HASH_SQL } from '#platform';

export class CreateEventLog1790000001000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE event (
        prefecture     text        NOT NULL,
        position       bigint      NOT NULL,
        event_id       uuid        NOT NULL,
        type           text        NOT NULL,
        schema_version int         NOT NULL,
        occurred_at    timestamptz NOT NULL,
        recorded_at    timestamptz NOT NULL,
        kind           text        NOT NULL,
        stream         uuid        NOT NULL,
        seq            int         NOT NULL CHECK (seq > 0),
        area           jsonb,
        other_areas    jsonb,
        actor          jsonb       NOT NULL,
        correlation_id uuid        NOT NULL,
        causation_id   uuid,
        rule_set       jsonb,
        patient_ref    uuid,
        payload        jsonb       NOT NULL,
        hash           bytea       NOT NULL,
        PRIMARY KEY (prefecture, position),
        UNIQUE (prefecture, stream, seq)
      -- A row of 2 to 8 kB stays whole: compressing each cost a fifth of the append.
      ) WITH (toast_tuple_target = 8160);
      CREATE INDEX event_of_case ON event (prefecture, correlation_id, position);

      CREATE FUNCTION app.events_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'events are never changed or removed';
      END $$;
      CREATE TRIGGER events_are_final BEFORE UPDATE OR DELETE OR TRUNCATE ON event
        FOR EACH STATEMENT EXECUTE FUNCTION app.events_are_final();

      -- The end of each prefecture's log. Taken last in a transaction: positions are gapless and in commit order.
      CREATE TABLE log_head (
        prefecture  text        NOT NULL PRIMARY KEY,
        position    bigint      NOT NULL,
        recorded_at timestamptz NOT NULL,
        hash        bytea       NOT NULL
      );

      -- The state of each stream, folded. "base" is the version that the last write found: an upsert cannot see
      -- anything else of the row that it wanted to insert.
      CREATE TABLE stream_head (
        prefecture    text  NOT NULL,
        stream        uuid  NOT NULL,
        kind          text  NOT NULL,
        base          int   NOT NULL,
        version       int   NOT NULL,
        state_version int   NOT NULL,
        status        text  NOT NULL,
        -- Organizations that the case concerns: they see it.
        parties       jsonb NOT NULL,
        state         jsonb NOT NULL,
        PRIMARY KEY (prefecture, stream)
      ) WITH (fillfactor = 80, toast_tuple_target = 8160);
      CREATE INDEX stream_head_of_kind ON stream_head (prefecture, kind, stream);
      CREATE INDEX stream_head_organization ON stream_head (prefecture, kind, (state ->> 'organization'))
        WHERE state ? 'organization';

      -- The stored answer of an accepted command. A known key is answered before anything is decided.
      CREATE TABLE command_answer (
        prefecture text        NOT NULL,
        user_id    uuid        NOT NULL,
        key        uuid        NOT NULL,
        body_hash  bytea       NOT NULL,
        answer     jsonb       NOT NULL,
        position   bigint      NOT NULL,
        stored_at  timestamptz NOT NULL,
        PRIMARY KEY (prefecture, user_id, key)
      );

      -- What may exist once: the live case of a patient.
      CREATE TABLE claim (
        prefecture text NOT NULL,
        claim      text NOT NULL,
        stream     uuid NOT NULL,
        PRIMARY KEY (prefecture, claim)
      );

      CREATE TABLE follower (
        prefecture text   NOT NULL,
        name       text   NOT NULL,
        position   bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (prefecture, name)
      );

      CREATE FUNCTION app.event_hash(
        before bytea, "position" bigint, event_id uuid, type text, schema_version int, occurred_at timestamptz,
        recorded_at timestamptz, kind text, stream uuid, seq int, area jsonb, other_areas jsonb, actor jsonb,
        correlation_id uuid, causation_id uuid, rule_set jsonb, patient_ref uuid, payload jsonb
      ) RETURNS bytea LANGUAGE sql STABLE AS $$ SELECT ${EVENT_HASH_SQL} $$;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
