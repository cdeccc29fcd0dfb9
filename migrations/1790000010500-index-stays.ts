import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexStays1790000010500 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- A stay begins and ends in the order of its person's stays: each admission and discharge looks them up.
      CREATE INDEX stream_head_stay ON stream_head (prefecture, (state ->> 'patient')) WHERE kind = 'discharge_case';`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
