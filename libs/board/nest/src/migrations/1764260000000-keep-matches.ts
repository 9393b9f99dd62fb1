import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** The board's own copy of the trials its patients may take part in. */
export class KeepMatches1764260000000 implements MigrationInterface {
  name = 'KeepMatches1764260000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE board.patient_matches (
        hospital text NOT NULL,
        patient text NOT NULL,
        told_at timestamptz NOT NULL,
        document jsonb NOT NULL,
        PRIMARY KEY (hospital, patient)
      )`);
    await protectByHospital(run, 'board.patient_matches');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP TABLE board.patient_matches`);
  }
}
