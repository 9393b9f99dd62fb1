/** A diagnosis as the referrer codes it. */
export interface CodedDiagnosis {
  /** OncoTree code. */
  readonly code: string;
  /** ICD-O-3 topography and morphology: `C34.1`, `8140/3`. */
  readonly topography: string;
  readonly morphology: string;
  /** Exactly one is the reason for the board. */
  readonly isMain: boolean;
}

/** What is known of standard treatment. */
export type GuidelineStatus = 'exhausted' | 'not-exhausted' | 'no-guideline' | 'unknown';

/** What the referrer asks of the board. Clinical facts (stage, lines of therapy, medication) come with their own events. */
export interface Referral {
  readonly reason: string;
  readonly question: string;
  readonly diagnoses: readonly CodedDiagnosis[];
  /** To being discussed by the board; ISO date of the answer. */
  readonly consent?: { readonly answer: 'given' | 'refused'; readonly on: string };
  readonly guidelineStatus?: GuidelineStatus;
  readonly familyHistory?: string;
  readonly tissueAvailable?: boolean;
}

export const topographyPattern = /^C\d{2}\.\d$/;
export const morphologyPattern = /^\d{4}\/[0-39]$/;
