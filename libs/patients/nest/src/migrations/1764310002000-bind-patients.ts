import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exposeAgain, protectByCare } from '@consilium/platform-access';
import { protectByHospital } from '@consilium/platform-persistence';

/** Who treats a patient, as the hospital says. Whoever is bound to single patients sees the rows of those. */
export class BindPatients1764310002000 implements MigrationInterface {
  name = 'BindPatients1764310002000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE patients.care_team (
        hospital text NOT NULL,
        patient text NOT NULL,
        version integer NOT NULL,
        people text[] NOT NULL,
        PRIMARY KEY (hospital, patient)
      )`);
    await protectByHospital(run, 'patients.care_team');
    await protectByCare(run, 'patients.care_team');
    await protectByCare(run, 'patients.clinical_facts');
    await protectByCare(run, 'patients.facts_version');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP TABLE patients.care_team`);
    for (const table of ['patients.clinical_facts', 'patients.facts_version']) await exposeAgain(run, table);
  }
}
