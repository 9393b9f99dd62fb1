import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** Which version of each profile was interpreted, and with which release; the result itself travels to the board. */
export class CreateInterpretation1763000004000 implements MigrationInterface {
  name = 'CreateInterpretation1763000004000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE SCHEMA interpretation`);
    await run.query(`
      CREATE TABLE interpretation.result (
        profile_id uuid PRIMARY KEY,
        profile_version integer NOT NULL,
        hospital text NOT NULL,
        patient text NOT NULL,
        release_hash text NOT NULL,
        interpreted_at timestamptz NOT NULL DEFAULT now()
      )`);
    await run.query(`GRANT USAGE ON SCHEMA interpretation TO consilium_app`);
    await protectByHospital(run, 'interpretation.result');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP SCHEMA interpretation CASCADE`);
  }
}
