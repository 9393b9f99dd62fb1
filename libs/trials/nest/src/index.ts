export { loadBuiltInTrials } from './built-in-trials.js';
export { loadEligibilityReferences, type LoadedReferences } from './load-references.js';
export { CreateTrials1764100000000 } from './migrations/1764100000000-create-trials.js';
export { CreateWorklist1764100001000 } from './migrations/1764100001000-create-worklist.js';
export { CreateTrialDrafts1764100002000 } from './migrations/1764100002000-create-trial-drafts.js';
export { BindTrials1764310005000 } from './migrations/1764310005000-bind-trials.js';
export { readTrialFile, type ReadTrials, type TrialFileOptions } from './read-trial-file.js';
export { TrialsModule } from './trials.module.js';
export type { TrialsOptions } from './trials.options.js';
