import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateObligations1790000002000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Each row is the head of its obligation's stream and, by next_at, the alarm clock's diary.
      CREATE TABLE obligation (
        prefecture      text        NOT NULL,
        id              uuid        NOT NULL,
        case_kind       text        NOT NULL,
        case_id         uuid        NOT NULL,
        step            text        NOT NULL,
        owed_by         uuid        NOT NULL,
        municipality_id text,
        class           smallint    NOT NULL,
        state           text        NOT NULL CHECK (state IN ('open', 'promised', 'met', 'missed', 'cancelled')),
        due_at          timestamptz NOT NULL,
        next_at         timestamptz,
        level           int,
        unattended      boolean     NOT NULL,
        base            int         NOT NULL,
        seq             int         NOT NULL,
        body            jsonb       NOT NULL,
        -- Leases, fences and attempts belong to the moment: they are not rebuilt from the log.
        fence           bigint      NOT NULL DEFAULT 0,
        lease_until     timestamptz,
        attempts        int         NOT NULL DEFAULT 0,
        PRIMARY KEY (prefecture, id)
      ) WITH (fillfactor = 80, toast_tuple_target = 8160);
      CREATE INDEX obligation_due ON obligation (prefecture, class, next_at) WHERE next_at IS NOT NULL;
      CREATE INDEX obligation_of_case ON obligation (prefecture, case_id);
      CREATE INDEX obligation_live ON obligation (prefecture, owed_by, due_at) WHERE state IN ('open', 'promised');

      CREATE TABLE message (
        prefecture    text        NOT NULL,
        id            uuid        NOT NULL,
        key           text        NOT NULL,
        at            timestamptz NOT NULL,
        to_user       uuid        NOT NULL,
        template      text        NOT NULL,
        level         int,
        about_kind    text        NOT NULL,
        about         uuid        NOT NULL,
        step          text,
        deliver_after timestamptz NOT NULL,
        ordinal       bigint GENERATED ALWAYS AS IDENTITY,
        PRIMARY KEY (prefecture, id),
        UNIQUE (prefecture, key)
      );
      CREATE INDEX message_to ON message (prefecture, to_user, at DESC);
      CREATE INDEX message_about ON message (prefecture, about);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
