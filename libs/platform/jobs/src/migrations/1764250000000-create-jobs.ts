import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** What is to be done later, so that nothing is lost with a process or with a queue in memory. */
export class CreateJobs1764250000000 implements MigrationInterface {
  name = 'CreateJobs1764250000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE SCHEMA jobs`);
    await run.query(`
      CREATE TABLE jobs.job (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        queue text NOT NULL,
        key text NOT NULL,
        hospital text NOT NULL,
        payload jsonb NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL,
        fault text,
        ended_at timestamptz,
        UNIQUE (queue, key)
      )`);
    await run.query(`CREATE INDEX job_due ON jobs.job (due_at, id) WHERE state = 'waiting'`);
    await run.query(`CREATE INDEX job_ended ON jobs.job (state, ended_at) WHERE state <> 'waiting'`);
    await run.query(`GRANT USAGE ON SCHEMA jobs TO consilium_app`);
    await protectByHospital(run, 'jobs.job', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP SCHEMA jobs CASCADE`);
  }
}
