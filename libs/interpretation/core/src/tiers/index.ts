export {
  assignTier,
  machineTier,
  tierOf,
  type AmpTier,
  type ClinicalPurpose,
  type PurposeTier,
  type TierFacts,
  type TierItem,
} from './amp-tier.js';
export { civicScore } from './civic-score.js';
export { displayLevel, type DisplayLevel } from './display-level.js';
export { compareEscat, escatMeaning, escatTier, type EscatAnswer, type EscatFacts } from './escat-tier.js';
export {
  compareOncoKbDiagnostic,
  compareOncoKbFda,
  compareOncoKbPrognostic,
  oncoKbDiagnosticMeaning,
  oncoKbFdaMeaning,
  oncoKbPrognosticMeaning,
  type OncoKbDiagnosticLevel,
  type OncoKbFdaLevel,
  type OncoKbPrognosticLevel,
} from './oncokb-axes.js';
export {
  compareOncoKb,
  highestOncoKb,
  oncoKbMeaning,
  propagateOncoKb,
  requireTumourType,
  type PropagationOverride,
  type TumourForm,
} from './oncokb-level.js';
export { compareZpm, formatZpm, parseZpm, zpmInAnotherTumour, type ZpmGrade } from './zpm-grade.js';
