import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** What ties people to single patients, and what the policies of patients' tables read of it. */
export class CreateCare1764310000000 implements MigrationInterface {
  name = 'CreateCare1764310000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE access.care (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        hospital text NOT NULL,
        patient text NOT NULL,
        holder text NOT NULL CHECK (holder = 'board' OR holder LIKE 'person:_%'),
        kind text NOT NULL CHECK (kind IN ('treating', 'granted', 'agenda', 'attendance', 'emergency')),
        origin text NOT NULL,
        reason text,
        begun_by text NOT NULL,
        begun_at timestamptz NOT NULL DEFAULT now(),
        until timestamptz,
        ended_by text,
        ended_at timestamptz,
        end_reason text,
        justified boolean,
        reviewed_by text,
        reviewed_at timestamptz,
        review_note text,
        CHECK (kind <> 'emergency' OR (until IS NOT NULL AND btrim(reason) <> '')),
        CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
        CHECK (kind = 'emergency' OR justified IS NULL),
        CHECK ((justified IS NULL) = (reviewed_by IS NULL) AND (justified IS NULL) = (reviewed_at IS NULL)),
        CHECK (reviewed_by <> begun_by)
      )`);
    await run.query(
      `COMMENT ON COLUMN access.care.origin IS 'What it comes from: a meeting, or who says so; one of each stands'`,
    );
    await run.query(`
      CREATE UNIQUE INDEX care_standing ON access.care (hospital, patient, holder, kind, origin)
        WHERE ended_at IS NULL AND kind <> 'emergency'`);
    await run.query(
      `CREATE INDEX care_of_holder ON access.care (holder, hospital, patient) WHERE ended_at IS NULL`,
    );
    await run.query(`CREATE INDEX care_of_patient ON access.care (hospital, patient)`);
    await run.query(
      `CREATE INDEX care_emergency ON access.care (hospital, begun_at DESC) WHERE kind = 'emergency'`,
    );
    await protectByHospital(run, 'access.care', 'SELECT, INSERT');
    // Who holds what, since when and why, stays as it was said.
    await run.query(`GRANT UPDATE (until, reason, ended_by, ended_at, end_reason, justified, reviewed_by, reviewed_at,
      review_note) ON access.care TO consilium_app`);
    await run.query(`
      CREATE VIEW access.care_at_hand WITH (security_invoker = true) AS
        SELECT hospital, patient FROM access.care
        WHERE holder = ANY (string_to_array(current_setting('consilium.holders', true), chr(31)))
          AND ended_at IS NULL AND (until IS NULL OR until > now())`);
    await run.query(`GRANT SELECT ON access.care_at_hand TO consilium_app`);
    // Who is bound to no patients in particular sees all those of the hospitals.
    await run.query(`
      CREATE FUNCTION access.is_unbound() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT coalesce(current_setting('consilium.holders', true), '') = ''
      $$`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP FUNCTION access.is_unbound()`);
    await run.query(`DROP VIEW access.care_at_hand`);
    await run.query(`DROP TABLE access.care`);
  }
}
