import { applyEntry } from './apply-entry.js';
import { newCase, type CaseRecord } from './case-record.js';
import type { CaseStep } from './case-step.js';
import type { Role } from './role.js';

/** A step that was taken: who, when, and on what facts. Never changed, never removed. */
export interface JournalEntry {
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly step: CaseStep;
  readonly by: string;
  readonly role: Role;
  /** ISO instant. */
  readonly at: string;
  /** Hash of the facts the step's guard saw. */
  readonly snapshot: string;
}

/** The case as its journal makes it. A gap is a fault: something was lost. */
export const rebuildCase = (id: string, journal: readonly JournalEntry[]): CaseRecord =>
  journal.reduce((record, entry) => {
    if (entry.version !== record.version + 1)
      throw new Error(`The journal of case ${id} has no entry ${String(record.version + 1)}.`);
    return applyEntry(record, entry);
  }, newCase(id));
