import type { ProfilePattern } from '@consilium/clinical';
import type { CancerGene } from './cancer-gene.js';
import type { KnowledgeTables } from './knowledge-tables.js';
import type { SourceGrade } from './source-grade.js';

/**
 * AMP/ASCO/CAP 2017 levels (Li et al., PMID 27993330), the native scale of the built-in release and the one by which
 * options are put in order.
 */
export type EvidenceLevel = 'A' | 'B' | 'C' | 'D';

export const evidenceKinds = [
  'predictive',
  'diagnostic',
  'prognostic',
  'predisposing',
  'functional',
  'oncogenic',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What a profile does to a therapy. `not-stated`: the source leaves it open. */
export const directions = ['sensitive', 'resistant', 'reduced-sensitivity', 'adverse', 'not-stated'] as const;
export type Direction = (typeof directions)[number];

/** What a finding says beside therapy: for the diagnosis, the course, the risk, the function of the gene. */
export const significances = [
  'supports-diagnosis',
  'against-diagnosis',
  'better-outcome',
  'poor-outcome',
  'predisposing',
  'protective',
  'pathogenic',
  'likely-pathogenic',
  'uncertain-significance',
  'benign',
  'likely-benign',
  'gain-of-function',
  'loss-of-function',
  'altered-function',
  'dominant-negative',
  'oncogenic',
  'likely-oncogenic',
  'not-stated',
] as const;
export type Significance = (typeof significances)[number];

/** Drugs by generic name in lower case, given together unless `given` says otherwise. */
export interface Regimen {
  readonly drugs: readonly string[];
  /** `as-alternatives`: each alone, for the same reason. */
  readonly given?: 'in-sequence' | 'as-alternatives';
}

/**
 * What a resistance speaks of: named drugs, or every drug of a class; `withoutClass` limits it to regimens that hold
 * no drug of that class (a BRAF inhibitor without an EGFR antibody).
 */
export type TherapyPattern = Regimen | { readonly drugClass: string; readonly withoutClass?: string };

export type Citation =
  | { readonly kind: 'pmid'; readonly id: string }
  /** A marketing approval: agency, application number where known, year of this indication. */
  | {
      readonly kind: 'label';
      readonly agency: 'FDA' | 'EMA';
      readonly reference?: string;
      readonly year: number;
    }
  | { readonly kind: 'guideline'; readonly name: string; readonly year: number }
  /** An abstract, a page, a record of the source: named as the source names it. */
  | { readonly kind: 'other'; readonly text: string };

/** `ANY` for every tumour, `SOLID` for every solid tumour, else OncoTree codes; none where the disease has no code. */
export type TumourTypeScope = 'ANY' | 'SOLID' | readonly string[];

/** The disease as an outside source names it, beside the OncoTree codes it was mapped to. */
export interface SourceDisease {
  readonly name: string;
  /** Disease Ontology id, digits with their leading zeros. */
  readonly doid?: string;
}

interface Statement {
  readonly id: string;
  readonly profile: ProfilePattern;
  readonly tumourTypes: TumourTypeScope;
  /** Types the statement is known not to hold for (the label's exclusions). */
  readonly exceptTumourTypes?: readonly string[];
  readonly disease?: SourceDisease;
  /** The statement in one plain sentence. */
  readonly statement: string;
  readonly citations: readonly Citation[];
  /** Line, age group or combination condition the label sets, in plain words. */
  readonly setting?: string;
  /** Set where the entry was not verified at its source; shown wherever the item is shown. */
  readonly unverified?: boolean;
  /** The source's own scale; absent where the item was graded by AMP/ASCO/CAP in the first place. */
  readonly grade?: SourceGrade;
  /** `does-not-support`: the association was looked for and not found, which is not its contrary. */
  readonly support?: 'does-not-support' | 'not-stated';
  /** Absent for an accepted item. Flagged and retracted items are kept and shown, and decide nothing. */
  readonly status?: 'flagged' | 'retracted' | 'submitted';
  readonly origin?: 'somatic' | 'germline';
  /** ISO date of the source's last review. */
  readonly reviewedOn?: string;
}

/** This profile, in this tumour, makes this therapy work or fail. */
export interface PredictiveItem extends Statement {
  readonly kind?: 'predictive';
  readonly therapy: TherapyPattern;
  readonly direction: Direction;
  readonly level: EvidenceLevel;
}

/** What this profile says beside therapy. */
export interface DescriptiveItem extends Statement {
  readonly kind: Exclude<EvidenceKind, 'predictive'>;
  readonly significance: Significance;
  readonly level?: EvidenceLevel;
}

/** One statement of a knowledge release. */
export type EvidenceItem = PredictiveItem | DescriptiveItem;

export const isPredictive = (item: EvidenceItem): item is PredictiveItem =>
  item.kind === undefined || item.kind === 'predictive';

export interface Drug {
  readonly name: string;
  readonly classes: readonly string[];
}

/** A name an outside source gives to a gene, a variant or a profile, with its number and other names. */
export interface SourceTerm {
  readonly kind: 'feature' | 'variant' | 'variant-group' | 'profile' | 'drug';
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly gene?: string;
  /** HGVS expressions with their reference sequence. */
  readonly hgvs?: readonly string[];
  readonly flagged?: boolean;
}

/** An immutable set of statements, identified by the SHA-256 of its canonical JSON. */
export interface KnowledgeRelease {
  /** `consilium-2026.11`. */
  readonly name: string;
  /** Whose statements these are; one release of each source is active at a time. Absent: the product's own. */
  readonly source?: string;
  readonly publishedOn: string;
  readonly title: string;
  readonly licence?: string;
  /** What the release covers and what it does not, in plain words. */
  readonly note?: string;
  readonly evidence: readonly EvidenceItem[];
  readonly drugs: readonly Drug[];
  readonly genes: readonly CancerGene[];
  readonly terms?: readonly SourceTerm[];
  /** Rules beside statements; only the product's own release holds them. */
  readonly tables?: KnowledgeTables;
}
