import type { InteractionTables, PharmacogenomicTables } from '@consilium/knowledge-core';
import type { PharmacogeneResults } from './pharmacogene-result.js';
import type { Sex } from './read-reported-diplotype.js';

export interface GateDraft {
  /** Generic names. */
  readonly drugs: readonly string[];
}

/** What is known of the patient; what is left out is not known. */
export interface GateFacts {
  readonly pharmacogenes?: PharmacogeneResults | 'not-tested';
  readonly medication?: readonly string[] | 'not-stated';
  readonly sex?: Sex;
  /** Within the last three months; it upsets measured enzyme activity. */
  readonly transfusionRecently?: boolean;
  /** Measured in the blood. */
  readonly g6pdActivity?: 'normal' | 'intermediate' | 'deficient';
}

export interface GateTables {
  readonly pharmacogenomics: PharmacogenomicTables;
  readonly interactions: InteractionTables;
}
