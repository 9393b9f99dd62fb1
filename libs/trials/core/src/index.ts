export { addMonths, addYears, dateOf, dayOf, rangeOf, type Day, type DayRange } from './calendar.js';
export type { Composite, Criterion, Leaf, LeafBody, LeafKind } from './language/criterion.js';
export type {
  Arm,
  Cohort,
  Site,
  Trial,
  TrialPhase,
  TrialSource,
  TrialsRelease,
  TrialStatus,
} from './language/trial.js';
export { trialPhases, trialStatuses } from './language/trial.js';
export { builtInSource, localSource, trialsInUse } from './language/trials-in-use.js';
export type { DrugReference, EligibilityReferences } from './evaluation/eligibility-references.js';
export type { Change, Judged, Reasons, UsedFact } from './evaluation/judged.js';
export { assembleRecord, type PatientRecord } from './evaluation/patient-record.js';
export { efforts, type Effort, type Question } from './evaluation/question.js';
export { codesOf } from './matching/admitted-diagnoses.js';
export {
  compileTrials,
  criteriaOf,
  type CompiledCohort,
  type CompiledTrials,
} from './matching/compile-trials.js';
export { createAsker } from './matching/create-asker.js';
export { describeCriterion } from './matching/describe-criterion.js';
export { describeLeaf } from './matching/describe-leaf.js';
export { evaluateCriterion, type CriterionAnswer } from './matching/evaluate-criterion.js';
export {
  explainTrial,
  isRecruiting,
  mayRecruit,
  statusOf,
  type CohortExplanation,
  type TrialExplanation,
} from './matching/explain-trial.js';
export { createFunnel, type CohortFeasibility, type FunnelStep } from './matching/feasibility.js';
export { findBlockers, recoveryOf, type Blocker, type Recovery } from './matching/find-blockers.js';
export {
  createMatcher,
  decodeMatch,
  type CohortMatch,
  type MatchCode,
  type Matcher,
  type PatientMatches,
  type Verdict,
} from './matching/match-patient.js';
export { prospectiveTrials } from './matching/prospective-trials.js';
export { sparedBy, type SparedBy } from './matching/spared-by.js';
export { leavesOf } from './matching/parts-of.js';
export { actOf, costOf, settlingSets, type QuestionSet } from './matching/settle.js';
export {
  compareMatches,
  createStandingMatches,
  type MatchChange,
  type StandingMatches,
} from './matching/standing-matches.js';
export { unlockList, type Unlock } from './matching/unlock-list.js';
export { readConditions, type ConditionKind, type ConditionTable } from './evaluation/read-conditions.js';
export { readDrugReference, type DrugSources, type DrugTables } from './evaluation/read-drug-reference.js';
export * from './curating/index.js';
export * from './importing/clinical-trials-gov/index.js';
export * from './importing/ctml/index.js';
export { checkCriterion } from './language/check-criterion.js';
export { checkTrial, checkTrialsRelease } from './language/check-trial.js';
export type { TrialReferences } from './language/trial-references.js';
export { checkClinicalFacts } from './evaluation/check-clinical-facts.js';
export {
  advanceLine,
  lineStates,
  newLine,
  stepTable,
  type LineState,
  type LineStep,
  type LineStepKind,
  type WorklistLine,
} from './worklist/worklist-line.js';
