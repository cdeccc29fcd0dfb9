import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindIdentitiesByBirth1790000020000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Whether a person is there already is asked at each registration.
      CREATE INDEX personal_record_birth ON personal_record (prefecture, (body ->> 'birthDate'))
        WHERE kind = 'patient_identity';`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
