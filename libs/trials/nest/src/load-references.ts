import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { indexCancerGenes } from '@consilium/interpretation-core';
import { readDrugNames, type KnowledgeRelease } from '@consilium/knowledge-core';
import { loadTumourTypes } from '@consilium/platform-reference';
import {
  readConditions,
  readDrugReference,
  type DrugTables,
  type EligibilityReferences,
} from '@consilium/trials-core';

const { resolve } = createRequire(import.meta.url);
const read = (file: string): string => readFileSync(resolve(file), 'utf8');
const table = (name: string): string => read(`@consilium/trials-core/data/${name}`);

export interface LoadedReferences extends EligibilityReferences {
  readonly drugs: DrugTables;
}

/** What evaluation looks up: the product's own tables, with the genes, drugs and interactions of a release. */
export function loadEligibilityReferences(release: KnowledgeRelease): LoadedReferences {
  const interactions = release.tables?.interactions;
  return {
    tumourTypes: loadTumourTypes(),
    genes: indexCancerGenes(release.genes),
    conditions: readConditions(table('conditions.tsv')),
    drugs: readDrugReference({
      halfLives: table('half-lives.tsv'),
      classes: table('drug-classes.tsv'),
      moreDrugs: table('drugs.tsv'),
      drugs: release.drugs,
      ...(interactions === undefined ? {} : { interactions }),
      rename: readDrugNames(read('@consilium/knowledge-core/data/drug-names.tsv')),
    }),
  };
}
