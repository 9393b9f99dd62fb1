import { Command } from '@nestjs/cqrs';
import type { Problem, Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';
import type { KeptProposal, TrialDraft } from '@consilium/trials-core';
import type { ExampleInput } from './read-examples.js';

type Changed = Result<TrialDraft, readonly Problem[]>;

/** Keeps a document whether or not it is a trial yet. No id: a new draft. */
export class SaveTrialDraft extends Command<Changed> {
  constructor(
    readonly asker: Principal,
    readonly input: { readonly id?: string; readonly expectedVersion?: number; readonly document: string },
  ) {
    super();
  }
}

/** All examples of a draft, in place of those it had. */
export class SaveDraftExamples extends Command<Changed> {
  constructor(
    readonly asker: Principal,
    readonly input: {
      readonly id: string;
      readonly expectedVersion?: number;
      readonly examples: readonly ExampleInput[];
    },
  ) {
    super();
  }
}

export class SubmitTrialDraft extends Command<Changed> {
  constructor(
    readonly asker: Principal,
    readonly id: string,
  ) {
    super();
  }
}

export class ReviewTrialDraft extends Command<Changed> {
  constructor(
    readonly asker: Principal,
    readonly id: string,
    readonly review: {
      readonly decision: 'approved' | 'rejected';
      readonly reason?: string;
      readonly expectedVersion?: number;
    },
  ) {
    super();
  }
}

/** Asks the assistant about one criterion that is still text; what it offers is kept, and changes nothing. */
export class ProposeStructure extends Command<Result<readonly KeptProposal[], readonly Problem[]>> {
  constructor(
    readonly asker: Principal,
    readonly draft: string,
    readonly place: string,
  ) {
    super();
  }
}

/** A person puts a proposal into the document. */
export class AcceptProposal extends Command<Changed> {
  constructor(
    readonly asker: Principal,
    readonly draft: string,
    readonly proposal: string,
  ) {
    super();
  }
}
