import { Command } from '@nestjs/cqrs';
import type { Problem, Result } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';

/** Answers with the hash of the local release that is in use then. */
type Published = Result<string, readonly Problem[]>;

/** Makes a local release of what is in use and these approved drafts, and puts it into use, in one go. */
export class PublishTrials extends Command<Published> {
  constructor(
    readonly asker: Principal,
    readonly name: string,
    readonly drafts: readonly string[],
  ) {
    super();
  }
}

/** Makes a local release without a trial, and puts it into use. */
export class WithdrawLocalTrial extends Command<Published> {
  constructor(
    readonly asker: Principal,
    readonly trial: string,
    readonly reason: string,
  ) {
    super();
  }
}

/** Puts a stored release into use, or a source out of it. False where nothing changes. */
export class ChangeTrialsInUse extends Command<boolean> {
  constructor(
    readonly asker: Principal,
    readonly change: { readonly activate: string } | { readonly deactivate: string },
  ) {
    super();
  }
}
