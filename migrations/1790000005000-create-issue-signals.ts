import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIssueSignals1790000005000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- One row per signal: what the roll-up of model.md 2.6 counts. A case key is an id, never a name.
      CREATE TABLE issue_signal (
        prefecture        text NOT NULL,
        id                uuid NOT NULL,
        key               text NOT NULL,
        scene             text NOT NULL,
        issue_type        text NOT NULL,
        subject           text,
        municipality_id   text NOT NULL,
        home_care_area_id uuid NOT NULL,
        secondary_area_id uuid NOT NULL,
        tertiary_area_id  uuid NOT NULL,
        other_municipalities text[] NOT NULL DEFAULT '{}',
        case_key          text NOT NULL,
        reporter          uuid,
        severity          smallint NOT NULL,
        escalation_reason text,
        occurred_at       timestamptz NOT NULL,
        withdrawn         boolean NOT NULL DEFAULT false,
        PRIMARY KEY (prefecture, id)
      );
      CREATE INDEX issue_signal_key ON issue_signal (prefecture, key, occurred_at) WHERE NOT withdrawn;

      -- What became of each issue that the roll-up has asked for: its own memory, read with the signals.
      CREATE TABLE issue_standing (
        prefecture   text NOT NULL,
        issue_id     uuid NOT NULL,
        key          text NOT NULL,
        level        text NOT NULL,
        area_id      text NOT NULL,
        episode      int NOT NULL,
        since        timestamptz,
        closed       boolean NOT NULL DEFAULT false,
        dismissed    boolean NOT NULL DEFAULT false,
        escalated_at timestamptz,
        asleep       boolean NOT NULL DEFAULT false,
        PRIMARY KEY (prefecture, issue_id)
      );
      CREATE INDEX issue_standing_key ON issue_standing (prefecture, key);

      -- Refusals of a backup request for want of a capability; two of one request are a signal.
      CREATE TABLE issue_decline (
        prefecture text NOT NULL,
        request_id uuid NOT NULL,
        event_id   uuid NOT NULL,
        PRIMARY KEY (prefecture, request_id, event_id)
      );`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
