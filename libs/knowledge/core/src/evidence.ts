import type { ProfilePattern } from '@consilium/clinical';

/** AMP/ASCO/CAP 2017 levels (Li et al., PMID 27993330), the native scale of the built-in release. */
export type EvidenceLevel = 'A' | 'B' | 'C' | 'D';

export type Direction = 'sensitive' | 'resistant';

/** Drugs given together, by generic name in lower case. */
export interface Regimen {
  readonly drugs: readonly string[];
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
  | { readonly kind: 'guideline'; readonly name: string; readonly year: number };

/** `ANY` for every tumour, `SOLID` for every solid tumour, else OncoTree codes. */
export type TumourTypeScope = 'ANY' | 'SOLID' | readonly string[];

/** One statement of a knowledge release: this profile, in this tumour, makes this therapy work or fail. */
export interface EvidenceItem {
  readonly id: string;
  readonly profile: ProfilePattern;
  readonly tumourTypes: TumourTypeScope;
  /** Types the statement is known not to hold for (the label's exclusions). */
  readonly exceptTumourTypes?: readonly string[];
  readonly therapy: TherapyPattern;
  readonly direction: Direction;
  readonly level: EvidenceLevel;
  /** Line, age group or combination condition the label sets, in plain words. */
  readonly setting?: string;
  /** The statement in one plain sentence. */
  readonly statement: string;
  readonly citations: readonly Citation[];
  /** Set where the entry was not verified at its source; shown wherever the item is shown. */
  readonly unverified?: boolean;
}

export interface Drug {
  readonly name: string;
  readonly classes: readonly string[];
}

export type GeneRole = 'oncogene' | 'tumour-suppressor' | 'both';

export interface CancerGene {
  readonly symbol: string;
  readonly role: GeneRole;
  /** Changes established as oncogenic, exact (`V600E`) or as codons (`V600`); residue letter included. */
  readonly hotspots?: readonly string[];
}

/** An immutable set of statements, identified by the SHA-256 of its canonical JSON. */
export interface KnowledgeRelease {
  /** `consilium-2026.11`. */
  readonly name: string;
  readonly publishedOn: string;
  readonly title: string;
  /** What the release covers and what it does not, in plain words. */
  readonly note?: string;
  readonly evidence: readonly EvidenceItem[];
  readonly drugs: readonly Drug[];
  readonly genes: readonly CancerGene[];
}
