export { loadBuiltInRelease } from './built-in-release.js';
export { KnowledgeModule } from './knowledge.module.js';
export { CreateKnowledge1763000003000 } from './migrations/1763000003000-create-knowledge.js';
