import type { AuditEntry } from './audit-entry.js';

/** A seal with the entry it names; without one where the entry is gone. */
export interface SealedRow {
  readonly number: number;
  readonly entryId: string;
  readonly hash: string;
  readonly entry: AuditEntry | undefined;
}

/** An entry that no seal names. */
export interface UnsealedRow {
  readonly entryId: string;
  readonly at: string;
  readonly ageSeconds: number;
  /** It stands in line to be sealed; otherwise it should have a seal. */
  readonly waiting: boolean;
}

export type JournalRow = SealedRow | UnsealedRow;
