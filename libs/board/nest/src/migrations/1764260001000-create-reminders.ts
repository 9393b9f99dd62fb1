import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** What each hospital asks of its cases, and who is reminded of what. */
export class CreateReminders1764260001000 implements MigrationInterface {
  name = 'CreateReminders1764260001000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE TABLE board.policy (hospital text PRIMARY KEY, document jsonb NOT NULL)`);
    await protectByHospital(run, 'board.policy');
    await run.query(`
      CREATE TABLE board.reminder (
        case_id uuid NOT NULL REFERENCES board.case_file (id),
        timer text NOT NULL,
        hospital text NOT NULL,
        level text NOT NULL,
        owners text[] NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (case_id, timer)
      )`);
    await run.query(`CREATE INDEX reminder_owners ON board.reminder USING gin (owners)`);
    await protectByHospital(run, 'board.reminder', 'SELECT, INSERT, UPDATE, DELETE');
    await run.query(
      `CREATE INDEX case_journal_referred ON board.case_journal (hospital, at) WHERE step->>'kind' = 'refer'`,
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP INDEX board.case_journal_referred`);
    await run.query(`DROP TABLE board.reminder`);
    await run.query(`DROP TABLE board.policy`);
  }
}
