/** A protein change understood from HGVS or from the habits of laboratories. Residues are one-letter codes; `*` is a stop. */
export type ProteinChange =
  | { readonly kind: 'substitution'; readonly from: string; readonly position: number; readonly to: string }
  | { readonly kind: 'synonymous'; readonly from: string; readonly position: number }
  | { readonly kind: 'nonsense'; readonly from: string; readonly position: number }
  | {
      readonly kind: 'frameshift';
      readonly from: string;
      readonly position: number;
      readonly to?: string;
      readonly stopAfter?: number;
    }
  | { readonly kind: 'deletion'; readonly range: ResidueRange }
  | { readonly kind: 'duplication'; readonly range: ResidueRange }
  | { readonly kind: 'insertion'; readonly range: ResidueRange; readonly inserted: string }
  | { readonly kind: 'deletion-insertion'; readonly range: ResidueRange; readonly inserted: string }
  | { readonly kind: 'start-lost'; readonly position: 1 }
  | {
      readonly kind: 'stop-lost';
      readonly position: number;
      readonly to?: string;
      readonly extension?: number;
    }
  /** A splice alteration named at the codon it touches (`X1010_splice`). */
  | { readonly kind: 'splice'; readonly position: number }
  /** HGVS `p.?` or `p.0`: stated as unknown, or no protein. */
  | { readonly kind: 'unknown' };

/** First and last residue touched; equal for one residue. For an insertion, the two flanking residues. */
export interface ResidueRange {
  readonly first: number;
  readonly last: number;
  readonly firstResidue?: string;
  readonly lastResidue?: string;
}
