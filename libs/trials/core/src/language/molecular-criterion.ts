import type {
  BiomarkerPattern,
  CopyNumberState,
  ExonRange,
  FusionPattern,
  ObservationPattern,
  SmallVariantClass,
  SmallVariantPattern,
} from '@consilium/clinical';

/** Questions of the tumour's (or the germline's) molecular profiles. */
export type MolecularCriterion =
  | { readonly smallVariant: SmallVariantPattern }
  | { readonly wildType: WildTypeCriterion }
  | { readonly copyNumber: CopyNumberCriterion }
  | { readonly fusion: FusionPattern }
  | { readonly exonSkipping: { readonly gene: string; readonly exons: ExonRange } }
  /** Any kind of structural variant that hits the gene, whether or not it makes a fusion. */
  | { readonly rearrangement: { readonly gene: string } }
  | { readonly observation: ObservationPattern }
  | { readonly biomarker: BiomarkerCriterion }
  | { readonly hla: HlaCriterion }
  | { readonly signature: SignatureCriterion };

/** Looked at, and no small variant of these classes found. */
export interface WildTypeCriterion {
  readonly gene: string;
  /** Default: any that alters the protein. */
  readonly classes?: readonly SmallVariantClass[];
  readonly codons?: readonly number[];
}

export interface CopyNumberCriterion {
  readonly gene: string;
  readonly states: readonly CopyNumberState[];
  /** Absolute copies; without a reported number the answer is unknown. */
  readonly copiesAtLeast?: number;
  readonly copiesAtMost?: number;
}

/**
 * TMB, MSI, MMR, HRD, LOH, PD-L1, loss of HLA, viral status: by state, or by value. `states` may be empty where a value
 * alone decides; then the laboratory's own call is not asked for.
 */
export interface BiomarkerCriterion extends BiomarkerPattern {
  /** Upper bound in the kind's unit, exclusive. */
  readonly below?: number;
  /** PD-L1: antibody clones the protocol accepts (`22C3`). */
  readonly clones?: readonly string[];
  /** Result no older than this at the date asked. */
  readonly withinDays?: number;
}

/** Carrier of one of the alleles, or of none of the excluded ones, at the resolution given (`A*02:01`, `A*02`). */
export interface HlaCriterion {
  readonly anyOf: readonly string[];
}

export interface SignatureCriterion {
  /** COSMIC name (`SBS3`). */
  readonly name: string;
  /** Least share of mutations, 0 to 1; without it the laboratory's call counts. */
  readonly shareAtLeast?: number;
}
