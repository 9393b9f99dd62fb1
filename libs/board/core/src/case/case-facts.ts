import type { Issue } from './completeness.js';

/** What a step's guard looks at outside the case; its hash is kept with the step. */
export interface CaseFacts {
  readonly issues: readonly Issue[];
  readonly finalReports: number;
  /** Why the quality of the reports is not enough; empty: it is. */
  readonly qualityLacks: readonly string[];
  /** Which of the board's rules of inclusion the patient does not meet, or nobody knows of. */
  readonly outsideRule: readonly string[];
  /** Of the meeting the case is, or is to be, on. */
  readonly meeting?: { readonly id: string; readonly locked: boolean };
}
