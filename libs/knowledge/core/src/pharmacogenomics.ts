/** What `pharmacogenomics.yaml` and `interactions.yaml` of a release hold. */

export const pharmacogenes = ['CYP2C19', 'CYP2D6', 'DPYD', 'G6PD', 'NUDT15', 'TPMT', 'UGT1A1'] as const;
export type Pharmacogene = (typeof pharmacogenes)[number];

/** A dated source; rows name it by its key. */
export interface PharmacogenomicSource {
  readonly key: string;
  readonly name: string;
  readonly kind: 'guideline' | 'label' | 'table' | 'publication';
  /** `CPIC`, `DPWG`, `RNPGx`, `FDA`, `EMA`, `PharmVar`. */
  readonly issuer: string;
  /** Year or ISO date of the text. */
  readonly date: string;
  readonly pmid?: string;
  readonly url?: string;
}

/** Every row says what it rests on; `unverified` where the text itself was not read. */
export interface Sourced {
  readonly source: string;
  readonly unverified?: boolean;
}

/** Clinical function as CPIC assigns it; the deficient classes are those of G6PD. */
export type AlleleFunction =
  | 'no'
  | 'decreased'
  | 'normal'
  | 'increased'
  | 'uncertain'
  | 'unknown'
  | 'deficient'
  | 'deficient-with-CNSHA';

/** A place that defines alleles: 1-based, forward strand, left-aligned as in VCF. */
export interface PharmacogeneVariant {
  /** HGVS on the coding sequence, on the strand of the gene; alleles refer to it. */
  readonly hgvs: string;
  readonly rsId?: string;
  readonly grch37: number;
  readonly grch38: number;
  readonly reference: string;
  readonly alternate: string;
}

export interface NamedAllele extends Sourced {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly function: AlleleFunction;
  /** Activity value of one copy; DPYD and CYP2D6 only, absent where CPIC gives none. */
  readonly value?: number;
  /** `hgvs` of the variants that define it together; empty for the reference, absent where only reports name it. */
  readonly variants?: readonly string[];
  /** Stand-ins inherited with it nearly always; they point to the allele and never exclude it. */
  readonly proxies?: readonly string[];
  /** Taken as more likely than the alleles it could be split into where the phase is not known. */
  readonly likelierInCis?: boolean;
}

export interface PharmacogeneTable extends Sourced {
  readonly gene: Pharmacogene;
  /** `1` to `22`, `X`. */
  readonly chromosome: string;
  readonly transcript?: string;
  /** Name of the allele without any defining variant. */
  readonly referenceAllele: string;
  /** Whether genotypes of a sequencing file may be read as alleles; otherwise a laboratory's diplotype is needed. */
  readonly fromGenotypes: boolean;
  readonly variants: readonly PharmacogeneVariant[];
  readonly alleles: readonly NamedAllele[];
}

/** CPIC's standard terms (PMID 27441996), as published. */
export type Phenotype =
  | 'Ultrarapid Metabolizer'
  | 'Rapid Metabolizer'
  | 'Normal Metabolizer'
  | 'Likely Intermediate Metabolizer'
  | 'Intermediate Metabolizer'
  | 'Possible Intermediate Metabolizer'
  | 'Likely Poor Metabolizer'
  | 'Poor Metabolizer'
  | 'Normal'
  | 'Variable'
  | 'Deficient'
  | 'Deficient with CNSHA'
  | 'Indeterminate';

/** Parts OF the normal starting dose, 0 to 1: 0.3 is "30 % of", which is a cut by 70 %. */
export interface FractionOfNormal {
  readonly atLeast: number;
  readonly atMost: number;
}

/** All that are given must hold. */
export interface GeneCondition {
  readonly gene: Pharmacogene;
  readonly phenotypes?: readonly Phenotype[];
  /** Activity scores, both bounds included. */
  readonly score?: { readonly atLeast: number; readonly atMost: number };
  /** Any of these pairs, in any order. */
  readonly diplotypes?: readonly string[];
}

