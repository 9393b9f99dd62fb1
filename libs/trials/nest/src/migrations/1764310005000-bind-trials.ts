import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exposeAllAgain, protectAllByCare, type BoundTables } from '@consilium/platform-access';

const ofLine = { column: 'line', references: 'trials.worklist_line (id)' } as const;

const bound: BoundTables = {
  'trials.patient': 'own-patient',
  'trials.match': 'own-patient',
  'trials.worklist_line': 'own-patient',
  'trials.worklist_step': ofLine,
  'trials.reservation': ofLine,
};

/** Whoever is bound to single patients sees the rows of those. */
export class BindTrials1764310005000 implements MigrationInterface {
  name = 'BindTrials1764310005000';

  async up(run: QueryRunner): Promise<void> {
    await protectAllByCare(run, bound);
  }

  async down(run: QueryRunner): Promise<void> {
    await exposeAllAgain(run, bound);
  }
}
