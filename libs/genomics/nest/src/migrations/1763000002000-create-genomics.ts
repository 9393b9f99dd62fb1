import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** Profiles as they stand, every version as it came, and attachments in pieces of at most 1 MiB. */
export class CreateGenomics1763000002000 implements MigrationInterface {
  name = 'CreateGenomics1763000002000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE SCHEMA genomics`);
    await run.query(`
      CREATE TABLE genomics.profile (
        id uuid PRIMARY KEY,
        hospital text NOT NULL,
        patient text NOT NULL,
        version integer NOT NULL,
        status text NOT NULL,
        issued_at timestamptz NOT NULL,
        diagnosis text NOT NULL,
        -- The profile without its small variants, which may be many.
        document jsonb NOT NULL,
        small_variants jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now()
      )`);
    await run.query(`CREATE INDEX profile_patient ON genomics.profile (hospital, patient)`);
    await run.query(`
      CREATE TABLE genomics.report_version (
        profile_id uuid NOT NULL,
        version integer NOT NULL,
        hospital text NOT NULL,
        status text NOT NULL,
        issued_at timestamptz NOT NULL,
        event_source text NOT NULL,
        event_id text NOT NULL,
        content_hash bytea NOT NULL,
        headers jsonb NOT NULL,
        body bytea NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (profile_id, version)
      )`);
    await run.query(`
      CREATE TABLE genomics.attachment (
        hospital text NOT NULL,
        sha256 text NOT NULL,
        upload uuid NOT NULL UNIQUE,
        size bigint NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (hospital, sha256)
      )`);
    await run.query(`
      CREATE TABLE genomics.attachment_piece (
        upload uuid NOT NULL,
        number integer NOT NULL,
        hospital text NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (upload, number)
      )`);
    await run.query(`GRANT USAGE ON SCHEMA genomics TO consilium_app`);
    await protectByHospital(run, 'genomics.profile');
    await protectByHospital(run, 'genomics.report_version', 'SELECT, INSERT');
    await protectByHospital(run, 'genomics.attachment', 'SELECT, INSERT');
    await protectByHospital(run, 'genomics.attachment_piece', 'SELECT, INSERT, DELETE');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP SCHEMA genomics CASCADE`);
  }
}
