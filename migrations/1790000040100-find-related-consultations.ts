import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindRelatedConsultations1790000040100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- What points to a case: most consultations point to nothing, and cost nothing here.
      CREATE INDEX stream_head_consultation_links ON stream_head USING gin ((state -> 'links') jsonb_path_ops)
        WHERE kind = 'consultation' AND state -> 'links' <> '[]'::jsonb;
      -- A desk's calls by when they came: likely duplicates (重複) are looked for among the last days.
      CREATE INDEX stream_head_consultation_received
        ON stream_head (prefecture, (state ->> 'desk'), (state ->> 'receivedAt')) WHERE kind = 'consultation';`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
