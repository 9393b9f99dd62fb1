import { randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { Database, type Transaction } from '@consilium/platform-persistence';
import { changeDraft, expectVersion, readDraftText, type TrialDraft } from '@consilium/trials-core';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';
import { DraftChecking, noSuchDraft } from './draft-checking.js';
import { SaveDraftExamples, SaveTrialDraft } from './draft.commands.js';
import { addVersion, draftIdOfTrial, idOf, keepDraft, lockDraft, lockTrialIds } from './draft.store.js';
import { readExamples } from './read-examples.js';

type Changed = Result<TrialDraft, readonly Problem[]>;

@CommandHandler(SaveTrialDraft)
export class SaveTrialDraftHandler implements ICommandHandler<SaveTrialDraft> {
  constructor(
    private readonly database: Database,
    private readonly checking: DraftChecking,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  /** A document with problems is kept with them: only what nobody could find again is refused. */
  async execute({ asker, input }: SaveTrialDraft): Promise<Changed> {
    const text = input.document;
    if (text.includes('\0'))
      return fail([refusal('/document', 'holds a NUL character.', 'Send it as text (UTF-8).')]);
    const read = readDraftText(text);
    const document = read.ok ? read.value : undefined;
    const check = await this.checking.check(text);
    const at = this.options.clock.now().toISOString();
    return this.database.transaction(asker, async (tx): Promise<Changed> => {
      await lockTrialIds(tx);
      const stored = input.id === undefined ? undefined : await lockDraft(tx, input.id);
      if (input.id !== undefined && stored === undefined) return fail([noSuchDraft]);
      const taken = await this.otherDraft(tx, document, input.id);
      if (taken !== undefined) return fail([taken]);
      if (stored !== undefined) {
        const expected = expectVersion(stored.draft, input.expectedVersion);
        if (!expected.ok) return fail([expected.error]);
        if (stored.draft.text === text) return succeed(stored.draft);
      }
      const draft =
        stored === undefined
          ? newDraft(text, document, asker.id)
          : changeDraft(stored.draft, { text, document }, asker.id);
      const findings = { problems: check.problems.length, unstructured: check.unstructured.length };
      await keepDraft(tx, { ...stored, draft }, findings, at);
      await addVersion(tx, draft, { cause: 'saved', by: asker.id, at });
      return succeed(draft);
    });
  }

  private async otherDraft(
    tx: Transaction,
    document: unknown,
    own: string | undefined,
  ): Promise<Problem | undefined> {
    const trial = idOf(document);
    const other = trial === undefined ? undefined : await draftIdOfTrial(tx, trial);
    return other === undefined || other === own
      ? undefined
      : {
          code: 'TRIALS.DRAFT_EXISTS',
          place: '/document/id',
          message: `${String(trial)} has a draft already: ${other}.`,
          remedy: 'Save to that draft (its id and version), or give the trial another id.',
        };
  }
}

export const newDraft = (text: string, document: unknown, by: string): TrialDraft => ({
  id: randomUUID(),
  version: 1,
  state: 'draft',
  text,
  document,
  authors: [by],
  examples: [],
  proposals: [],
});

@CommandHandler(SaveDraftExamples)
export class SaveDraftExamplesHandler implements ICommandHandler<SaveDraftExamples> {
  constructor(
    private readonly database: Database,
    private readonly checking: DraftChecking,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  async execute({ asker, input }: SaveDraftExamples): Promise<Changed> {
    const examples = readExamples(input.examples);
    if (!examples.ok) return examples;
    const at = this.options.clock.now().toISOString();
    return this.database.transaction(asker, async (tx): Promise<Changed> => {
      const stored = await lockDraft(tx, input.id);
      if (stored === undefined) return fail([noSuchDraft]);
      const expected = expectVersion(stored.draft, input.expectedVersion);
      if (!expected.ok) return fail([expected.error]);
      const draft = changeDraft(stored.draft, { examples: examples.value }, asker.id);
      const check = await this.checking.check(draft.text, tx);
      const findings = { problems: check.problems.length, unstructured: check.unstructured.length };
      await keepDraft(tx, { ...stored, draft }, findings, at);
      await addVersion(tx, draft, { cause: 'examples', by: asker.id, at });
      return succeed(draft);
    });
  }
}

const refusal = (place: string, message: string, remedy: string): Problem => ({
  code: 'TRIALS.DRAFT',
  place,
  message,
  remedy,
});
