export { allOf, anyOf, negate, type Answer } from './answer.js';
export { alterationClasses, assayCovers, coverageOf, type AlterationClass, type Assay } from './assay.js';
export {
  diseaseExtents,
  infectiousAgents,
  measurementStates,
  measurementTests,
  metastaticSites,
  treatmentSettings,
  treatmentTypes,
  type ClinicalFacts,
  type Condition,
  type ConsentStatus,
  type Diagnosis,
  type DiseaseExtent,
  type InfectionStatus,
  type InfectiousAgent,
  type Measurement,
  type MeasurementState,
  type MeasurementTest,
  type Medication,
  type Metastasis,
  type MetastaticSite,
  type OtherCancer,
  type PartialDate,
  type PerformanceStatus,
  type ReceptorStatus,
  type Recorded,
  type Residence,
  type Stage,
  type Stated,
  type TherapyCourse,
  type TreatmentSetting,
  type TreatmentType,
} from './clinical-facts.js';
export {
  smallVariantClasses,
  type BiomarkerPattern,
  type FusionPattern,
  type ObservationPattern,
  type ProfilePattern,
  type SmallVariantClass,
  type SmallVariantPattern,
} from './profile-pattern.js';
export {
  biomarkerKinds,
  biomarkerStates,
  type Biomarker,
  type BiomarkerKind,
  type BiomarkerState,
} from './biomarker.js';
export type {
  GermlineConsent,
  GermlineGenotype,
  Genotype,
  PharmacogeneTests,
  ReportedPharmacogene,
} from './germline.js';
export {
  geneFeatures,
  observationStates,
  type GeneFeature,
  type GeneObservation,
  type ObservationState,
} from './observation.js';
export {
  therapyOutcomes,
  type PatientFacts,
  type PriorTherapy,
  type TherapyOutcome,
} from './patient-facts.js';
export {
  reportStatuses,
  type MolecularProfile,
  type MutationalSignature,
  type RecordCount,
  type RemovedVariant,
  type ReportStatus,
  type Specimen,
} from './profile.js';
export type { ProteinChange, ResidueRange } from './protein-change.js';
export type { TumourType, TumourTypeFit } from './tumour-type.js';
export {
  consequences,
  copyNumberStates,
  structuralKinds,
  type Breakpoint,
  type Consequence,
  type CopyNumberAlteration,
  type CopyNumberState,
  type ExonRange,
  type GenomeBuild,
  type GenomicChange,
  type Origin,
  type SmallVariant,
  type StructuralKind,
  type StructuralVariant,
} from './variant.js';
export { buildOfLength, chromosomeLength, normaliseChromosome } from './chromosomes.js';
export {
  altersProtein,
  consequenceFromMafClassification,
  consequenceFromProteinChange,
  consequenceFromSequenceOntology,
  severityOf,
} from './consequence.js';
export { formatProteinChange, normaliseProteinChange, residuesOf } from './format-protein-change.js';
export { readGeneCatalogue, type GeneAnswer, type GeneCatalogue } from './gene-catalogue.js';
export { nearest } from './nearest.js';
export { normaliseCodingChange } from './parse-coding-change.js';
export { parseProteinChange } from './parse-protein-change.js';
export { readTumourTypes, type TumourTypeScope, type TumourTypeTree } from './tumour-type-tree.js';
