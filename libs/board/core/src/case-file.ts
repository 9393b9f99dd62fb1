import type { MolecularProfile } from '@consilium/clinical';

/** The case of one patient with one diagnosis: everything the board will look at together. */
export interface CaseFile {
  readonly id: string;
  readonly hospital: string;
  readonly patient: string;
  /** OncoTree code. */
  readonly diagnosis: string;
  /** Grows with every change; a client shows it, and later commands carry it. */
  readonly revision: number;
  readonly openedAt: Date;
  readonly updatedAt: Date;
}

/** A profile as the board knows it. */
export interface CaseProfile {
  readonly caseId: string;
  readonly profile: MolecularProfile;
  /** All small variants, those that carry no meaning included. */
  readonly smallVariantCount: number;
}

/** What a profile means; it counts only while it speaks of the version that stands. */
export interface CaseResult<Interpretation> {
  readonly profileId: string;
  readonly profileVersion: number;
  readonly releaseName: string;
  readonly releaseHash: string;
  readonly evaluatedOn: string;
  readonly interpretation: Interpretation;
}
