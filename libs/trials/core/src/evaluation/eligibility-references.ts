import type { TumourTypeTree } from '@consilium/clinical';
import type { CancerGenes } from '@consilium/interpretation-core';
import type { ConditionTable } from './read-conditions.js';

/** What evaluation looks up; plain data of one knowledge release, so that the same inputs give the same bytes. */
export interface EligibilityReferences {
  readonly tumourTypes: TumourTypeTree;
  readonly genes: CancerGenes;
  readonly drugs: DrugReference;
  readonly conditions: ConditionTable;
}

/** What is known of drugs by generic name in lower case. */
export interface DrugReference {
  /** Generic name, classes and those above them; of a class, those above it. Undefined where the name is not known. */
  classesOf(drug: string): readonly string[] | undefined;
  /** Elimination half-life in days (the longest its label gives); undefined where not known. */
  halfLifeOf(drug: string): number | undefined;
  /** Interaction classes; undefined where the drug is not known to the tables. */
  interactionsOf(drug: string): readonly string[] | undefined;
}
