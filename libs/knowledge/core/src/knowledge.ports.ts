import type { KnowledgeRelease } from './evidence.js';

/** A release, and the SHA-256 (hex) of its content, by which it is known for ever. */
export interface IdentifiedRelease {
  readonly release: KnowledgeRelease;
  readonly contentHash: string;
}

/** Where the active release comes from. */
export interface KnowledgeSource {
  active(): Promise<IdentifiedRelease>;
}

export const KNOWLEDGE_SOURCE = Symbol('knowledge source');
