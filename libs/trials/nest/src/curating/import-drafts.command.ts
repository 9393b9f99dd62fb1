import { Command } from '@nestjs/cqrs';
import type { Problem } from '@consilium/kernel';
import type { Principal } from '@consilium/platform-identity';

export interface ImportedDraft {
  readonly draft: string;
  readonly trial: string;
  readonly version: number;
  readonly outcome: 'new' | 'changed' | 'unchanged';
  /** Criteria that nobody has structured yet. */
  readonly unstructured: number;
  /** What still keeps the draft from being a trial. */
  readonly problems: readonly Problem[];
}

export interface ImportedDrafts {
  readonly drafts: readonly ImportedDraft[];
  readonly remarks: readonly string[];
  /** Trials of the file that could not be taken. */
  readonly problems: readonly Problem[];
}

/** Reads a file of trials, in whichever form, into drafts. */
export class ImportTrialDrafts extends Command<ImportedDrafts> {
  constructor(
    readonly asker: Principal,
    readonly text: string,
  ) {
    super();
  }
}
