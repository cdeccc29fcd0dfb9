import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDischargeOutcomes1790000006000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- One row per stay: what the rates of model.md 2.4 count. No patient, only the case.
      CREATE TABLE discharge_outcome (
        prefecture        text NOT NULL,
        case_id           uuid NOT NULL,
        hospital          uuid NOT NULL,
        municipality_id   text NOT NULL,
        home_care_area_id uuid NOT NULL,
        secondary_area_id uuid NOT NULL,
        tertiary_area_id  uuid NOT NULL,
        care_level        text NOT NULL,
        admitted_on       date NOT NULL,
        discharged_on     date,
        has_care_manager  boolean NOT NULL,
        required          boolean NOT NULL,
        informed          text,
        excluded          text,
        leak_code         text,
        leak_confirmed    boolean NOT NULL DEFAULT false,
        PRIMARY KEY (prefecture, case_id)
      );
      CREATE INDEX discharge_outcome_month ON discharge_outcome (prefecture, discharged_on, municipality_id);`);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('migrations go forward only'));
  }
}
