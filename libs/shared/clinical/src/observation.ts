/** What can be seen of a gene or its product beside its sequence. */
export const geneFeatures = [
  'expression',
  'protein-expression',
  'nuclear-expression',
  'serum-level',
  'promoter-methylation',
  'phosphorylation',
  'loss-of-heterozygosity',
  'splice-variant',
  'polymorphism',
  'other',
] as const;
export type GeneFeature = (typeof geneFeatures)[number];

/** `present` and `absent` where the laboratory gives no degree; `failed` settles nothing. */
export const observationStates = [
  'present',
  'absent',
  'high',
  'low',
  'normal',
  'indeterminate',
  'failed',
] as const;
export type ObservationState = (typeof observationStates)[number];

export interface GeneObservation {
  /** HGNC symbol. */
  readonly gene: string;
  readonly geneAsReported?: string;
  readonly feature: GeneFeature;
  readonly state: ObservationState;
  /** Which one, where a gene has several (`AR-V7`, `Y1092`). */
  readonly name?: string;
  readonly method?: string;
}
