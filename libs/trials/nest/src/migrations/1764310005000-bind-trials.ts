import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exposeAgain, protectByCare } from '@consilium/platform-access';

const ofLine = { column: 'line', references: 'trials.worklist_line (id)' } as const;

/** Whoever is bound to single patients sees the rows of those. */
export class BindTrials1764310005000 implements MigrationInterface {
  name = 'BindTrials1764310005000';

  async up(run: QueryRunner): Promise<void> {
    await protectByCare(run, 'trials.patient');
    await protectByCare(run, 'trials.match');
    await protectByCare(run, 'trials.worklist_line');
    await protectByCare(run, 'trials.worklist_step', ofLine);
    await protectByCare(run, 'trials.reservation', ofLine);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const table of [
      'trials.patient',
      'trials.match',
      'trials.worklist_line',
      'trials.worklist_step',
      'trials.reservation',
    ])
      await exposeAgain(run, table);
  }
}
