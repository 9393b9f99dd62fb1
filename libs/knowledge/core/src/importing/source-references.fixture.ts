import type { OncoTreeReferences } from './oncotree-codes.js';

const genes: Readonly<Record<string, string>> = {
  BRAF: 'BRAF',
  ABL1: 'ABL1',
  BCR: 'BCR',
  EGFR: 'EGFR',
  ERBB2: 'ERBB2',
  HER2: 'ERBB2',
  BRCA1: 'BRCA1',
  ALK: 'ALK',
  EML4: 'EML4',
  MET: 'MET',
  KRAS: 'KRAS',
};
const codes: Readonly<Record<string, readonly string[]>> = {
  MEL: ['MEL'],
  LUAD: ['LUAD'],
  NSCLC: ['NSCLC'],
  CML: ['CML'],
  ALL: ['BLL', 'TLL'],
};
const names: Readonly<Record<string, 'ANY' | 'SOLID' | readonly string[]>> = {
  'any solid tumor': 'SOLID',
  'all solid tumors': 'SOLID',
  melanoma: ['MEL'],
};

/** A small vocabulary for the specs of the importers. */
export const smallReferences: OncoTreeReferences = {
  geneSymbol: (name) => genes[name],
  tumourTypes: ({ name }) => names[name.toLowerCase()],
  drugName: (name) => (name === 'Imatinib Mesylate' ? 'imatinib' : name.toLowerCase()),
  currentCodes: (code) => codes[code] ?? [],
};
