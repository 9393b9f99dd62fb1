import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Trials while curators work at them. The whole installation's, and without any patient: no hospital, no row security. */
export class CreateTrialDrafts1764100002000 implements MigrationInterface {
  name = 'CreateTrialDrafts1764100002000';

  async up(run: QueryRunner): Promise<void> {
    // json, not jsonb: what a person wrote keeps its order, and any character that JSON can say.
    await run.query(`
      CREATE TABLE trials.draft (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'in-review', 'approved', 'rejected', 'published')),
        document text NOT NULL,
        trial text,
        title text,
        problems integer NOT NULL,
        unstructured integer NOT NULL,
        authors text[] NOT NULL,
        examples json NOT NULL DEFAULT '[]',
        proposals json NOT NULL DEFAULT '[]',
        imported json,
        submitted json,
        review json,
        published_in text REFERENCES trials.release,
        changed_at timestamptz NOT NULL
      )`);
    await run.query(
      `COMMENT ON TABLE trials.draft IS 'No patient data: examples are invented patients, and are refused where they name one'`,
    );
    await run.query(
      `COMMENT ON COLUMN trials.draft.trial IS 'Id that the document gives, where it can be read'`,
    );
    await run.query(`COMMENT ON COLUMN trials.draft.imported IS 'The trial as it was last read from a file'`);
    await run.query(`CREATE UNIQUE INDEX draft_trial ON trials.draft (trial) WHERE trial IS NOT NULL`);
    await run.query(`CREATE INDEX draft_state ON trials.draft (state, changed_at)`);
    // A draft is never removed, so that nothing a person wrote is lost.
    await run.query(`GRANT SELECT, INSERT ON trials.draft TO consilium_app`);
    await run.query(`
      GRANT UPDATE (version, state, document, trial, title, problems, unstructured, authors, examples, proposals,
        imported, submitted, review, published_in, changed_at) ON trials.draft TO consilium_app`);
    await run.query(`
      CREATE TABLE trials.draft_version (
        draft uuid NOT NULL REFERENCES trials.draft,
        version integer NOT NULL,
        cause text NOT NULL CHECK (cause IN ('saved', 'imported', 'examples', 'proposal')),
        document text NOT NULL,
        examples json NOT NULL,
        by text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (draft, version)
      )`);
    await run.query(`GRANT SELECT, INSERT ON trials.draft_version TO consilium_app`);
    await run.query(`
      CREATE TABLE trials.release_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        change text NOT NULL CHECK (change IN ('published', 'withdrawn', 'activated', 'deactivated')),
        source text,
        content_hash text REFERENCES trials.release,
        drafts uuid[] NOT NULL DEFAULT '{}',
        reason text,
        by text NOT NULL,
        at timestamptz NOT NULL
      )`);
    await run.query(
      `COMMENT ON TABLE trials.release_change IS 'Who put which trials into use and out of it'`,
    );
    await run.query(`GRANT SELECT, INSERT ON trials.release_change TO consilium_app`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP TABLE trials.release_change, trials.draft_version, trials.draft`);
  }
}
