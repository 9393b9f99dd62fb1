// Generated from schemas/events by `npm run generate`. Do not edit.
export type Identifier = string;
export type Gene = string;
export type Chromosome = string;
export type Position = number;
export type Origin = 'somatic' | 'germline' | 'unknown';

/**
 * One version of one sequencing report, as a laboratory issues it. The highest version of a report stands. Members not named here are refused, because a finding under a misspelt name would vanish; names that begin with x- are free for the sender's own use.
 */
export interface LabSequencingReportV1 {
  /**
   * The laboratory's own number of the report, the same for all its versions.
   */
  reportId: string;
  version: number;
  status: 'preliminary' | 'final' | 'amended' | 'cancelled';
  /**
   * When the laboratory issued this version.
   */
  issuedAt: string;
  order: LabOrder;
  patient: LabPatient;
  /**
   * The hospital whose patient this is; only its people see the report.
   */
  hospital: string;
  laboratory: string;
  diagnosis: LabDiagnosis;
  specimen: LabSpecimen;
  assay: LabAssay;
  findings?: LabFindings;
  /**
   * Whether the patient agreed to learn of inherited findings; leave out when not stated.
   */
  germlineConsent?: 'given' | 'refused';
  /**
   * @maxItems 10
   */
  attachments?: readonly LabAttachment[];
}
export interface LabOrder {
  id: Identifier;
  orderedOn?: string;
}
export interface LabPatient {
  /**
   * Never a name, a hospital number or a birth date.
   */
  pseudonym: string;
}
export interface LabDiagnosis {
  /**
   * OncoTree code, for instance LUAD.
   */
  oncotree: string;
}
export interface LabSpecimen {
  id: Identifier;
  site: string;
  type: 'ffpe' | 'fresh-frozen' | 'blood' | 'plasma' | 'bone-marrow' | 'cytology' | 'cell-line' | 'other';
  /**
   * 0 to 1, not per cent.
   */
  tumourFraction?: number;
  collectedOn?: string;
  receivedOn?: string;
}
export interface LabAssay {
  name: string;
  version?: string;
  kind: 'panel' | 'exome' | 'genome' | 'rna';
  pairing: 'tumour-only' | 'paired';
  build: 'GRCh37' | 'GRCh38';
  /**
   * HGNC symbols the assay covers; "all" for an exome, genome or whole transcriptome.
   */
  genes: 'all' | readonly Gene[];
  /**
   * Classes of alteration the assay can call in its genes. What is not listed counts as not tested.
   *
   * @minItems 1
   */
  alterations: readonly ('small-variant' | 'copy-number' | 'structural-variant' | 'expression')[];
  /**
   * Genes covered for structural variants, where fewer than genes.
   *
   * @maxItems 30000
   */
  structuralVariantGenes?: readonly Gene[];
  biomarkers?: readonly (
    'TMB' | 'MSI' | 'MMR' | 'HRD' | 'LOH' | 'PD-L1' | 'HLA' | 'HLA-LOH' | 'EBV' | 'HPV' | 'MCPyV'
  )[];
}
export interface LabFindings {
  /**
   * @maxItems 200000
   */
  smallVariants?: readonly LabSmallVariant[];
  /**
   * @maxItems 50000
   */
  copyNumberAlterations?: readonly LabCopyNumberAlteration[];
  /**
   * @maxItems 50000
   */
  structuralVariants?: readonly LabStructuralVariant[];
  /**
   * @maxItems 50
   */
  biomarkers?: readonly LabBiomarker[];
  /**
   * What was seen of genes beside their sequence: expression, methylation and the like.
   *
   * @maxItems 5000
   */
  observations?: readonly LabObservation[];
  /**
   * Mutational signatures; what is not listed was not looked for.
   *
   * @maxItems 200
   */
  signatures?: readonly LabSignature[];
  pharmacogenes?: LabPharmacogenes;
}
export interface LabSmallVariant {
  gene: Gene;
  /**
   * HGVS p., one or three letters: p.Val600Glu or V600E.
   */
  proteinChange?: string;
  /**
   * HGVS c., with or without transcript.
   */
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
  genomic?: LabGenomicChange;
  /**
   * Variant allele fraction, 0 to 1, not per cent.
   */
  vaf?: number;
  depth?: number;
  origin?: Origin;
  significance?: string;
  /**
   * @maxItems 20
   */
  dbSnp?: readonly string[];
  /**
   * Highest allele frequency over the continental populations of gnomAD; 0 where looked up and absent.
   */
  populationFrequency?: number;
}
/**
 * On the assay's build, 1-based, as in VCF.
 */
