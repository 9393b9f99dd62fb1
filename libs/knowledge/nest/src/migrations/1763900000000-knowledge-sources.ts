import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several sources stand side by side: one active release of each. */
export class KnowledgeSources1763900000000 implements MigrationInterface {
  name = 'KnowledgeSources1763900000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`ALTER TABLE knowledge.release ADD COLUMN source text NOT NULL DEFAULT 'consilium'`);
    await run.query(`DROP INDEX knowledge.release_active`);
    await run.query(`CREATE UNIQUE INDEX release_active ON knowledge.release (source) WHERE active`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`UPDATE knowledge.release SET active = false WHERE source <> 'consilium'`);
    await run.query(`DROP INDEX knowledge.release_active`);
    await run.query(`CREATE UNIQUE INDEX release_active ON knowledge.release (active) WHERE active`);
    await run.query(`ALTER TABLE knowledge.release DROP COLUMN source`);
  }
}
