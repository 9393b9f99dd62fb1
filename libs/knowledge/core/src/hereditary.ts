/** What `hereditary.yaml` of a release holds: which findings of a tumour point to the germline, and what follows. */

export interface HereditarySource {
  readonly key: string;
  readonly name: string;
  /** Year or ISO date. */
  readonly date: string;
  readonly pmid?: string;
}

/** In which tumours a pathogenic variant of the gene is followed up. */
export type GermlineRule = 'any-tumour' | 'on-tumour' | 'on-tumour-when-young';

/** A gene may have several rows: one of them that holds is enough. */
export interface HereditaryGene {
  readonly gene: string;
  readonly condition: string;
  /** Recessive: a tumour's finding counts only where both copies may be changed. */
  readonly inheritance: 'dominant' | 'recessive';
  /** Absent where the gene is reported when found in the germline, and tumour findings alone raise nothing. */
  readonly followUp?: GermlineRule;
  /** OncoTree codes; their subtypes are meant too. */
  readonly tumours?: readonly string[];
  readonly source: string;
  readonly unverified?: boolean;
}

/** The published filter for tumour-only data. */
export interface GermlineFilter {
  /** Allele fractions, 0 to 1, above which a variant may be inherited. */
  readonly smallestVafOfSubstitution: number;
  readonly smallestVafOfIndel: number;
  /** Highest population frequency that counts as rare. */
  readonly rareBelow: number;
  /** Years; «young» is below it. */
  readonly youngBelow: number;
  /** Genes in which a variant of blood is more often of clonal haematopoiesis. */
  readonly haematopoiesisGenes: readonly string[];
  readonly source: string;
  readonly unverified?: boolean;
}

/** What is offered to confirmed carriers; guideline content that hospitals set for themselves. */
export interface CarrierMeasure {
  readonly genes: readonly string[];
  readonly kind: 'surveillance' | 'prevention' | 'treatment' | 'counselling';
  readonly sex?: 'female' | 'male';
  /** Only with a variant at one of these codons; absent for any variant. */
  readonly codons?: readonly number[];
  /** Not with a variant at one of these codons. */
  readonly exceptCodons?: readonly number[];
  /** Years, both included. */
  readonly fromAge?: number;
  readonly toAge?: number;
  readonly text: string;
  readonly source: string;
  readonly unverified?: boolean;
}

export interface HereditaryTables {
  readonly sources: readonly HereditarySource[];
  readonly filter: GermlineFilter;
  readonly genes: readonly HereditaryGene[];
  readonly measures: readonly CarrierMeasure[];
}
