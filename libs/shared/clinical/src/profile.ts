import type { Assay } from './assay.js';
import type { Biomarker } from './biomarker.js';
import type { GermlineConsent, PharmacogeneTests } from './germline.js';
import type { GeneObservation } from './observation.js';
import type { CopyNumberAlteration, SmallVariant, StructuralVariant } from './variant.js';

export const reportStatuses = ['preliminary', 'final', 'amended', 'cancelled'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

export interface Specimen {
  readonly id: string;
  readonly site: string;
  readonly type:
    'ffpe' | 'fresh-frozen' | 'blood' | 'plasma' | 'bone-marrow' | 'cytology' | 'cell-line' | 'other';
  /** Share of tumour cells, 0 to 1; absent when the laboratory did not estimate it. */
  readonly tumourFraction?: number;
  /** ISO dates. */
  readonly collectedOn?: string;
  readonly receivedOn?: string;
}

/** How many records a file held and how many passed its own filters, so that nothing vanishes unseen. */
export interface RecordCount {
  readonly file: string;
  readonly records: number;
  readonly passed: number;
  /** Filter name (as in the file) to number of records it removed. */
  readonly removedBy: Readonly<Record<string, number>>;
  /** Passed records that no gene annotation came with: kept, but not interpretable. */
  readonly unannotated: number;
}

/** A signature by its COSMIC name (`SBS3`). */
export interface MutationalSignature {
  readonly name: string;
  readonly state: 'present' | 'absent' | 'indeterminate' | 'failed';
  /** Share of the mutations it explains, 0 to 1. */
  readonly share?: number;
  readonly method?: string;
}

/** A record of a file that its own filters removed: kept to be looked at, never interpreted. */
export interface RemovedVariant {
  readonly file: string;
  /** The filters' names, as in the file. */
  readonly removedBy: readonly string[];
  readonly gene?: string;
  readonly proteinChange?: string;
  readonly chromosome: string;
  /** 1-based. */
  readonly position: number;
  readonly reference: string;
  readonly alternate: string;
}

/**
 * What one sequencing report says about one tumour, in the product's words.
 * `version` is the report's: the highest stands, whatever the order of arrival.
 */
export interface MolecularProfile {
  readonly id: string;
  readonly patient: string;
  readonly hospital: string;
  readonly reportId: string;
  readonly version: number;
  readonly status: ReportStatus;
  /** ISO instant at which the laboratory issued this version. */
  readonly issuedAt: string;
  readonly laboratory: string;
  /** OncoTree code. */
  readonly diagnosis: string;
  readonly specimen: Specimen;
  readonly assay: Assay;
  readonly smallVariants: readonly SmallVariant[];
  readonly copyNumberAlterations: readonly CopyNumberAlteration[];
  readonly structuralVariants: readonly StructuralVariant[];
  readonly biomarkers: readonly Biomarker[];
  /** Expression, methylation and the like; absent where the report says nothing of them. */
  readonly observations?: readonly GeneObservation[];
  /** Mutational signatures; absent where the report says nothing of them. */
  readonly signatures?: readonly MutationalSignature[];
  readonly pharmacogenes?: PharmacogeneTests;
  /** Absent: not stated. */
  readonly germlineConsent?: GermlineConsent;
  readonly recordCounts: readonly RecordCount[];
  /** The first of them per file, so that a reader can look; `recordCounts` counts all. */
  readonly removedVariants?: readonly RemovedVariant[];
  /** What was taken, but a reader should know: an alias resolved, a file without annotation. */
  readonly remarks: readonly string[];
}
