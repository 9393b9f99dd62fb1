import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** Boards with their rules, and their meetings. */
export class CreateMeetings1764200001000 implements MigrationInterface {
  name = 'CreateMeetings1764200001000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE board.tumour_board (
        hospital text NOT NULL,
        id text NOT NULL,
        name text NOT NULL,
        rule jsonb NOT NULL,
        schedule jsonb,
        PRIMARY KEY (hospital, id)
      )`);
    await protectByHospital(run, 'board.tumour_board');
    await run.query(`
      CREATE TABLE board.meeting (
        id uuid PRIMARY KEY,
        hospital text NOT NULL,
        board text NOT NULL,
        on_date date NOT NULL,
        record jsonb NOT NULL,
        FOREIGN KEY (hospital, board) REFERENCES board.tumour_board (hospital, id),
        UNIQUE (hospital, board, on_date)
      )`);
    await protectByHospital(run, 'board.meeting');
    await run.query(`
      CREATE TABLE board.meeting_journal (
        meeting uuid NOT NULL REFERENCES board.meeting (id),
        version integer NOT NULL,
        hospital text NOT NULL,
        step jsonb NOT NULL,
        by_whom text NOT NULL,
        role text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (meeting, version)
      )`);
    await protectByHospital(run, 'board.meeting_journal', 'SELECT, INSERT');
    await run.query(`CREATE INDEX case_work_meeting ON board.case_work ((record->>'meeting'))`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP INDEX board.case_work_meeting`);
    for (const table of ['meeting_journal', 'meeting', 'tumour_board'])
      await run.query(`DROP TABLE board.${table}`);
  }
}
