import type { TumourTypeTree } from '@consilium/clinical';
import type { CancerGenes } from '@consilium/interpretation-core';

/** What evaluation looks up; plain data of one knowledge release, so that the same inputs give the same bytes. */
export interface EligibilityReferences {
  readonly tumourTypes: TumourTypeTree;
  readonly genes: CancerGenes;
  readonly drugs: DrugReference;
}

/** What is known of drugs by generic name in lower case. */
export interface DrugReference {
  /** Classes, the drug's own and those above them; undefined where the drug is not known. */
  classesOf(drug: string): readonly string[] | undefined;
  /** Elimination half-life in days (the longest its label gives); undefined where not known. */
  halfLifeOf(drug: string): number | undefined;
  /** Interaction classes; undefined where the drug is not known to the tables. */
  interactionsOf(drug: string): readonly string[] | undefined;
}
