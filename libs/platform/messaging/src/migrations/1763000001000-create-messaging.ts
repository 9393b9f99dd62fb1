import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox (what is to be said), inbox (what was handled) and dead letters (what could not be taken). */
export class CreateMessaging1763000001000 implements MigrationInterface {
  name = 'CreateMessaging1763000001000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE SCHEMA messaging`);
    await run.query(`
      CREATE TABLE messaging.outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        topic text NOT NULL,
        partition smallint NOT NULL,
        event_id text NOT NULL,
        source text NOT NULL,
        type text NOT NULL,
        subject text NOT NULL,
        time timestamptz NOT NULL,
        data json NOT NULL,
        published_at timestamptz
      )`);
    await run.query(
      `CREATE INDEX outbox_waiting ON messaging.outbox (partition, id) WHERE published_at IS NULL`,
    );
    await run.query(
      `CREATE INDEX outbox_published ON messaging.outbox (published_at) WHERE published_at IS NOT NULL`,
    );
    await run.query(`
      CREATE TABLE messaging.inbox (
        consumer text NOT NULL,
        source text NOT NULL,
        event_id text NOT NULL,
        content_hash bytea NOT NULL,
        handled_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (consumer, source, event_id)
      )`);
    await run.query(`
      CREATE TABLE messaging.dead_letter (
        id uuid PRIMARY KEY,
        consumer text NOT NULL,
        topic text NOT NULL,
        key text,
        event_id text,
        source text,
        -- Empty where the message does not tell: then only an administrator sees it.
        hospital text NOT NULL,
        headers jsonb NOT NULL,
        body bytea NOT NULL,
        problems jsonb NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'replayed', 'dismissed')),
        received_at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz,
        settled_by text
      )`);
    await run.query(
      `CREATE INDEX dead_letter_open ON messaging.dead_letter (received_at DESC, id) WHERE state = 'open'`,
    );
    await run.query(
      `CREATE INDEX dead_letter_event ON messaging.dead_letter (consumer, source, event_id) WHERE event_id IS NOT NULL`,
    );
    await run.query(`ALTER TABLE messaging.dead_letter ENABLE ROW LEVEL SECURITY`);
    await run.query(`ALTER TABLE messaging.dead_letter FORCE ROW LEVEL SECURITY`);
    await run.query(
      `CREATE POLICY by_hospital ON messaging.dead_letter USING (access.sees(hospital)) WITH CHECK (access.sees(hospital))`,
    );
    await run.query(`GRANT USAGE ON SCHEMA messaging TO consilium_app`);
    await run.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON messaging.outbox, messaging.inbox TO consilium_app`,
    );
    await run.query(`GRANT SELECT, INSERT, UPDATE ON messaging.dead_letter TO consilium_app`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP SCHEMA messaging CASCADE`);
  }
}
