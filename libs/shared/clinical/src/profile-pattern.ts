import type { BiomarkerKind, BiomarkerState } from './biomarker.js';
import type { GeneFeature, ObservationState } from './observation.js';
import type { CopyNumberState, ExonRange, Origin } from './variant.js';

/**
 * A question about a profile, as evidence and trials ask it: a Boolean tree over single alterations and biomarkers.
 * Evaluated to met, not met or unknown; `not` of something not tested is unknown.
 */
export type ProfilePattern =
  | { readonly all: readonly ProfilePattern[] }
  | { readonly any: readonly ProfilePattern[] }
  | { readonly not: ProfilePattern }
  | { readonly smallVariant: SmallVariantPattern }
  | { readonly copyNumber: { readonly gene: string; readonly states: readonly CopyNumberState[] } }
  | { readonly fusion: FusionPattern }
  | { readonly exonSkipping: { readonly gene: string; readonly exons: ExonRange } }
  | { readonly biomarker: BiomarkerPattern }
  | { readonly observation: ObservationPattern };

/**
 * One small variant in `gene`; every member present must hold. With no member but the gene: any protein-altering
 * variant.
 */
export interface SmallVariantPattern {
  readonly gene: string;
  /** Exact protein changes in normal form (`V600E`, `E746_A750del`); any of them. */
  readonly changes?: readonly string[];
  /** Exact coding changes in normal form (`c.393T>C`); any of them. With `changes`, either kind suffices. */
  readonly codingChanges?: readonly string[];
  /** dbSNP numbers (`rs4149056`); any of them. */
  readonly dbSnp?: readonly string[];
  /** Protein changes that are not meant although the rest holds (`T790M` among exon 20). */
  readonly exceptChanges?: readonly string[];
  /** Any change at one of these codons. */
  readonly codons?: readonly number[];
  /** Any change within these residues, ends included: a domain, or the part of an exon. */
  readonly residues?: { readonly first: number; readonly last: number; readonly name: string };
  /** Exons; matched by the reported exon number, else through `residues` where given. */
  readonly exons?: ExonRange;
  readonly classes?: readonly SmallVariantClass[];
  readonly origin?: Origin;
}

export const smallVariantClasses = [
  'missense',
  'truncating',
  'frameshift',
  'inframe-deletion',
  'inframe-insertion',
  'splice-site',
  'promoter',
  'protein-altering',
  /** Known or likely oncogenic by the release's hotspots, or truncating in a tumour suppressor. */
  'oncogenic',
] as const;
export type SmallVariantClass = (typeof smallVariantClasses)[number];

/** By either partner (`gene`), or by place (`fivePrime`, `threePrime`, both). */
export interface FusionPattern {
  readonly gene?: string;
  readonly fivePrime?: string;
  readonly threePrime?: string;
  /** The exons joined, on the transcripts the source counts by. */
  readonly fivePrimeExon?: number;
  readonly threePrimeExon?: number;
}

export interface BiomarkerPattern {
  readonly kind: BiomarkerKind;
  readonly states: readonly BiomarkerState[];
  /** Least value, in the kind's unit (TMB: mut/Mb), where the label names one. */
  readonly atLeast?: number;
  readonly scoring?: 'TPS' | 'CPS' | 'IC';
}

/** Something seen of a gene or its product beside its sequence. */
export interface ObservationPattern {
  readonly gene: string;
  readonly feature: GeneFeature;
  readonly states: readonly ObservationState[];
  /** Which one, where a gene has several (`AR-V7`, `Y1092`). */
  readonly name?: string;
}
