import type { InteractionTables, PharmacogenomicTables } from './pharmacogenomics.js';

/** Clinical rules as data, versioned with the release that holds them. */
export interface KnowledgeTables {
  readonly pharmacogenomics: PharmacogenomicTables;
  readonly interactions: InteractionTables;
}
