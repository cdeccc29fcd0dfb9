import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepSignalsAsKnown1790000060000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    // A row for each time that a signal was raised: since when it has been known, and until when it counted, so that a number
    // of then can be counted again today. The log fills them: the roll-up reads it from the start once more, and what it
    // asks of the issues a second time changes nothing.
    await q.query(`
      DELETE FROM issue_signal;
      DELETE FROM issue_standing;
      UPDATE follower SET position = 0 WHERE name = 'issues.roll-up';
      ALTER TABLE issue_signal
        DROP CONSTRAINT issue_signal_pkey,
        DROP COLUMN withdrawn,
        ADD COLUMN source       text NOT NULL,
        ADD COLUMN position     bigint NOT NULL,
        ADD COLUMN recorded_at  timestamptz NOT NULL,
        ADD COLUMN withdrawn_at timestamptz,
        ADD PRIMARY KEY (prefecture, id, position);
      DROP INDEX IF EXISTS issue_signal_key;
      CREATE INDEX issue_signal_key ON issue_signal (prefecture, key, municipality_id, occurred_at);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
