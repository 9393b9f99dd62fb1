/** Coordinates are 1-based, on one of these builds; any other build is refused. */
export type GenomeBuild = 'GRCh37' | 'GRCh38';

export type Origin = 'somatic' | 'germline' | 'unknown';

/** What a small variant does to its gene, in the words of the Sequence Ontology folded to what rules ask. */
export const consequences = [
  'missense',
  'nonsense',
  'frameshift',
  'inframe-deletion',
  'inframe-insertion',
  'splice-site',
  'splice-region',
  'start-lost',
  'stop-lost',
  'synonymous',
  'promoter',
  'utr',
  'intronic',
  'non-coding',
  'intergenic',
  'other',
] as const;
export type Consequence = (typeof consequences)[number];

export interface GenomicChange {
  readonly build: GenomeBuild;
  /** `1`…`22`, `X`, `Y`, `MT`, without `chr`. */
  readonly chromosome: string;
  /** 1-based, as in VCF. */
  readonly position: number;
  readonly reference: string;
  readonly alternate: string;
}

/** A substitution or small insertion/deletion. Absent members were not reported; nothing is filled in. */
export interface SmallVariant {
  /** HGNC symbol. Absent when the file carries no annotation. */
  readonly gene?: string;
  /** The sender's spelling, where it was an alias of `gene`. */
  readonly geneAsReported?: string;
  /** Normalised, one-letter, without `p.`: `V600E`, `E746_A750del`, `T1556fs*14`. */
  readonly proteinChange?: string;
  /** HGVS coding change, with `c.`, without transcript. */
  readonly codingChange?: string;
  readonly transcript?: string;
  readonly exon?: number;
  readonly consequence?: Consequence;
  readonly genomic?: GenomicChange;
  /** Variant allele fraction, 0 to 1. */
  readonly vaf?: number;
  /** Reads at the position. */
  readonly depth?: number;
  readonly origin: Origin;
  /** dbSNP numbers the file gives. */
  readonly dbSnp?: readonly string[];
  /** Highest allele frequency over the continental populations of gnomAD, 0 to 1; 0 where looked up and absent. */
  readonly populationFrequency?: number;
  /** Set by two people of the hospital in place of what the rules give. */
  readonly curatedOncogenicity?: 'oncogenic' | 'likely-oncogenic' | 'uncertain' | 'likely-benign' | 'benign';
  /** As the sender classified it (free words kept), for instance ClinVar or ACMG terms on a germline finding. */
  readonly significanceAsReported?: string;
}

export const copyNumberStates = ['amplification', 'gain', 'loss', 'deep-deletion', 'neutral-loh'] as const;
export type CopyNumberState = (typeof copyNumberStates)[number];

export interface CopyNumberAlteration {
  readonly gene: string;
  readonly geneAsReported?: string;
  readonly state: CopyNumberState;
  /** Estimated absolute copies, where reported. */
  readonly copies?: number;
  readonly origin: Origin;
}

export const structuralKinds = [
  'fusion',
  'exon-skipping',
  'rearrangement',
  'deletion',
  'duplication',
  'inversion',
  'insertion',
  'translocation',
  'breakend',
] as const;
export type StructuralKind = (typeof structuralKinds)[number];

export interface Breakpoint {
  readonly build: GenomeBuild;
  readonly chromosome: string;
  readonly position: number;
}

export interface StructuralVariant {
  readonly kind: StructuralKind;
  /** 5′ partner; for kinds other than `fusion`, the gene that is hit. */
  readonly fivePrimeGene?: string;
  readonly threePrimeGene?: string;
  /** The senders' spellings, where they were aliases. */
  readonly genesAsReported?: readonly string[];
  /** Exons skipped, for `exon-skipping` (MET exon 14: `{first: 14, last: 14}`). */
  readonly exons?: ExonRange;
  /** Fusions: the last exon of the 5′ partner and the first of the 3′ one, where reported. */
  readonly fivePrimeExon?: number;
  readonly threePrimeExon?: number;
  readonly inFrame?: boolean;
  readonly breakpoints?: readonly Breakpoint[];
  readonly supportingReads?: number;
  readonly origin: Origin;
}

export interface ExonRange {
  readonly first: number;
  readonly last: number;
}
