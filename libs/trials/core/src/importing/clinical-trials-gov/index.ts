export { drugsOf } from './drug-names.js';
export { importRegistryStudy, type CriteriaReport, type ImportedTrial } from './import-registry-study.js';
export {
  checkProposal,
  describeTask,
  type ChatMessage,
  type CheckedProposal,
  type CriterionAssistant,
  type Proposal,
  type ReadCriterion,
  type UnstructuredItem,
} from './propose-structure.js';
export {
  readRegistryStudies,
  readStudyReadings,
  type RegistryReading,
  type StudyReading,
} from './read-registry-studies.js';
export type {
  RegistryArm,
  RegistryEligibility,
  RegistryIntervention,
  RegistrySite,
  RegistryStudy,
} from './registry-study.js';
export { therapyClasses } from './rules/therapy-rules.js';
export { joinItems, splitCriteria, type CriterionItem } from './split-criteria.js';
export type { ItemOutcome } from './structure-criteria.js';
export { structureSentence, type Structured } from './structure-sentence.js';
