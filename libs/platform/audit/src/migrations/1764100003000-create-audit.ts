import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** What the working role may say of an entry: when and as which number it was written is not for it to say. */
const written = `actor, role, hospital, subject, subject_salt, subject_digest, action, operation, target, reason,
  correlation`;

/** Who read and changed what, sealed in a chain of hashes. Nothing in it is ever changed or taken out by the service. */
export class CreateAudit1764100003000 implements MigrationInterface {
  name = 'CreateAudit1764100003000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE SCHEMA audit`);
    await run.query(`
      CREATE TABLE audit.entry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor text NOT NULL,
        role text NOT NULL,
        hospital text NOT NULL,
        subject text,
        subject_salt bytea,
        subject_digest bytea,
        action text NOT NULL CHECK (action IN ('read', 'change', 'break-glass', 'export')),
        operation text NOT NULL,
        target jsonb NOT NULL,
        reason text,
        correlation text,
        CHECK (CASE WHEN subject IS NULL THEN subject_salt IS NULL
          ELSE subject_salt IS NOT NULL AND subject_digest IS NOT NULL END)
      )`);
    await run.query(
      `CREATE INDEX entry_of_subject ON audit.entry (hospital, subject) WHERE subject IS NOT NULL`,
    );
    await run.query(`
      CREATE TABLE audit.seal (
        number bigint PRIMARY KEY,
        entry bigint NOT NULL UNIQUE,
        hash bytea NOT NULL CHECK (octet_length(hash) = 32)
      )`);
    // In line to be sealed. Entries commit in another order than their ids: looking for what has no seal yet would
    // miss some or read all; and it would seal anew what somebody robbed of its seal.
    await run.query(`CREATE TABLE audit.waiting (entry bigint PRIMARY KEY)`);
    await run.query(`GRANT USAGE ON SCHEMA audit TO consilium_app`);
    await protectByHospital(run, 'audit.entry', `SELECT, INSERT (${written})`);
    await run.query(`GRANT SELECT, INSERT ON audit.seal TO consilium_app`);
    await run.query(`GRANT SELECT, INSERT, DELETE ON audit.waiting TO consilium_app`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP SCHEMA audit CASCADE`);
  }
}
