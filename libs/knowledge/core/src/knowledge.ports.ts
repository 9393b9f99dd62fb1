import type { KnowledgeRelease } from './evidence.js';

/** A release, and the SHA-256 (hex) of its content, by which it is known for ever. */
export interface IdentifiedRelease {
  readonly release: KnowledgeRelease;
  readonly contentHash: string;
}

/** The releases that are active side by side: the product's own first, then one of each other source. */
export interface ActiveKnowledge {
  readonly releases: readonly IdentifiedRelease[];
  /** Of a single release its own; of several, the SHA-256 (hex) of their hashes joined by line feeds. */
  readonly contentHash: string;
}

/** Where the active releases come from. The same object is given as long as they stay the same. */
/** Whatever answers queries. */
export interface Reader {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

export interface KnowledgeSource {
  /** `within`: a transaction at hand is asked, so that nobody waits for a second connection while holding the first. */
  active(within?: Reader): Promise<ActiveKnowledge>;
}

export const KNOWLEDGE_SOURCE = Symbol('knowledge source');
