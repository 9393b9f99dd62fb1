import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests that a client may send again. Not by hospital: nothing in a row can be read, or found, without the key that
 * its client keeps.
 */
export class CreateIdempotency1764300000000 implements MigrationInterface {
  name = 'CreateIdempotency1764300000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE SCHEMA idempotency`);
    await run.query(`
      CREATE TABLE idempotency.request (
        id bytea PRIMARY KEY,
        fingerprint bytea NOT NULL,
        claim uuid NOT NULL,
        held_until timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        answer bytea
      )`);
    await run.query(
      `COMMENT ON TABLE idempotency.request IS 'id and fingerprint are made with the key of the client, answer is encrypted with it'`,
    );
    await run.query(`CREATE INDEX request_expired ON idempotency.request (expires_at)`);
    await run.query(`GRANT USAGE ON SCHEMA idempotency TO consilium_app`);
    await run.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency.request TO consilium_app`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP SCHEMA idempotency CASCADE`);
  }
}
