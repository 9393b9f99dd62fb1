/** What the patient agreed to learn of inherited findings. */
export type GermlineConsent = 'given' | 'refused';

/** A pharmacogene as a laboratory reports it, beside its own genotypes. */
export interface ReportedPharmacogene {
  readonly gene: string;
  readonly state: 'called' | 'indeterminate' | 'failed' | 'not-tested';
  /** Star alleles or HGVS names joined by `/`, in any order: `*1/*2A`, `c.2846A>T/Reference`. */
  readonly diplotype?: string;
  readonly method?: string;
}

/** Numbers of alleles as in VCF; one number alone on a man's X. */
export type Genotype = '0/0' | '0/1' | '1/1' | '0/2' | '1/2' | '2/2' | '0' | '1' | './.';

/** One position of a germline test; what is not listed was not covered. */
export interface GermlineGenotype {
  /** `1` to `22`, `X`, `Y`, `MT`. */
  readonly chromosome: string;
  /** 1-based, on the build of the assay. */
  readonly position: number;
  readonly reference: string;
  readonly alternate?: string;
  readonly genotype: Genotype;
  readonly phased?: boolean;
}

/** What is known of the genes that decide on doses. A tumour's own sequence is no germline genotype. */
export interface PharmacogeneTests {
  readonly source: 'blood' | 'saliva' | 'normal-tissue' | 'tumour';
  readonly reported: readonly ReportedPharmacogene[];
  readonly genotypes: readonly GermlineGenotype[];
}
