import type { Day } from '../calendar.js';
import type { LeafBody, LeafKind } from '../language/criterion.js';
import type { EligibilityReferences } from './eligibility-references.js';
import type { Judged } from './judged.js';
import type { PatientRecord } from './patient-record.js';

/** Answers one kind of leaf for a patient at a date. Pure: the same inputs give the same answer. */
export type Evaluate<K extends LeafKind> = (
  criterion: LeafBody<K>,
  patient: PatientRecord,
  on: Day,
  references: EligibilityReferences,
) => Judged;