export type RecommendationOutcome = 'ok' | 'dose' | 'avoid' | 'test-first';

export interface DoseRecommendation extends Sourced {
  readonly id: string;
  readonly drugs: readonly string[];
  /** All must hold; a row is passed over where a row of the same guideline with more conditions holds too. */
  readonly when: readonly GeneCondition[];
  readonly outcome: RecommendationOutcome;
  /** `informs`: depends on what is not asked here (the planned dose), is shown and decides nothing. */
  readonly role: 'decides' | 'informs';
  readonly fraction?: FractionOfNormal;
  /** A dose that is given outright, not as a part. */
  readonly absolute?: { readonly value: number; readonly unit: 'mg/m2/day' | 'mg/day' | 'mg/m2' };
  /** As the guideline grades itself. */
  readonly strength?: string;
  /** Under which circumstances, in plain words. */
  readonly setting?: string;
  readonly text: string;
  readonly alternatives?: readonly string[];
  /** What must not be taken for a way out. */
  readonly notAlternatives?: readonly string[];
}

/** Which gene decides on a drug, and what holds while it is not known. */
export interface TestingRule extends Sourced {
  readonly drugs: readonly string[];
  readonly gene: Pharmacogene;
  readonly requirement: 'required' | 'recommended' | 'optional';
  readonly whenNotKnown: 'test-first' | 'unknown';
  readonly text: string;
  /** What settles it. */
  readonly test: string;
}

export interface PharmacogenomicTables {
  readonly sources: readonly PharmacogenomicSource[];
  readonly genes: readonly PharmacogeneTable[];
  readonly recommendations: readonly DoseRecommendation[];
  readonly testing: readonly TestingRule[];
}

export const interactionRoles = [
  'CYP3A4-strong-inhibitor',
  'CYP3A4-moderate-inhibitor',
  'CYP3A4-strong-inducer',
  'CYP3A4-moderate-inducer',
  'CYP2D6-strong-inhibitor',
  'CYP2D6-moderate-inhibitor',
  'CYP2D6-weak-inhibitor',
  'CYP2C8-strong-inhibitor',
  'CYP2C9-moderate-inhibitor',
  'CYP2C19-strong-inhibitor',
  'CYP2C19-moderate-inhibitor',
  'CYP1A2-strong-inhibitor',
  'CYP1A2-moderate-inhibitor',
  'CYP1A2-moderate-inducer',
  'P-gp-inhibitor',
  'UGT1A1-inhibitor',
  'xanthine-oxidase-inhibitor',
  'DPD-inhibitor',
  'proton-pump-inhibitor',
  'H2-antagonist',
  'antacid',
  'QT-prolonging',
  'vitamin-K-antagonist',
  'CYP2C9-narrow-substrate',
  'renal-methotrexate-competitor',
] as const;
export type InteractionRole = (typeof interactionRoles)[number];

/** A medicine, food or habit the patient may take; no roles: known to have none of those listed. */
export interface Comedication extends Sourced {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly roles: readonly InteractionRole[];
}

/** `schedule`: both may be given, apart in time as the text says. */
export type InteractionConsequence = 'avoid' | 'dose' | 'schedule' | 'monitor';

export interface InteractionRule {
  readonly roles: readonly InteractionRole[];
  /** Only with these, where the label names medicines and not a class. */
  readonly only?: readonly string[];
  readonly consequence: InteractionConsequence;
  readonly text: string;
}

/** What the label of an oncology drug says of others; no rules: none of the listed roles matters by its label. */
export interface OncologyDrugInteractions extends Sourced {
  readonly drug: string;
  readonly aliases?: readonly string[];
  /** What it does to other drugs of the same regimen. */
  readonly roles?: readonly InteractionRole[];
  readonly rules: readonly InteractionRule[];
}

export interface InteractionTables {
  readonly sources: readonly PharmacogenomicSource[];
  readonly comedications: readonly Comedication[];
  readonly oncology: readonly OncologyDrugInteractions[];
}
