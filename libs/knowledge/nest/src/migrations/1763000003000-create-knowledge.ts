import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Releases, immutable, by the hash of their content; at most one is active. */
export class CreateKnowledge1763000003000 implements MigrationInterface {
  name = 'CreateKnowledge1763000003000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE SCHEMA knowledge`);
    await run.query(`
      CREATE TABLE knowledge.release (
        content_hash text PRIMARY KEY,
        name text NOT NULL,
        published_on date NOT NULL,
        document jsonb NOT NULL,
        stored_at timestamptz NOT NULL DEFAULT now(),
        active boolean NOT NULL DEFAULT false
      )`);
    await run.query(`CREATE UNIQUE INDEX release_active ON knowledge.release (active) WHERE active`);
    await run.query(`GRANT USAGE ON SCHEMA knowledge TO consilium_app`);
    await run.query(`GRANT SELECT, INSERT ON knowledge.release TO consilium_app`);
    // What a release says never changes; only which one is active may.
    await run.query(`GRANT UPDATE (active) ON knowledge.release TO consilium_app`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP SCHEMA knowledge CASCADE`);
  }
}
