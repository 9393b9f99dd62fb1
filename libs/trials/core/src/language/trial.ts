import type { Criterion } from './criterion.js';

/** `draft`: a protocol not yet registered; `unknown`: the registry does not say, or has not been told for long. */
export const trialStatuses = [
  'draft',
  'not-yet-open',
  'open',
  'enrolling-by-invitation',
  'suspended',
  'closed',
  'completed',
  'terminated',
  'withdrawn',
  'unknown',
] as const;
export type TrialStatus = (typeof trialStatuses)[number];

export const trialPhases = ['0', '1', '1/2', '2', '2/3', '3', '4', 'not-applicable'] as const;
export type TrialPhase = (typeof trialPhases)[number];

/** One trial, its arms and cohorts, and who may take part. A person fits one cohort of one arm. */
export interface Trial {
  /** Registry number (`NCT02465060`), or the product's own where there is none. */
  readonly id: string;
  readonly title: string;
  readonly acronym?: string;
  readonly phase?: TrialPhase;
  readonly sponsor?: string;
  readonly status: TrialStatus;
  /** ISO date as of which `status` and the openness of arms and sites hold. */
  readonly statusOn: string;
  readonly source: TrialSource;
  /** Holds for every arm. Absent where the source gives no criteria; then nobody is said to be eligible. */
  readonly eligibility?: Criterion;
  /** At least one. */
  readonly arms: readonly Arm[];
  readonly sites?: readonly Site[];
  /** Tumour types, drugs and conditions as the registry lists them, for finding and showing. */
  readonly conditions?: readonly string[];
  readonly note?: string;
}

export interface TrialSource {
  readonly kind: 'registry' | 'protocol' | 'publication' | 'local';
  /** URL-free reference: registry number and version date, PMID, protocol version. */
  readonly reference: string;
  readonly retrievedOn: string;
  /** What of the published criteria was left out or could not be expressed. */
  readonly note?: string;
}

export interface Arm {
  readonly id: string;
  readonly name: string;
  /** Absent: as the trial. */
  readonly status?: TrialStatus;
  /** Generic names in lower case. */
  readonly drugs?: readonly string[];
  readonly eligibility?: Criterion;
  readonly cohorts?: readonly Cohort[];
}

/** A part of an arm with its own criteria: a dose level, a tumour type, a biomarker. */
export interface Cohort {
  readonly id: string;
  readonly name: string;
  readonly status?: TrialStatus;
  readonly eligibility?: Criterion;
  /** Places in all, where the number is known here. */
  readonly slots?: number;
}

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly city?: string;
  /** ISO 3166-1 alpha-2, or the registry's word where it names none. */
  readonly country?: string;
  readonly status?: TrialStatus;
  /** The hospital of this installation that is the site. */
  readonly hospital?: string;
  /** Arms and cohorts this site takes part in; absent: all. */
  readonly cohorts?: readonly string[];
}

/** An immutable set of trials, identified by the SHA-256 of its canonical JSON. */
export interface TrialsRelease {
  readonly name: string;
  /** Whose set this is; one release of each source is active at a time. */
  readonly source: string;
  /** ISO date. */
  readonly publishedOn: string;
  readonly title: string;
  readonly note?: string;
  readonly trials: readonly Trial[];
}
