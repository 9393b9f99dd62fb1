export { askGate } from './ask-gate.js';
export { callPharmacogene } from './call-pharmacogene.js';
export {
  findInteractions,
  knownRoles,
  type DrugInteraction,
  type InteractionAnswer,
} from './find-interactions.js';
export { findRecommendations, type GeneFinding } from './find-recommendations.js';
export { describeFraction, percentOf, reducedBy } from './fraction-of-normal.js';
export {
  gateOutcomes,
  type DrugGateAnswer,
  type GateAnswer,
  type GateOutcome,
  type GateReason,
} from './gate-answer.js';
export type { GateDraft, GateFacts, GateTables } from './gate-facts.js';
export type { GermlineCalls } from './germline-calls.js';
export { interpretPharmacogenes, type PharmacogeneSetting } from './interpret-pharmacogenes.js';
export type {
  PharmacogeneResult,
  PharmacogeneResults,
  PharmacogeneState,
  PossibleDiplotype,
} from './pharmacogene-result.js';
export { phenoconvert } from './phenoconvert.js';
export { readReportedDiplotype, type ReportedResult, type Sex } from './read-reported-diplotype.js';
