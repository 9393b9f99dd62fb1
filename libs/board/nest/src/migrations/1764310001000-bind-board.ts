import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exposeAgain, protectByCare } from '@consilium/platform-access';

const ofCase = { column: 'case_id', references: 'board.case_file (id)' } as const;
const ofProfile = { column: 'profile_id', references: 'board.case_profile (profile_id)' } as const;

/**
 * Whoever is bound to single patients sees the rows of those. Snapshots and files lie under the hash of their content,
 * which only rows protected here name; what a meeting says of its cases is left out where it is read.
 */
export class BindBoard1764310001000 implements MigrationInterface {
  name = 'BindBoard1764310001000';

  async up(run: QueryRunner): Promise<void> {
    await protectByCare(run, 'board.case_file');
    await protectByCare(run, 'board.patient_facts');
    await protectByCare(run, 'board.patient_matches');
    await protectByCare(run, 'board.case_profile', ofCase);
    await protectByCare(run, 'board.case_work', ofCase);
    await protectByCare(run, 'board.case_journal', ofCase);
    await protectByCare(run, 'board.reminder', ofCase);
    await protectByCare(run, 'board.comment', ofCase);
    await protectByCare(run, 'board.attachment', ofCase);
    await protectByCare(run, 'board.letter', ofCase);
    await protectByCare(run, 'board.case_result', ofProfile);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const table of [
      'board.case_file',
      'board.patient_facts',
      'board.patient_matches',
      'board.case_profile',
      'board.case_work',
      'board.case_journal',
      'board.reminder',
      'board.comment',
      'board.attachment',
      'board.letter',
      'board.case_result',
    ])
      await exposeAgain(run, table);
  }
}
