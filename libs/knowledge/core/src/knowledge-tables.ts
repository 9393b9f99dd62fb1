import type { BiomarkerTables } from './biomarker-rule.js';
import type { HereditaryTables } from './hereditary.js';
import type { PathwayTables } from './pathway.js';
import type { InteractionTables, PharmacogenomicTables } from './pharmacogenomics.js';

/** Clinical rules as data, versioned with the release that holds them. */
export interface KnowledgeTables {
  readonly pharmacogenomics: PharmacogenomicTables;
  readonly interactions: InteractionTables;
  readonly hereditary: HereditaryTables;
  readonly biomarkers: BiomarkerTables;
  readonly pathways: PathwayTables;
}
