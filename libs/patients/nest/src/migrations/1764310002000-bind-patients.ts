import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exposeAllAgain, protectAllByCare, type BoundTables } from '@consilium/platform-access';
import { protectByHospital } from '@consilium/platform-persistence';

const bound: BoundTables = {
  'patients.care_team': 'own-patient',
  'patients.clinical_facts': 'own-patient',
  'patients.facts_version': 'own-patient',
};

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
    await protectAllByCare(run, bound);
  }

  async down(run: QueryRunner): Promise<void> {
    await exposeAllAgain(run, bound);
    await run.query(`DROP TABLE patients.care_team`);
  }
}
