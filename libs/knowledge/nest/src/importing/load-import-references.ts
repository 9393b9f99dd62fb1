import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readDiseaseBridge, readDrugNames, type OncoTreeReferences } from '@consilium/knowledge-core';
import { loadGeneCatalogue, loadTumourTypes } from '@consilium/platform-reference';

const { resolve } = createRequire(import.meta.url);
const table = (name: string): string =>
  readFileSync(resolve(`@consilium/knowledge-core/data/${name}`), 'utf8');

/** The product's own vocabulary of genes, diseases and drugs, as importers ask for it. */
export function loadImportReferences(): OncoTreeReferences {
  const genes = loadGeneCatalogue();
  const tumourTypes = loadTumourTypes();
  const diseases = readDiseaseBridge(table('diseases.tsv'));
  return {
    geneSymbol: (name) => {
      const answer = genes.resolve(name);
      return answer.kind === 'approved' || answer.kind === 'alias' ? answer.symbol : undefined;
    },
    tumourTypes: (disease) => diseases.tumourTypes(disease),
    currentCodes: (code) => (tumourTypes.isDiagnosis(code) ? [code] : tumourTypes.replacementsFor(code)),
    drugName: readDrugNames(table('drug-names.tsv')),
  };
}
