import type { GenomeBuild, GermlineGenotype, PharmacogeneTests } from '@consilium/clinical';

/**
 * Genotypes of a germline sample. A position that is not listed, or `./.`, was not covered and is unknown, never
 * reference. `0/1` has no order, so phase between positions is not known, whatever `phased` says.
 */
export interface GermlineCalls {
  readonly build: GenomeBuild;
  readonly source: PharmacogeneTests['source'];
  /** 1-based, forward strand, left-aligned as in VCF; several alternates are separated by commas. */
  readonly positions: readonly GermlineGenotype[];
}
