import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exposeAllAgain, protectAllByCare, type BoundTables } from '@consilium/platform-access';

const bound: BoundTables = {
  'interpretation.result': 'own-patient',
};

/** Whoever is bound to single patients sees the rows of those; overrides are about variants, and nobody's. */
export class BindInterpretation1764310004000 implements MigrationInterface {
  name = 'BindInterpretation1764310004000';

  async up(run: QueryRunner): Promise<void> {
    await protectAllByCare(run, bound);
  }

  async down(run: QueryRunner): Promise<void> {
    await exposeAllAgain(run, bound);
  }
}
