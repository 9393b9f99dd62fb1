import type { ClinicalFacts, MolecularProfile } from '@consilium/clinical';
import type { MeetingStanding } from '../case/case-step.js';
import type { Referral } from '../case/referral.js';
import type { Attendance } from '../meeting/quorum-rule.js';
import type { Recommendation, SignedVersion } from '../recommendation/recommendation.js';

/** Whose case it is, and what of. */
export interface FrozenFile {
  readonly hospital: string;
  readonly patient: string;
  /** OncoTree code, and its name at the time. */
  readonly diagnosis: string;
  readonly diagnosisName?: string;
}

/** The meeting at which the case was on the table. */
export interface FrozenMeeting {
  readonly board: string;
  readonly boardName?: string;
  /** ISO date. */
  readonly on: string;
  readonly attendance: readonly Attendance[];
}

/** What a signature takes the place of, and why. */
export interface FrozenAmendment {
  readonly previous: SignedVersion;
  /** Absent where another presentation, and no amendment, led to it. */
  readonly because?: string;
}

/** One therapy as the interpretation gave it. */
export interface SeenOption {
  readonly drugs: readonly string[];
  readonly drugClass?: string;
  readonly withoutClass?: string;
  readonly direction: 'sensitive' | 'resistant';
  readonly level: string;
  readonly tumourTypeFit: string;
  readonly facts: readonly string[];
  readonly wouldSettle: readonly string[];
  readonly withheldBecause?: string;
  readonly evidence: readonly SeenEvidence[];
  readonly explanation: readonly string[];
}

export interface SeenEvidence {
  readonly id: string;
  readonly statement: string;
  readonly level: string;
  readonly grade?: string;
  readonly setting?: string;
  readonly citations: readonly string[];
  readonly unverified: boolean;
}

export const optionGroups = ['options', 'avoid', 'possible', 'withheld'] as const;
export type OptionGroup = (typeof optionGroups)[number];

/** What a report meant under one knowledge release. */
export interface SeenResult {
  readonly profileId: string;
  readonly profileVersion: number;
  readonly releaseName: string;
  readonly releaseHash: string;
  /** ISO date. */
  readonly evaluatedOn: string;
  readonly interpretation: Readonly<Record<OptionGroup, readonly SeenOption[]>>;
}

export interface SeenTrial {
  readonly trial: string;
  readonly arm: string;
  readonly cohort?: string;
  readonly verdict: 'eligible' | 'possible';
}

/**
 * What a signature froze, as far as a letter tells of it. Members that an older signature did not freeze are absent, and
 * the letter says so instead of asking today's data.
 */
export interface LetterSource {
  readonly case: string;
  readonly file?: FrozenFile | null;
  readonly version?: number;
  readonly signer?: { readonly id: string; readonly name: string } | null;
  readonly meeting?: FrozenMeeting | null;
  readonly amendment?: FrozenAmendment | null;
  readonly proposal?: { readonly by: string; readonly findings: readonly string[] } | null;
  readonly qualityWaived?: { readonly by: string; readonly reason: string } | null;
  readonly recommendation: Recommendation | null;
  readonly referral: Referral | null;
  readonly standing: MeetingStanding | null;
  readonly clinicalFacts: ClinicalFacts | null;
  readonly profiles: readonly MolecularProfile[];
  readonly results: readonly SeenResult[];
  readonly trialMatches?: {
    readonly evaluatedOn: string;
    readonly matches: readonly SeenTrial[];
  } | null;
}
