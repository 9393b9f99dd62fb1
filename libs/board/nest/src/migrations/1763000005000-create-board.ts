import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** Cases, with what the board knows of each: its profiles as they stand, and what they mean. */
export class CreateBoard1763000005000 implements MigrationInterface {
  name = 'CreateBoard1763000005000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE SCHEMA board`);
    await run.query(`
      CREATE TABLE board.case_file (
        id uuid PRIMARY KEY,
        hospital text NOT NULL,
        patient text NOT NULL,
        diagnosis text NOT NULL,
        revision integer NOT NULL,
        opened_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        UNIQUE (hospital, patient, diagnosis)
      )`);
    await run.query(`CREATE INDEX case_file_latest ON board.case_file (hospital, updated_at DESC, id DESC)`);
    await run.query(`
      CREATE TABLE board.case_profile (
        profile_id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES board.case_file (id),
        hospital text NOT NULL,
        version integer NOT NULL,
        status text NOT NULL,
        small_variant_count integer NOT NULL,
        document jsonb NOT NULL
      )`);
    await run.query(`CREATE INDEX case_profile_case ON board.case_profile (case_id)`);
    await run.query(`
      CREATE TABLE board.case_result (
        profile_id uuid PRIMARY KEY,
        hospital text NOT NULL,
        profile_version integer NOT NULL,
        release_name text NOT NULL,
        release_hash text NOT NULL,
        evaluated_on date NOT NULL,
        document jsonb NOT NULL
      )`);
    await run.query(`GRANT USAGE ON SCHEMA board TO consilium_app`);
    await protectByHospital(run, 'board.case_file');
    await protectByHospital(run, 'board.case_profile');
    await protectByHospital(run, 'board.case_result');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP SCHEMA board CASCADE`);
  }
}
