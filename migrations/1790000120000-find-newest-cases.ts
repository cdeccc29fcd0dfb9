import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindNewestCases1790000120000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    // Persons stand in the index beside cases: where many were registered of late, the newest rows held no case at all, and a
    // list sorted everything.
    await q.query(`
      CREATE INDEX search_case_newest_cases ON search_case (prefecture, position DESC) WHERE person IS DISTINCT FROM stream;
      CREATE INDEX search_case_open_cases ON search_case (prefecture, position DESC)
        WHERE person IS DISTINCT FROM stream AND over_at IS NULL;
      DROP INDEX search_case_open;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
