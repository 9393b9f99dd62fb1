export { loadEligibilityReferences, type LoadedReferences } from './load-references.js';
