import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { advanceCase, gatherFacts, usualPolicy } from '@consilium/board-core';
import { canonicalJson, fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { Database } from '@consilium/platform-persistence';
import { announceChange } from '../announce-change.js';
import { BOARD_OPTIONS, type BoardOptions } from '../board.options.js';
import { countChange } from '../case.store.js';
import { findSources, holdCase, keepStep } from './case-work.store.js';
import { TakeStep } from './take-step.command.js';

@CommandHandler(TakeStep)
export class TakeStepHandler implements ICommandHandler<TakeStep> {
  constructor(
    private readonly database: Database,
    @Inject(BOARD_OPTIONS) private readonly options: BoardOptions,
  ) {}

  execute({ asker, caseId, expectedVersion, step }: TakeStep): Promise<Result<string, Problem>> {
    const now = this.options.clock.now();
    return this.database.transaction(asker, async (tx) => {
      const held = await holdCase(tx, caseId);
      if (held === undefined) return fail(noSuchCase);
      const { referral } = held.record;
      const facts = gatherFacts(
        { ...(await findSources(tx, held)), ...(referral === undefined ? {} : { referral }) },
        usualPolicy,
      );
      const snapshot = createHash('sha256').update(canonicalJson(facts)).digest('hex');
      const advanced = advanceCase(held.record, step, {
        actor: { id: asker.id, role: asker.role },
        expectedVersion,
        at: now.toISOString(),
        facts,
        snapshot,
      });
      if (!advanced.ok) return advanced;
      await keepStep(tx, held, advanced.value, facts);
      const revision = await countChange(tx, caseId, now);
      await announceChange(tx, { ...held, revision, now }, 'worked-on');
      return succeed(caseId);
    });
  }
}

const noSuchCase: Problem = {
  code: 'BOARD.NO_SUCH_CASE',
  place: '/case',
  message: 'is no case you may see.',
  remedy: 'Look at the list of cases.',
};
