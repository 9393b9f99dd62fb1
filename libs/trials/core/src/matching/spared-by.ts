import type { TumourTypeTree } from '@consilium/clinical';
import { canonicalJson } from '@consilium/kernel';
import type { Trial } from '../language/trial.js';
import { admits } from './admitted-diagnoses.js';

/** Whom a change of trials leaves as they were. */
export interface SparedBy {
  /** Trials that are new, gone or other: whoever matches one of them is not spared. */
  readonly trials: readonly string[];
  /** OncoTree codes that none of them admits now; a patient is spared whose only code is among them. */
  readonly diagnoses: readonly string[];
}

/** Everyone else's matches are the same under both lists, on any day and with any facts of the same diagnoses. */
export function sparedBy(
  before: readonly Trial[],
  after: readonly Trial[],
  tumourTypes: TumourTypeTree,
): SparedBy {
  const known = new Map(before.map((trial) => [trial.id, canonicalJson(trial)]));
  const other = after.filter((trial) => known.get(trial.id) !== canonicalJson(trial));
  const staying = new Set(after.map(({ id }) => id));
  return {
    trials: [...other.map(({ id }) => id), ...before.map(({ id }) => id).filter((id) => !staying.has(id))],
    diagnoses: tumourTypes.diagnoses.filter(
      (code) => !other.some((trial) => admits(trial, [code], tumourTypes)),
    ),
  };
}
