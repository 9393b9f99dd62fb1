/** The five answers an assay can give. "Negative" and "not tested" are never the same. */
export const biomarkerStates = ['positive', 'negative', 'indeterminate', 'failed', 'not-tested'] as const;
export type BiomarkerState = (typeof biomarkerStates)[number];

/**
 * TMB in mut/Mb; MSI as a state; MMR by protein expression; HRD as a score; LOH as the share of the genome; PD-L1 as
 * TPS, CPS or IC with its clone; HLA as the type (`value` absent, `result` names it); viruses in the tumour as a state.
 */
export const biomarkerKinds = [
  'TMB',
  'MSI',
  'MMR',
  'HRD',
  'LOH',
  'PD-L1',
  'HLA',
  'HLA-LOH',
  'EBV',
  'HPV',
  'MCPyV',
] as const;
export type BiomarkerKind = (typeof biomarkerKinds)[number];

/**
 * One measured biomarker. `positive` reads TMB-high, MSI-high, MMR-deficient, HRD-positive, PD-L1 at or above the
 * cut-off the laboratory names.
 */
export interface Biomarker {
  readonly kind: BiomarkerKind;
  readonly state: BiomarkerState;
  readonly value?: number;
  /** `mut/Mb` for TMB, `%` for MSI, LOH and PD-L1 TPS, `score` for HRD and CPS. */
  readonly unit?: 'mut/Mb' | '%' | 'score';
  /** PD-L1 only: how it was scored. */
  readonly scoring?: 'TPS' | 'CPS' | 'IC';
  /** PD-L1 antibody clone, for instance `22C3`. */
  readonly clone?: string;
  readonly method?: string;
  readonly cutoff?: number;
  /** In words where it is no number: HLA alleles, lost MMR proteins. */
  readonly result?: string;
}
