import { Injectable } from '@nestjs/common';
import type { Problem } from '@consilium/kernel';
import type { Transaction } from '@consilium/platform-persistence';
import {
  checkDraft,
  checkExamples,
  type DraftCheck,
  type ExampleOutcome,
  type TrialDraft,
} from '@consilium/trials-core';
import { Catalogue } from '../catalogue/catalogue.js';

/** Drafts against the names and tables that are in use; `within` is asked where a transaction is at hand. */
@Injectable()
export class DraftChecking {
  constructor(private readonly catalogue: Catalogue) {}

  async check(text: string, within?: Transaction): Promise<DraftCheck> {
    return checkDraft(text, await this.catalogue.references(within));
  }

  /** No outcomes where the draft is no trial. */
  async test(
    draft: TrialDraft,
    within?: Transaction,
  ): Promise<{ readonly check: DraftCheck; readonly outcomes: readonly ExampleOutcome[] }> {
    const check = await this.check(draft.text, within);
    if (check.trial === undefined) return { check, outcomes: [] };
    const { references } = await this.catalogue.basis(within);
    return { check, outcomes: checkExamples(check.trial, draft.examples, references) };
  }
}

export const noSuchDraft: Problem = {
  code: 'TRIALS.NO_SUCH_DRAFT',
  place: '/id',
  message: 'There is no draft with this id.',
  remedy: 'List the drafts: trialDrafts.',
};
