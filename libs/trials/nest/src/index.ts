export { loadBuiltInTrials } from './built-in-trials.js';
export { loadEligibilityReferences, type LoadedReferences } from './load-references.js';
export { readTrialFile, type ReadTrials, type TrialFileOptions } from './read-trial-file.js';
