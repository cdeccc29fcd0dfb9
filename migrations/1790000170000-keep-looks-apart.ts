import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepLooksApart1790000170000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- 閲覧の記録 (G13): in which institution somebody stood at that time, from which session, what was looked at and what
      -- became of it. Rows of before say less.
      ALTER TABLE read_log
        ADD COLUMN organization uuid,
        ADD COLUMN session      text,
        ADD COLUMN outcome      text   NOT NULL DEFAULT 'read'
          CHECK (outcome IN ('read', 'searched', 'exported', 'refused', 'removed')),
        ADD COLUMN kinds        text[] NOT NULL DEFAULT '{}',
        ALTER COLUMN about DROP NOT NULL;
      -- How often somebody has looked for other people's persons of late, and what a person has seen.
      CREATE INDEX read_log_of_reader ON read_log (prefecture, user_id, at);
      CREATE INDEX read_log_about ON read_log (prefecture, about, at) WHERE about IS NOT NULL;
      CREATE INDEX read_log_at ON read_log (prefecture, at);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
