export {
  badTrialId,
  checkDraft,
  isTrialId,
  readDraftText,
  unstructuredIn,
  type DraftCheck,
  type UnstructuredPlace,
} from './check-draft.js';
export {
  checkExamples,
  type DecidingAnswer,
  type ExampleOutcome,
  type ExpectedOutcome,
} from './check-examples.js';
export {
  changedParts,
  compareTrialsReleases,
  type ChangedTrial,
  type TrialsComparison,
} from './compare-trials-releases.js';
export { criterionSchema } from './criterion-schema.js';
export {
  applyProposal,
  judgeProposals,
  unstructuredAt,
  type AboutProposals,
  type KeptProposal,
} from './draft-proposal.js';
export {
  changeDraft,
  draftStates,
  expectVersion,
  publishDraft,
  reviewDraft,
  soundness,
  submitDraft,
  type DraftChange,
  type DraftReview,
  type DraftState,
  type TrialDraft,
} from './draft.js';
export { mergeImport, sameImport, type MergedImport } from './merge-import.js';
export { nextRelease, releaseWithout, type AboutRelease, type ApprovedTrial } from './next-release.js';
export type { ExpectedVerdict, TrialExample } from './trial-example.js';
