import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reviewOverride, type Override } from '@consilium/interpretation-core';
import { fail, type Problem, type Result } from '@consilium/kernel';
import { Database } from '@consilium/platform-persistence';
import { INTERPRETATION_OPTIONS, type InterpretationOptions } from '../interpretation.options.js';
import { markGene } from '../result.store.js';
import { recordOverrideChange } from './record-override-change.js';
import { findOverride, keepReview } from './override.store.js';
import { ReviewOverride } from './review-override.command.js';

@CommandHandler(ReviewOverride)
export class ReviewOverrideHandler implements ICommandHandler<ReviewOverride> {
  constructor(
    private readonly database: Database,
    @Inject(INTERPRETATION_OPTIONS) private readonly options: InterpretationOptions,
  ) {}

  /** An approved override is in force at once: the hospital's profiles with the gene are interpreted anew. */
  execute({ asker, id, decision, reason }: ReviewOverride): Promise<Result<Override, Problem>> {
    return this.database.transaction(asker, async (tx) => {
      const override = await findOverride(tx, id);
      if (override === undefined) return fail(notFound);
      const reviewed = reviewOverride(override, {
        decision,
        by: asker.id,
        at: this.options.clock.now().toISOString(),
        ...(reason === undefined ? {} : { reason }),
      });
      if (!reviewed.ok) return reviewed;
      await keepReview(tx, reviewed.value);
      await recordOverrideChange(tx, asker, 'ReviewOverride', override);
      if (decision === 'approved') await markGene(tx, override.hospital, override.gene);
      return reviewed;
    });
  }
}

const notFound: Problem = {
  code: 'INTERPRETATION.NO_SUCH_OVERRIDE',
  place: '',
  message: 'There is no override with this id that you may see.',
  remedy: 'List the overrides of your hospital.',
};
