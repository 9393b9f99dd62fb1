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
  escatTiers,
  isStrongGrade,
  moAlmanacLevels,
  rankingLevel,
  zpmAddenda,
  zpmLevels,
  type EscatTier,
  type MoAlmanacLevel,
  type OncoKbTherapyLevel,
  type SourceGrade,
  type ZpmAddendum,
  type ZpmLevel,
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
  type Reader,
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
export { importCivicGraphql, civicQueries, type CivicList } from './importing/civic-graphql.js';
export {
  civicEvidenceColumns,
  readAssertionNode,
  readEvidenceNode,
  type CivicEvidenceRow,
  type ReadNode,
} from './importing/civic-graphql-row.js';
export {
  cpicLevels,
  importCpicFrequencies,
  importCpicGuidelines,
  importCpicPairs,
  type CpicAlleleFrequency,
  type CpicGuideline,
  type CpicLevel,
  type CpicPair,
  type CpicRow,
  type CpicRows,
} from './importing/cpic.js';
export {
  cpicClassifications,
  importCpicAlleles,
  importCpicRecommendations,
  type CpicActivity,
  type CpicAllele,
  type CpicByGene,
  type CpicClassification,
  type CpicRecommendation,
} from './importing/cpic-recommendation.js';
export type { FetchPage, GraphqlRequest } from './importing/fetch-page.js';
export { importHgnc, writeGenes, type GeneRow, type ImportedGene } from './importing/hgnc.js';
export { importMoAlmanac } from './importing/moalmanac.js';
export {
  importOncoKb,
  importOncoKbAnnotations,
  importOncoKbGenes,
  oncoKbAccess,
  type OncoKbQuery,
  type OncoKbRequest,
} from './importing/oncokb.js';
export {
  importOncoTree,
  writeTumourTypes,
  type OncoTreeTable,
  type TumourTypeRow,
} from './importing/oncotree.js';
export type { OncoTreeReferences } from './importing/oncotree-codes.js';
export type {
  CarrierMeasure,
  GermlineFilter,
  GermlineRule,
  HereditaryGene,
  HereditarySource,
  HereditaryTables,
} from './hereditary.js';
export type { BiomarkerRule, BiomarkerTables, ImmunotherapyCaution } from './biomarker-rule.js';
export type { Pathway, PathwayTables } from './pathway.js';
