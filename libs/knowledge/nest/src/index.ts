export { loadBuiltInRelease } from './built-in-release.js';
export { loadImportReferences } from './importing/load-import-references.js';
export { importCivicFiles, type ImportOutcome } from './importing/import-files.js';
export { KnowledgeModule } from './knowledge.module.js';
export { CreateKnowledge1763000003000 } from './migrations/1763000003000-create-knowledge.js';
export { KnowledgeSources1763900000000 } from './migrations/1763900000000-knowledge-sources.js';
export { readImportedRelease } from './read-imported-release.js';
export { hashOfRelease, ReleaseFolder } from './release-folder.js';
