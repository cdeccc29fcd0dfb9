import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountDeclinesFromTheRequest1790000031000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    // A follower with rows of its own is played again by a rebuild, and this one asked for its signals again: one that
    // somebody had withdrawn came back. The request itself says how often it was declined, and why.
    await q.query('DROP TABLE issue_decline');
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
