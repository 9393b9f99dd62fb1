import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exposeAllAgain, protectAllByCare, type BoundTables } from '@consilium/platform-access';

const bound: BoundTables = {
  'genomics.profile': 'own-patient',
  'genomics.report_version': {
    column: 'profile_id',
    references: 'genomics.profile (id)',
  },
};

/** Whoever is bound to single patients sees the rows of those; attachments are read by no person. */
export class BindGenomics1764310003000 implements MigrationInterface {
  name = 'BindGenomics1764310003000';

  async up(run: QueryRunner): Promise<void> {
    await protectAllByCare(run, bound);
  }

  async down(run: QueryRunner): Promise<void> {
    await exposeAllAgain(run, bound);
  }
}
