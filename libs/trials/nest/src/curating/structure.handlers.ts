import { randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fail, succeed, type Problem, type Result } from '@consilium/kernel';
import { Database } from '@consilium/platform-persistence';
import {
  applyProposal,
  changeDraft,
  judgeProposals,
  readDraftText,
  unstructuredAt,
  type KeptProposal,
  type TrialDraft,
} from '@consilium/trials-core';
import { Catalogue } from '../catalogue/catalogue.js';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';
import { AssistantClient, assistantOff } from './assistant-client.js';
import { DraftChecking, noSuchDraft } from './draft-checking.js';
import { AcceptProposal, ProposeStructure } from './draft.commands.js';
import { addVersion, findDraft, keepDraft, keepProposals, lockDraft } from './draft.store.js';

type Proposed = Result<readonly KeptProposal[], readonly Problem[]>;

@CommandHandler(ProposeStructure)
export class ProposeStructureHandler implements ICommandHandler<ProposeStructure> {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    private readonly assistant: AssistantClient,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  async execute({ asker, draft: id, place }: ProposeStructure): Promise<Proposed> {
    const { model } = this.assistant;
    if (model === undefined) return fail([assistantOff]);
    const read = await this.database.transaction(asker, (tx) => findDraft(tx, id));
    if (read === undefined) return fail([noSuchDraft]);
    const item = unstructuredAt(read.draft.document, place);
    if (!item.ok) return fail([item.error]);
    // No transaction waits for the assistant.
    const proposals = await this.assistant.propose(item.value);
    if (!proposals.ok) return fail([{ ...proposals.error, place }]);
    const offered = judgeProposals(item.value, proposals.value, await this.catalogue.references(), {
      model,
      askedBy: asker.id,
      askedAt: this.options.clock.now().toISOString(),
      idOf: () => randomUUID(),
    });
    return this.database.transaction(asker, async (tx): Promise<Proposed> => {
      const stored = await lockDraft(tx, id);
      if (stored === undefined) return fail([noSuchDraft]);
      // A new answer takes the place of one that nobody accepted.
      const kept = stored.draft.proposals.filter((one) => one.accepted !== undefined || one.place !== place);
      await keepProposals(tx, { ...stored.draft, proposals: [...kept, ...offered] });
      return succeed(offered);
    });
  }
}

@CommandHandler(AcceptProposal)
export class AcceptProposalHandler implements ICommandHandler<AcceptProposal> {
  constructor(
    private readonly database: Database,
    private readonly checking: DraftChecking,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  execute({ asker, draft: id, proposal }: AcceptProposal): Promise<Result<TrialDraft, readonly Problem[]>> {
    const at = this.options.clock.now().toISOString();
    return this.database.transaction(asker, async (tx): Promise<Result<TrialDraft, readonly Problem[]>> => {
      const stored = await lockDraft(tx, id);
      if (stored === undefined) return fail([noSuchDraft]);
      const chosen = stored.draft.proposals.find((one) => one.id === proposal);
      if (chosen === undefined) return fail([noSuchProposal]);
      const text = applyProposal(stored.draft, chosen);
      if (!text.ok) return fail([text.error]);
      const document = readDraftText(text.value);
      if (!document.ok) return document;
      const draft: TrialDraft = {
        ...changeDraft(stored.draft, { text: text.value, document: document.value }, asker.id),
        proposals: stored.draft.proposals.map((one) =>
          one.id === proposal ? { ...one, accepted: { by: asker.id, at } } : one,
        ),
      };
      const check = await this.checking.check(draft.text, tx);
      const findings = { problems: check.problems.length, unstructured: check.unstructured.length };
      await keepDraft(tx, { ...stored, draft }, findings, at);
      await addVersion(tx, draft, { cause: 'proposal', by: asker.id, at });
      return succeed(draft);
    });
  }
}

const noSuchProposal: Problem = {
  code: 'TRIALS.NO_SUCH_PROPOSAL',
  place: '/proposal',
  message: 'The draft has no proposal with this id.',
  remedy: "See the draft's `proposals`.",
};
