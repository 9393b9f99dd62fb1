import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectByHospital } from '@consilium/platform-persistence';

/** Letters of signed recommendations, in each of their forms. */
export class CreateLetters1764300000000 implements MigrationInterface {
  name = 'CreateLetters1764300000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE board.letter (
        hospital text NOT NULL,
        case_id uuid NOT NULL REFERENCES board.case_file (id),
        version integer NOT NULL,
        format text NOT NULL CHECK (format IN ('pdf-a4', 'pdf-letter', 'html', 'json')),
        sha256 text NOT NULL,
        bytes bytea NOT NULL,
        made_at timestamptz NOT NULL,
        PRIMARY KEY (case_id, version, format)
      )`);
    // A page of a PDF is compressed already.
    await run.query(`ALTER TABLE board.letter ALTER COLUMN bytes SET STORAGE EXTERNAL`);
    // What was sent stays as it was.
    await protectByHospital(run, 'board.letter', 'SELECT, INSERT');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP TABLE board.letter`);
  }
}
