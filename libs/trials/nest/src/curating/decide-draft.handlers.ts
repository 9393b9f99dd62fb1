import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fail, type Problem, type Result } from '@consilium/kernel';
import { Database } from '@consilium/platform-persistence';
import { expectVersion, reviewDraft, submitDraft, type TrialDraft } from '@consilium/trials-core';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';
import { DraftChecking, noSuchDraft } from './draft-checking.js';
import { ReviewTrialDraft, SubmitTrialDraft } from './draft.commands.js';
import { keepDecision, lockDraft } from './draft.store.js';

type Decided = Result<TrialDraft, readonly Problem[]>;

@CommandHandler(SubmitTrialDraft)
export class SubmitTrialDraftHandler implements ICommandHandler<SubmitTrialDraft> {
  constructor(
    private readonly database: Database,
    private readonly checking: DraftChecking,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  execute({ asker, id }: SubmitTrialDraft): Promise<Decided> {
    return this.database.transaction(asker, async (tx): Promise<Decided> => {
      const stored = await lockDraft(tx, id);
      if (stored === undefined) return fail([noSuchDraft]);
      const { check, outcomes } = await this.checking.test(stored.draft, tx);
      const submitted = { by: asker.id, at: this.options.clock.now().toISOString() };
      const draft = submitDraft(stored.draft, submitted, check, outcomes);
      if (draft.ok) await keepDecision(tx, draft.value);
      return draft;
    });
  }
}

@CommandHandler(ReviewTrialDraft)
export class ReviewTrialDraftHandler implements ICommandHandler<ReviewTrialDraft> {
  constructor(
    private readonly database: Database,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  execute({ asker, id, review }: ReviewTrialDraft): Promise<Decided> {
    const { expectedVersion, ...decision } = review;
    return this.database.transaction(asker, async (tx): Promise<Decided> => {
      const stored = await lockDraft(tx, id);
      if (stored === undefined) return fail([noSuchDraft]);
      const expected = expectVersion(stored.draft, expectedVersion);
      if (!expected.ok) return fail([expected.error]);
      const at = this.options.clock.now().toISOString();
      const draft = reviewDraft(stored.draft, { ...decision, by: asker.id, at });
      if (!draft.ok) return fail([draft.error]);
      await keepDecision(tx, draft.value);
      return draft;
    });
  }
}
