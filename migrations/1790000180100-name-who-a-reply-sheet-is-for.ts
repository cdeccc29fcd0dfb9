import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NameWhoAReplySheetIsFor1790000180100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- The care manager whose answer the sheet is. Of those made before this nobody knows it: they are good no longer.
      ALTER TABLE reply_sheet ADD COLUMN receiver uuid;`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
