import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** What coordinators do about matches, and places that cannot be given twice. */
export class CreateWorklist1764100001000 implements MigrationInterface {
  name = 'CreateWorklist1764100001000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE trials.worklist_line (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        hospital text NOT NULL,
        patient text NOT NULL,
        trial text NOT NULL,
        verdict text CHECK (verdict IN ('eligible', 'possible')),
        change text NOT NULL CHECK (change IN ('new', 'moved', 'cohorts', 'lost')),
        changed_at timestamptz NOT NULL,
        line jsonb NOT NULL,
        state text GENERATED ALWAYS AS (line->>'state') STORED,
        assignee text,
        UNIQUE (hospital, patient, trial)
      )`);
    await run.query(
      `COMMENT ON COLUMN trials.worklist_line.verdict IS 'Of the nearest cohort now; null: no match any more'`,
    );
    await run.query(`CREATE INDEX worklist_newest ON trials.worklist_line (changed_at DESC, id DESC)`);
    await protectByHospital(run, 'trials.worklist_line');
    await run.query(`
      CREATE TABLE trials.worklist_step (
        line uuid NOT NULL REFERENCES trials.worklist_line,
        version integer NOT NULL,
        hospital text NOT NULL,
        step jsonb NOT NULL,
        state text NOT NULL,
        by_whom text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (line, version)
      )`);
    // What was done stays as it was told.
    await protectByHospital(run, 'trials.worklist_step', 'SELECT, INSERT');
    await run.query(`
      CREATE TABLE trials.cohort_places (
        trial text NOT NULL,
        arm text NOT NULL,
        cohort text NOT NULL DEFAULT '',
        places integer NOT NULL CHECK (places >= 0),
        set_by text NOT NULL,
        set_at timestamptz NOT NULL,
        PRIMARY KEY (trial, arm, cohort)
      )`);
    await run.query(`GRANT SELECT, INSERT, UPDATE ON trials.cohort_places TO consilium_app`);
    // Without patient or hospital, so that every hospital sees how many places are left.
    await run.query(`
      CREATE TABLE trials.place (
        trial text NOT NULL,
        arm text NOT NULL,
        cohort text NOT NULL DEFAULT '',
        number integer NOT NULL CHECK (number > 0),
        reservation uuid NOT NULL UNIQUE,
        held_until date,
        PRIMARY KEY (trial, arm, cohort, number)
      )`);
    await run.query(
      `COMMENT ON COLUMN trials.place.held_until IS 'Last day it is kept free; null: taken for good'`,
    );
    await run.query(`GRANT SELECT, INSERT, UPDATE (held_until), DELETE ON trials.place TO consilium_app`);
    await run.query(`
      CREATE TABLE trials.reservation (
        id uuid PRIMARY KEY,
        hospital text NOT NULL,
        line uuid NOT NULL REFERENCES trials.worklist_line,
        trial text NOT NULL,
        arm text NOT NULL,
        cohort text NOT NULL DEFAULT '',
        number integer NOT NULL,
        state text NOT NULL CHECK (state IN ('held', 'taken', 'released')),
        held_until date NOT NULL,
        by_whom text NOT NULL,
        at timestamptz NOT NULL
      )`);
    await run.query(
      `CREATE UNIQUE INDEX reservation_of_line ON trials.reservation (line) WHERE state <> 'released'`,
    );
    await protectByHospital(run, 'trials.reservation');
  }

  async down(run: QueryRunner): Promise<void> {
    for (const table of ['reservation', 'place', 'cohort_places', 'worklist_step', 'worklist_line'])
      await run.query(`DROP TABLE trials.${table}`);
  }
}
