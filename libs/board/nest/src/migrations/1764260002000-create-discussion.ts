import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** What people say about a case beside its steps, and the files they add. */
export class CreateDiscussion1764260002000 implements MigrationInterface {
  name = 'CreateDiscussion1764260002000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE board.comment (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES board.case_file (id),
        hospital text NOT NULL,
        by_whom text NOT NULL,
        by_name text NOT NULL,
        at timestamptz NOT NULL,
        text text NOT NULL,
        people text[] NOT NULL,
        roles text[] NOT NULL
      )`);
    await run.query(`CREATE INDEX comment_case ON board.comment (case_id, at)`);
    await run.query(`CREATE INDEX comment_people ON board.comment USING gin (people)`);
    await run.query(`CREATE INDEX comment_roles ON board.comment USING gin (roles)`);
    // What was said stays said.
    await protectByHospital(run, 'board.comment', 'SELECT, INSERT');
    await run.query(`
      CREATE TABLE board.file (
        hospital text NOT NULL,
        sha256 text NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (hospital, sha256)
      )`);
    await run.query(`ALTER TABLE board.file ALTER COLUMN bytes SET STORAGE EXTERNAL`);
    await protectByHospital(run, 'board.file', 'SELECT, INSERT');
    await run.query(`
      CREATE TABLE board.attachment (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES board.case_file (id),
        hospital text NOT NULL,
        sha256 text NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        by_whom text NOT NULL,
        at timestamptz NOT NULL,
        removed_by text,
        removed_because text,
        FOREIGN KEY (hospital, sha256) REFERENCES board.file (hospital, sha256)
      )`);
    await run.query(`CREATE INDEX attachment_case ON board.attachment (case_id, at)`);
    await protectByHospital(run, 'board.attachment');
  }

  async down(run: QueryRunner): Promise<void> {
    for (const table of ['attachment', 'file', 'comment']) await run.query(`DROP TABLE board.${table}`);
  }
}
