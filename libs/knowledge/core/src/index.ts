export { assembleRelease, releaseDocument, type ReleaseDocuments } from './assemble-release.js';
export {
  checkRelease,
  type GeneLookup,
  type ReleaseReferences,
  type TumourTypeLookup,
} from './check-release.js';
export {
  directions,
  evidenceKinds,
  isPredictive,
  significances,
  type Citation,
  type DescriptiveItem,
  type Direction,
  type Drug,
  type EvidenceItem,
  type EvidenceKind,
  type EvidenceLevel,
  type KnowledgeRelease,
  type PredictiveItem,
  type Regimen,
  type Significance,
  type SourceDisease,
  type SourceTerm,
  type TherapyPattern,
  type TumourTypeScope,
} from './evidence.js';
export {
  moAlmanacLevels,
  rankingLevel,
  type MoAlmanacLevel,
  type OncoKbTherapyLevel,
  type SourceGrade,
} from './source-grade.js';
export type { CancerGene, CriticalDomain, FunctionalEffect, GeneRole, Recurrence } from './cancer-gene.js';
export { checkReferences } from './check-references.js';
export { compareReleases, type ChangedItem, type ReleaseComparison } from './compare-releases.js';
export { importCivicTable } from './importing/civic/import-civic-table.js';
export { parseMolecularProfile, type ParsedProfile } from './importing/civic/parse-molecular-profile.js';
export { ReleaseCollector, type FileReport, type RowRemark } from './importing/collect-release.js';
export type { ImportedRow, ImportReferences, RowPlace } from './importing/imported-row.js';
export type { SourceRow, SourceTable } from './importing/source-table.js';
export {
  KNOWLEDGE_SOURCE,
  type ActiveKnowledge,
  type IdentifiedRelease,
  type KnowledgeSource,
} from './knowledge.ports.js';
export type { KnowledgeTables } from './knowledge-tables.js';
export { patternCovers } from './match-therapy.js';
export { releaseContent } from './release-content.js';
export {
  interactionRoles,
  pharmacogenes,
  type AlleleFunction,
  type Comedication,
  type DoseRecommendation,
  type FractionOfNormal,
  type GeneCondition,
  type InteractionConsequence,
  type InteractionRole,
  type InteractionRule,
  type InteractionTables,
  type NamedAllele,
  type OncologyDrugInteractions,
  type Pharmacogene,
  type PharmacogeneTable,
  type PharmacogeneVariant,
  type PharmacogenomicSource,
  type PharmacogenomicTables,
  type Phenotype,
  type RecommendationOutcome,
  type Sourced,
  type TestingRule,
} from './pharmacogenomics.js';
export { readDiseaseBridge, type DiseaseBridge } from './disease-bridge.js';
export { readDrugNames } from './drug-names.js';
