import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exposeAgain, protectByCare } from '@consilium/platform-access';

/** Whoever is bound to single patients sees the rows of those; overrides are about variants, and nobody's. */
export class BindInterpretation1764310004000 implements MigrationInterface {
  name = 'BindInterpretation1764310004000';

  async up(run: QueryRunner): Promise<void> {
    await protectByCare(run, 'interpretation.result');
  }

  async down(run: QueryRunner): Promise<void> {
    for (const table of ['interpretation.result']) await exposeAgain(run, table);
  }
}
