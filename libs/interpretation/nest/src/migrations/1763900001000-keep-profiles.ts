import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** The profile beside its result, so that it can be interpreted anew; what curators set, with who said so. */
export class KeepProfiles1763900001000 implements MigrationInterface {
  name = 'KeepProfiles1763900001000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      ALTER TABLE interpretation.result
        ADD COLUMN document jsonb,
        ADD COLUMN revision integer NOT NULL DEFAULT 1,
        ADD COLUMN stale boolean NOT NULL DEFAULT false`);
    await run.query(`CREATE INDEX result_stale ON interpretation.result (profile_id) WHERE stale`);
    await run.query(`
      CREATE TABLE interpretation.override (
        id uuid PRIMARY KEY,
        hospital text NOT NULL,
        gene text NOT NULL,
        change text NOT NULL,
        subject jsonb NOT NULL,
        reason text NOT NULL CHECK (btrim(reason) <> ''),
        proposed_by text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decision text CHECK (decision IN ('approved', 'rejected')),
        reviewed_by text,
        reviewed_at timestamptz,
        review_reason text,
        CHECK (reviewed_by <> proposed_by),
        CHECK ((decision IS NULL) = (reviewed_by IS NULL) AND (decision IS NULL) = (reviewed_at IS NULL))
      )`);
    await run.query(`CREATE INDEX override_variant ON interpretation.override (hospital, gene, change)`);
    // What was proposed never changes; only its review is added.
    await protectByHospital(run, 'interpretation.override', 'SELECT, INSERT');
    await run.query(
      `GRANT UPDATE (decision, reviewed_by, reviewed_at, review_reason) ON interpretation.override TO consilium_app`,
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP TABLE interpretation.override`);
    await run.query(`
      ALTER TABLE interpretation.result DROP COLUMN document, DROP COLUMN revision, DROP COLUMN stale`);
  }
}
