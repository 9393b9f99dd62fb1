export { ctmlDifferences, type CtmlDifference } from './ctml-differences.js';
export { importCtml, type CtmlOptions, type ImportedCtml } from './import-ctml.js';
export { readCtmlText } from './read-ctml-text.js';
export type { CtmlReferences } from './reading.js';