export interface LabGenomicChange {
  chromosome: Chromosome;
  position: Position;
  reference: string;
  alternate: string;
}
export interface LabCopyNumberAlteration {
  gene: Gene;
  state: 'amplification' | 'gain' | 'loss' | 'deep-deletion' | 'neutral-loh';
  copies?: number;
  origin?: Origin;
}
export interface LabStructuralVariant {
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
  /**
   * 5' partner; for other kinds, the gene that is hit.
   */
  fivePrimeGene?: string;
  threePrimeGene?: Gene;
  exons?: LabExonRange;
  /**
   * Fusions: the last exon of the 5' partner.
   */
  fivePrimeExon?: number;
  /**
   * Fusions: the first exon of the 3' partner.
   */
  threePrimeExon?: number;
  inFrame?: boolean;
  /**
   * @maxItems 2
   */
  breakpoints?: readonly LabBreakpoint[];
  supportingReads?: number;
  origin?: Origin;
}
export interface LabExonRange {
  first: number;
  last: number;
}
export interface LabBreakpoint {
  chromosome: Chromosome;
  position: Position;
}
export interface LabBiomarker {
  kind: 'TMB' | 'MSI' | 'MMR' | 'HRD' | 'LOH' | 'PD-L1' | 'HLA' | 'HLA-LOH' | 'EBV' | 'HPV' | 'MCPyV';
  state: 'positive' | 'negative' | 'indeterminate' | 'failed' | 'not-tested';
  value?: number;
  unit?: 'mut/Mb' | '%' | 'score';
  scoring?: 'TPS' | 'CPS' | 'IC';
  clone?: string;
  method?: string;
  cutoff?: number;
  /**
   * In words where it is no number: HLA alleles, lost MMR proteins.
   */
  result?: string;
}
export interface LabObservation {
  gene: Gene;
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
}
export interface LabSignature {
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
export interface LabPharmacogenes {
  source: 'blood' | 'saliva' | 'normal-tissue' | 'tumour';
  /**
   * @maxItems 100
   */
  reported?: readonly LabReportedPharmacogene[];
  /**
   * @maxItems 20000
   */
  genotypes?: readonly LabGenotype[];
}
export interface LabReportedPharmacogene {
  gene: Gene;
  state: 'called' | 'indeterminate' | 'failed' | 'not-tested';
  diplotype?: string;
  method?: string;
}
export interface LabGenotype {
  chromosome: Chromosome;
  position: Position;
  reference: string;
  alternate?: string;
  genotype: '0/0' | '0/1' | '1/1' | '0/2' | '1/2' | '2/2' | '0' | '1' | './.';
  phased?: boolean;
}
/**
 * A VCF or MAF: small ones inside the event as base64, larger ones uploaded first (POST /attachments) and named by their SHA-256.
 */
export interface LabAttachment {
  name: string;
  format: 'vcf' | 'maf';
  /**
   * Base64 of the file, plain or gzip or bgzip.
   */
  content?: string;
  /**
   * Of the uploaded file.
   */
  sha256?: string;
  /**
   * The tumour's sample name, where the file has several.
   */
  tumourSample?: string;
  normalSample?: string;
  origin?: Origin;
}
