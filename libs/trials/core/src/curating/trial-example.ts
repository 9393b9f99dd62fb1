import type { PatientRecord } from '../evaluation/patient-record.js';
import type { Verdict } from '../matching/match-patient.js';

/** What a curator wants of one cohort (or an arm without cohorts) for an example patient. */
export interface ExpectedVerdict {
  readonly arm: string;
  readonly cohort?: string;
  readonly verdict: Verdict;
}

/** An invented patient, and where the trial has to put them. */
export interface TrialExample {
  /** Unique within the draft. */
  readonly name: string;
  readonly record: PatientRecord;
  /** ISO date. */
  readonly on: string;
  /** At least one. */
  readonly expected: readonly ExpectedVerdict[];
}
