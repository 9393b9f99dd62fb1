export { lacksAnnotation } from './absence.js';
export { indexCancerGenes, type CancerGenes } from './cancer-genes.js';
export {
  describeBiomarker,
  describeCopyNumber,
  describeSmallVariant,
  describeStructuralVariant,
} from './describe-finding.js';
export { genesOf } from './evaluate-fusion.js';
export { describeSmallVariantPattern } from './evaluate-small-variant.js';
export { evaluatePattern } from './evaluate-pattern.js';
export { exampleProfile } from './example-profile.js';
export { findTherapyOptions } from './find-therapy-options.js';
export { contraindicationOf, gateForProfile, pharmacogenesOf } from './gate-for-profile.js';
export { indexKnowledge, keysOf, type KnowledgeIndex } from './index-knowledge.js';
export { isOnLabel, judgeStatements, type JudgedStatement } from './judge-statements.js';
export { nameCitation } from './name-citation.js';
export { nameGrade } from './name-grade.js';
export type { Disagreement, DisagreeingSide, DisagreementReason } from './find-disagreements.js';
export {
  interpretProfile,
  interpretTherapies,
  type InterpretationContext,
  type ProfileInterpretation,
} from './interpret-profile.js';
export type { Circumstances, OptionStanding } from './option-standing.js';
export {
  changeOf,
  isApproved,
  oncogenicityClasses,
  overrideFor,
  reviewOverride,
  tierNames,
  type OncogenicityClass,
  type Override,
  type OverrideSubject,
  type TierName,
} from './override.js';
export type { StatementSummary } from './summarise-statements.js';
export { judgeOncogenicity } from './judge-oncogenicity.js';
export type { Judgement } from './judgement.js';
export type { Fact, FindingReference, MissingTest, PatternAnswer } from './pattern-answer.js';
export type { FindingMatch, FindingSummary, HiddenVariant } from './summarise-findings.js';
export * from './hereditary/index.js';
export * from './immunotherapy/index.js';
export * from './oncogenicity/index.js';
export * from './tiers/index.js';
export type { Interpretation, OptionEvidence, TherapyOption, Withholding } from './therapy-option.js';
export {
  askGate,
  callPharmacogene,
  describeFraction,
  findInteractions,
  findRecommendations,
  gateOutcomes,
  interpretPharmacogenes,
  knownRoles,
  percentOf,
  phenoconvert,
  readReportedDiplotype,
  reducedBy,
  type DrugGateAnswer,
  type DrugInteraction,
  type GateAnswer,
  type GateDraft,
  type GateFacts,
  type GateOutcome,
  type GateReason,
  type GateTables,
  type GeneFinding,
  type GermlineCalls,
  type InteractionAnswer,
  type PharmacogeneResult,
  type PharmacogeneResults,
  type PharmacogeneSetting,
  type PharmacogeneState,
  type PossibleDiplotype,
  type ReportedResult,
  type Sex,
} from './pharmacogenomics/index.js';
export { SAFETY_GATE, type GateQuestion, type SafetyGate } from './safety-gate.js';
