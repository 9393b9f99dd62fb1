import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** Releases of trials, what is known of each patient, and the matches that stand. */
export class CreateTrials1764100000000 implements MigrationInterface {
  name = 'CreateTrials1764100000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE SCHEMA trials`);
    await run.query(`GRANT USAGE ON SCHEMA trials TO consilium_app`);
    await run.query(`
      CREATE TABLE trials.release (
        content_hash text PRIMARY KEY,
        name text NOT NULL,
        source text NOT NULL,
        published_on date NOT NULL,
        document jsonb NOT NULL,
        stored_at timestamptz NOT NULL DEFAULT now(),
        active boolean NOT NULL DEFAULT false
      )`);
    await run.query(`CREATE UNIQUE INDEX release_active ON trials.release (source) WHERE active`);
    // What a release says never changes; only which one is active may.
    await run.query(`GRANT SELECT, INSERT, UPDATE (active) ON trials.release TO consilium_app`);
    await run.query(`
      CREATE TABLE trials.basis_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        from_basis text NOT NULL,
        to_basis text NOT NULL,
        trials text[] NOT NULL,
        spared_diagnoses text[] NOT NULL,
        at timestamptz NOT NULL
      )`);
    await run.query(`GRANT SELECT, INSERT, DELETE ON trials.basis_change TO consilium_app`);
    await run.query(`
      CREATE TABLE trials.patient (
        hospital text NOT NULL,
        patient text NOT NULL,
        facts jsonb,
        facts_version integer,
        profiles jsonb NOT NULL DEFAULT '[]',
        diagnoses text[] NOT NULL DEFAULT '{}',
        basis text,
        matched_on date,
        holds_until date,
        PRIMARY KEY (hospital, patient)
      )`);
    await run.query(`COMMENT ON COLUMN trials.patient.basis IS
      'Hash of the trials and tables the standing matches rest on; null where they are to be made anew'`);
    await run.query(`COMMENT ON COLUMN trials.patient.holds_until IS
      'Last day on which the matches are sure to be the same while no fact changes; null: for ever'`);
    await run.query(`CREATE INDEX patient_basis ON trials.patient (basis)`);
    await run.query(`CREATE INDEX patient_holds_until ON trials.patient (holds_until)`);
    await run.query(`CREATE INDEX patient_diagnoses ON trials.patient USING gin (diagnoses)`);
    await protectByHospital(run, 'trials.patient');
    await run.query(`
      CREATE TABLE trials.match (
        hospital text NOT NULL,
        patient text NOT NULL,
        trial text NOT NULL,
        arm text NOT NULL,
        cohort text NOT NULL DEFAULT '',
        verdict text NOT NULL CHECK (verdict IN ('eligible', 'possible')),
        since date NOT NULL,
        PRIMARY KEY (hospital, patient, trial, arm, cohort),
        FOREIGN KEY (hospital, patient) REFERENCES trials.patient ON DELETE CASCADE
      )`);
    await run.query(`CREATE INDEX match_trial ON trials.match (trial, hospital, verdict, patient)`);
    await protectByHospital(run, 'trials.match', 'SELECT, INSERT, UPDATE, DELETE');
    await run.query(`
      CREATE TABLE trials.sweep (
        id uuid PRIMARY KEY,
        cause text NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'stopped', 'finished')),
        total integer NOT NULL,
        done integer NOT NULL DEFAULT 0,
        changed integer NOT NULL DEFAULT 0,
        started_at timestamptz NOT NULL,
        finished_at timestamptz
      )`);
    await run.query(
      `CREATE UNIQUE INDEX sweep_unfinished ON trials.sweep ((true)) WHERE state <> 'finished'`,
    );
    await run.query(`GRANT SELECT, INSERT, UPDATE ON trials.sweep TO consilium_app`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP SCHEMA trials CASCADE`);
  }
}
