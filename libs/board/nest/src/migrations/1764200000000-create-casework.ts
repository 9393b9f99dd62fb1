import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** What people do about a case: the journal that says it, the case as it makes it, and the facts each step rested on. */
export class CreateCasework1764200000000 implements MigrationInterface {
  name = 'CreateCasework1764200000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE board.patient_facts (
        hospital text NOT NULL,
        patient text NOT NULL,
        version integer NOT NULL,
        document jsonb NOT NULL,
        PRIMARY KEY (hospital, patient)
      )`);
    await protectByHospital(run, 'board.patient_facts');
    await run.query(`
      CREATE TABLE board.case_work (
        case_id uuid PRIMARY KEY REFERENCES board.case_file (id),
        hospital text NOT NULL,
        record jsonb NOT NULL,
        state text GENERATED ALWAYS AS (record->>'state') STORED,
        changed_at timestamptz NOT NULL
      )`);
    await run.query(`CREATE INDEX case_work_state ON board.case_work (hospital, state, changed_at)`);
    await protectByHospital(run, 'board.case_work');
    await run.query(`
      CREATE TABLE board.case_journal (
        case_id uuid NOT NULL REFERENCES board.case_file (id),
        version integer NOT NULL,
        hospital text NOT NULL,
        step jsonb NOT NULL,
        by_whom text NOT NULL,
        role text NOT NULL,
        at timestamptz NOT NULL,
        snapshot text NOT NULL,
        PRIMARY KEY (case_id, version)
      )`);
    // What was done stays as it was told.
    await protectByHospital(run, 'board.case_journal', 'SELECT, INSERT');
    await run.query(`
      CREATE TABLE board.snapshot (
        hospital text NOT NULL,
        hash text NOT NULL,
        document jsonb NOT NULL,
        PRIMARY KEY (hospital, hash)
      )`);
    await run.query(
      `COMMENT ON TABLE board.snapshot IS 'What the guard of a step saw, by the SHA-256 of its content'`,
    );
    await protectByHospital(run, 'board.snapshot', 'SELECT, INSERT');
  }

  async down(run: QueryRunner): Promise<void> {
    for (const table of ['snapshot', 'case_journal', 'case_work', 'patient_facts'])
      await run.query(`DROP TABLE board.${table}`);
  }
}
