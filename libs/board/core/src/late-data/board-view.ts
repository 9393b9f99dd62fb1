import type { GateResult } from '../recommendation/recommendation.js';

/** What the findings say of some drugs given together. */
export interface ViewedStatement {
  readonly group: 'options' | 'avoid' | 'possible' | 'withheld';
  /** Generic names; empty where a whole class is meant. */
  readonly drugs: readonly string[];
  readonly level: string;
}

export interface ViewedReport {
  readonly profileId: string;
  readonly reportId: string;
  readonly version: number;
  readonly status: string;
}

export interface ViewedMatch {
  readonly trial: string;
  readonly verdict: 'eligible' | 'possible';
}

/** What a board has before it at one moment, as far as a recommendation rests on it. */
export interface BoardView {
  readonly reports: readonly ViewedReport[];
  readonly statements: readonly ViewedStatement[];
  /** Names of the knowledge releases that say so. */
  readonly releases: readonly string[];
  /** Version of the clinical facts; absent: none known. */
  readonly factsVersion?: number;
  /** Absent where the patient was never matched to trials. */
  readonly matches?: readonly ViewedMatch[];
  /** By item. */
  readonly gates: Readonly<Record<string, GateResult>>;
}
