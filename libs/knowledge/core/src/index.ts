export { assembleRelease, releaseDocument, type ReleaseDocuments } from './assemble-release.js';
export {
  checkRelease,
  type GeneLookup,
  type ReleaseReferences,
  type TumourTypeLookup,
} from './check-release.js';
export type {
  CancerGene,
  Citation,
  Direction,
  Drug,
  EvidenceItem,
  EvidenceLevel,
  GeneRole,
  KnowledgeRelease,
  Regimen,
  TherapyPattern,
  TumourTypeScope,
} from './evidence.js';
export { KNOWLEDGE_SOURCE, type IdentifiedRelease, type KnowledgeSource } from './knowledge.ports.js';
export { patternCovers } from './match-therapy.js';
export { releaseContent } from './release-content.js';
