import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepDeliveries1790000160000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Whether it has been looked at who is told outside the system. Messages become visible in the order of their commits
      -- and not of their ordinals, so that no number could say how far somebody has read; a mark on each row can. What was
      -- written before this version went nowhere, and does not go out days late.
      ALTER TABLE message ADD COLUMN routed boolean NOT NULL DEFAULT true;
      ALTER TABLE message ALTER COLUMN routed SET DEFAULT false;
      CREATE INDEX message_to_route ON message (prefecture, ordinal) WHERE NOT routed;

      -- 連絡先: where a person is reached. The address itself lies in the personal-data store ("record"). Nobody is told at an
      -- address before its owner has typed in the code that was sent there.
      CREATE TABLE contact_point (
        prefecture  text        NOT NULL,
        id          uuid        NOT NULL,
        user_id     uuid        NOT NULL,
        kind        text        NOT NULL,
        main        boolean     NOT NULL DEFAULT false,
        record      uuid        NOT NULL,
        added_at    timestamptz NOT NULL,
        verified_at timestamptz,
        code_hash   bytea,
        code_until  timestamptz,
        code_tries  smallint    NOT NULL DEFAULT 0,
        -- Why the last message did not arrive, and since when: null while it does.
        trouble     text,
        trouble_at  timestamptz,
        removed_at  timestamptz,
        PRIMARY KEY (prefecture, id)
      );
      CREATE INDEX contact_point_of ON contact_point (prefecture, user_id) WHERE removed_at IS NULL;
      CREATE UNIQUE INDEX contact_point_main ON contact_point (prefecture, user_id, kind)
        WHERE main AND verified_at IS NOT NULL AND removed_at IS NULL;

      -- 通知の受け取り方: what by which channel in which hours. No row: the defaults.
      CREATE TABLE notification_preference (
        prefecture text        NOT NULL,
        user_id    uuid        NOT NULL,
        version    int         NOT NULL,
        body       json        NOT NULL,
        saved_at   timestamptz NOT NULL,
        PRIMARY KEY (prefecture, user_id)
      );

      -- 配達: one row for each message and contact. Never what is said: that follows from its class.
      CREATE TABLE delivery (
        prefecture   text        NOT NULL,
        id           uuid        NOT NULL,
        key          text        NOT NULL,
        message      uuid,
        user_id      uuid        NOT NULL,
        contact      uuid        NOT NULL,
        channel      text        NOT NULL,
        class        text        NOT NULL,
        lane         smallint    NOT NULL,
        -- Which of the person's channels it is, in the order in which they are tried.
        rank         smallint    NOT NULL,
        -- queued, sent, delivered, bounced, failed, expired, bundled
        state        text        NOT NULL DEFAULT 'queued',
        -- With which other it went out, where it did not go alone.
        bundle       uuid,
        attempts     smallint    NOT NULL DEFAULT 0,
        -- Attempts whose worker never told how they ended.
        crashes      smallint    NOT NULL DEFAULT 0,
        next_at      timestamptz NOT NULL,
        latest_at    timestamptz,
        fallback_at  timestamptz,
        last_error   text,
        queued_at    timestamptz NOT NULL,
        tried_at     timestamptz,
        done_at      timestamptz,
        fence        bigint      NOT NULL DEFAULT 0,
        lease_until  timestamptz,
        PRIMARY KEY (prefecture, id),
        UNIQUE (prefecture, key)
      ) WITH (fillfactor = 80);
      CREATE INDEX delivery_due ON delivery (prefecture, lane, next_at) WHERE state = 'queued';
      CREATE INDEX delivery_fallback ON delivery (prefecture, fallback_at) WHERE fallback_at IS NOT NULL;
      CREATE INDEX delivery_of_message ON delivery (prefecture, message);
      CREATE INDEX delivery_at_contact ON delivery (prefecture, contact, tried_at);
      CREATE INDEX delivery_in_bundle ON delivery (prefecture, bundle) WHERE bundle IS NOT NULL;

      -- VAPID: by which push services know this system. Made once, and never shown.
      CREATE TABLE push_identity (
        prefecture  text        NOT NULL,
        public_key  text        NOT NULL,
        private_key text        NOT NULL,
        made_at     timestamptz NOT NULL,
        PRIMARY KEY (prefecture)
      );

      -- 送信箱: what the simulated channels would have sent, word for word.
      CREATE TABLE outbox_item (
        prefecture text        NOT NULL,
        id         uuid        NOT NULL,
        user_id    uuid        NOT NULL,
        channel    text        NOT NULL,
        subject    text        NOT NULL,
        body       text        NOT NULL,
        sent_at    timestamptz NOT NULL,
        PRIMARY KEY (prefecture, id)
      );
      CREATE INDEX outbox_item_newest ON outbox_item (prefecture, sent_at DESC);

      -- Whether a message is still about something: a chase of what has been done meanwhile is not (G7). The key of a chase
      -- begins with its obligation; that of a notice with nothing that is owed.
      CREATE FUNCTION app.still_needed(p_prefecture text, p_message uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT p_message IS NULL OR NOT EXISTS (
          SELECT FROM message m
            JOIN obligation o ON o.prefecture = m.prefecture AND o.case_id = m.about AND o.id::text = split_part(m.key, ':', 1)
           WHERE m.prefecture = p_prefecture AND m.id = p_message AND o.state IN ('met', 'cancelled'))
      $$;
      REVOKE ALL ON FUNCTION app.still_needed(text, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.still_needed(text, uuid) TO tsunagi_writer, tsunagi_owner;

      DO $$
      DECLARE t text;
      BEGIN
        FOREACH t IN ARRAY ARRAY['contact_point', 'notification_preference', 'delivery', 'push_identity', 'outbox_item'] LOOP
          EXECUTE format('ALTER TABLE %I OWNER TO tsunagi_owner', t);
          EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
          EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
          EXECUTE format('CREATE POLICY own_prefecture ON %I TO tsunagi_reader USING (prefecture = app.prefecture())', t);
          EXECUTE format('CREATE POLICY writer ON %I TO tsunagi_writer, tsunagi_owner USING (true) WITH CHECK (true)', t);
          EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO tsunagi_writer', t);
        END LOOP;
      END $$;
      GRANT SELECT ON delivery, outbox_item TO tsunagi_reader;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
