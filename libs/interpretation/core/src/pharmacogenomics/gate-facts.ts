import type { InteractionTables, PharmacogenomicTables } from '@consilium/knowledge-core';
import type { PharmacogeneResults } from './pharmacogene-result.js';

export interface GateDraft {
  /** Generic names; a name the tables do not know is unknown, never harmless. */
  readonly drugs: readonly string[];
}

/** What is known of the patient; what is left out is not known. */
export interface GateFacts {
  readonly pharmacogenes?: PharmacogeneResults | 'not-tested';
  readonly medication?: readonly string[] | 'not-stated';
  /** Within the last three months; it upsets measured enzyme activity. */
  readonly transfusionRecently?: boolean;
  /** Measured in the blood. */
  readonly g6pdActivity?: 'normal' | 'intermediate' | 'deficient';
}

export interface GateTables {
  readonly pharmacogenomics: PharmacogenomicTables;
  readonly interactions: InteractionTables;
}
