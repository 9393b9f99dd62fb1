import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exposeAllAgain, protectAllByCare, type BoundTables } from '@consilium/platform-access';

const ofCase = { column: 'case_id', references: 'board.case_file (id)' } as const;
const ofProfile = { column: 'profile_id', references: 'board.case_profile (profile_id)' } as const;

const bound: BoundTables = {
  'board.case_file': 'own-patient',
  'board.patient_facts': 'own-patient',
  'board.patient_matches': 'own-patient',
  'board.case_profile': ofCase,
  'board.case_work': ofCase,
  'board.case_journal': ofCase,
  'board.reminder': ofCase,
  'board.comment': ofCase,
  'board.attachment': ofCase,
  'board.letter': ofCase,
  'board.case_result': ofProfile,
};

/**
 * Whoever is bound to single patients sees the rows of those. Snapshots and files lie under the hash of their content,
 * which only rows protected here name; what a meeting says of its cases is left out where it is read.
 */
export class BindBoard1764310001000 implements MigrationInterface {
  name = 'BindBoard1764310001000';

  async up(run: QueryRunner): Promise<void> {
    await protectAllByCare(run, bound);
  }

  async down(run: QueryRunner): Promise<void> {
    await exposeAllAgain(run, bound);
  }
}
