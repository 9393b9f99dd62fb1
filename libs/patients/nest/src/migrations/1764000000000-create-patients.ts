import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** Clinical facts as they stand, one row per patient of a hospital, and every version as it came. */
export class CreatePatients1764000000000 implements MigrationInterface {
  name = 'CreatePatients1764000000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE SCHEMA patients`);
    await run.query(`
      CREATE TABLE patients.clinical_facts (
        hospital text NOT NULL,
        patient text NOT NULL,
        version integer NOT NULL,
        recorded_at timestamptz NOT NULL,
        facts jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (hospital, patient)
      )`);
    await run.query(`
      CREATE TABLE patients.facts_version (
        hospital text NOT NULL,
        patient text NOT NULL,
        version integer NOT NULL,
        recorded_at timestamptz NOT NULL,
        event_source text NOT NULL,
        event_id text NOT NULL,
        content_hash bytea NOT NULL,
        headers jsonb NOT NULL,
        body bytea NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (hospital, patient, version)
      )`);
    await run.query(`GRANT USAGE ON SCHEMA patients TO consilium_app`);
    await protectByHospital(run, 'patients.clinical_facts');
    await protectByHospital(run, 'patients.facts_version', 'SELECT, INSERT');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP SCHEMA patients CASCADE`);
  }
}
