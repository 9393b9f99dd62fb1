// Generated from schemas/events by `npm run generate`. Do not edit.
/**
 * The molecular profile of one report as it stands. Small variants are those that can carry meaning (gene known, protein, splice site or promoter touched); the whole list stays with genomics, which answers for it. Readers ignore members they do not know.
 */
export interface MolecularProfileV1 {
  /**
   * All small variants of the profile, those without meaning included.
   */
  smallVariantCount: number;
  profile: ProfileDocument;
}
export interface ProfileDocument {
  id: string;
  patient: string;
  hospital: string;
  reportId: string;
  version: number;
  status: 'preliminary' | 'final' | 'amended' | 'cancelled';
  issuedAt: string;
  laboratory: string;
  diagnosis: string;
  specimen: ProfileSpecimen;
  assay: ProfileAssay;
  smallVariants: readonly ProfileSmallVariant[];
  copyNumberAlterations: readonly ProfileCopyNumberAlteration[];
  structuralVariants: readonly ProfileStructuralVariant[];
  biomarkers: readonly ProfileBiomarker[];
  observations?: readonly ProfileObservation[];
  /**
   * Mutational signatures; what is not listed was not looked for.
   */
  signatures?: readonly ProfileSignature[];
  pharmacogenes?: ProfilePharmacogenes;
  germlineConsent?: 'given' | 'refused';
  recordCounts: readonly ProfileRecordCount[];
  remarks: readonly string[];
}
export interface ProfileSpecimen {
  id: string;
  site: string;
  type: 'ffpe' | 'fresh-frozen' | 'blood' | 'plasma' | 'bone-marrow' | 'cytology' | 'cell-line' | 'other';
  /**
   * 0 to 1, not per cent.
   */
  tumourFraction?: number;
  collectedOn?: string;
  receivedOn?: string;
}
export interface ProfileAssay {
  name: string;
  version?: string;
  kind: 'panel' | 'exome' | 'genome' | 'rna';
  pairing: 'tumour-only' | 'paired';
  build: 'GRCh37' | 'GRCh38';
  genes: 'all' | readonly string[];
  alterations: readonly ('small-variant' | 'copy-number' | 'structural-variant' | 'expression')[];
  biomarkers: readonly (
    'TMB' | 'MSI' | 'MMR' | 'HRD' | 'LOH' | 'PD-L1' | 'HLA' | 'HLA-LOH' | 'EBV' | 'HPV' | 'MCPyV'
  )[];
  structuralVariantGenes?: readonly string[];
}
export interface ProfileSmallVariant {
  gene?: string;
  geneAsReported?: string;
  proteinChange?: string;
  codingChange?: string;
  transcript?: string;
  exon?: number;
  consequence?:
    | 'missense'
    | 'nonsense'
    | 'frameshift'
    | 'inframe-deletion'
    | 'inframe-insertion'
    | 'splice-site'
    | 'splice-region'
    | 'start-lost'
    | 'stop-lost'
    | 'synonymous'
    | 'promoter'
    | 'utr'
    | 'intronic'
    | 'non-coding'
    | 'intergenic'
    | 'other';
  genomic?: ProfileGenomicChange;
  vaf?: number;
  depth?: number;
  origin: 'somatic' | 'germline' | 'unknown';
  significanceAsReported?: string;
  /**
   * @maxItems 20
   */
  dbSnp?: readonly string[];
  populationFrequency?: number;
}
export interface ProfileGenomicChange {
  build: 'GRCh37' | 'GRCh38';
  chromosome: string;
  position: number;
  reference: string;
  alternate: string;
}
export interface ProfileCopyNumberAlteration {
  gene: string;
  geneAsReported?: string;
  state: 'amplification' | 'gain' | 'loss' | 'deep-deletion' | 'neutral-loh';
  copies?: number;
  origin: 'somatic' | 'germline' | 'unknown';
}
export interface ProfileStructuralVariant {
  kind:
    | 'fusion'
    | 'exon-skipping'
    | 'rearrangement'
    | 'deletion'
    | 'duplication'
    | 'inversion'
    | 'insertion'
    | 'translocation'
    | 'breakend';
  fivePrimeGene?: string;
  threePrimeGene?: string;
  genesAsReported?: readonly string[];
  exons?: ProfileExonRange;
  inFrame?: boolean;
  breakpoints?: readonly ProfileBreakpoint[];
  supportingReads?: number;
  origin: 'somatic' | 'germline' | 'unknown';
  fivePrimeExon?: number;
  threePrimeExon?: number;
}
export interface ProfileExonRange {
  first: number;
  last: number;
}
export interface ProfileBreakpoint {
  build: 'GRCh37' | 'GRCh38';
  chromosome: string;
  position: number;
}
export interface ProfileBiomarker {
  kind: 'TMB' | 'MSI' | 'MMR' | 'HRD' | 'LOH' | 'PD-L1' | 'HLA' | 'HLA-LOH' | 'EBV' | 'HPV' | 'MCPyV';
  state: 'positive' | 'negative' | 'indeterminate' | 'failed' | 'not-tested';
  value?: number;
  unit?: 'mut/Mb' | '%' | 'score';
  scoring?: 'TPS' | 'CPS' | 'IC';
  clone?: string;
  method?: string;
  cutoff?: number;
  result?: string;
}
export interface ProfileObservation {
  gene: string;
  feature:
    | 'expression'
    | 'protein-expression'
    | 'nuclear-expression'
    | 'serum-level'
    | 'promoter-methylation'
    | 'phosphorylation'
    | 'loss-of-heterozygosity'
    | 'splice-variant'
    | 'polymorphism'
    | 'other';
  state: 'present' | 'absent' | 'high' | 'low' | 'normal' | 'indeterminate' | 'failed';
  /**
   * Which one, where a gene has several: AR-V7, Y1092.
   */
  name?: string;
  method?: string;
  geneAsReported?: string;
}
export interface ProfileSignature {
  /**
   * As COSMIC 3 names it: SBS3, SBS7a, DBS2, ID6.
   */
  name: string;
  state: 'present' | 'absent' | 'indeterminate' | 'failed';
  /**
   * Share of the mutations that it explains.
   */
  share?: number;
  method?: string;
}
/**
 * Germline tests of the genes that decide on doses. A position that is not listed counts as not covered, never as reference.
 */
export interface ProfilePharmacogenes {
  source: 'blood' | 'saliva' | 'normal-tissue' | 'tumour';
  /**
   * @maxItems 100
   */
  reported: readonly ProfileReportedPharmacogene[];
  /**
   * @maxItems 20000
   */
  genotypes: readonly ProfileGenotype[];
}
export interface ProfileReportedPharmacogene {
  gene: string;
  state: 'called' | 'indeterminate' | 'failed' | 'not-tested';
  diplotype?: string;
  method?: string;
}
export interface ProfileGenotype {
  chromosome: string;
  position: number;
  reference: string;
  alternate?: string;
  genotype: '0/0' | '0/1' | '1/1' | '0/2' | '1/2' | '2/2' | '0' | '1' | './.';
  phased?: boolean;
}
export interface ProfileRecordCount {
  file: string;
  records: number;
  passed: number;
  removedBy: {
    [k: string]: number;
  };
  unannotated: number;
}
