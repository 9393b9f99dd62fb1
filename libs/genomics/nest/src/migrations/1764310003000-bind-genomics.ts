import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exposeAgain, protectByCare } from '@consilium/platform-access';

/** Whoever is bound to single patients sees the rows of those; attachments are read by no person. */
export class BindGenomics1764310003000 implements MigrationInterface {
  name = 'BindGenomics1764310003000';

  async up(run: QueryRunner): Promise<void> {
    await protectByCare(run, 'genomics.profile');
    await protectByCare(run, 'genomics.report_version', {
      column: 'profile_id',
      references: 'genomics.profile (id)',
    });
  }

  async down(run: QueryRunner): Promise<void> {
    for (const table of ['genomics.profile', 'genomics.report_version']) await exposeAgain(run, table);
  }
}
