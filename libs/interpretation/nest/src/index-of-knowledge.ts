import { indexKnowledge, type KnowledgeIndex } from '@consilium/interpretation-core';
import type { ActiveKnowledge } from '@consilium/knowledge-core';

/** Releases never change, so their index is built once for as long as they are active. */
const indexes = new WeakMap<ActiveKnowledge, KnowledgeIndex>();

export function indexOf(knowledge: ActiveKnowledge): KnowledgeIndex {
  const known = indexes.get(knowledge);
  if (known !== undefined) return known;
  const index = indexKnowledge(knowledge.releases.map(({ release }) => release));
  indexes.set(knowledge, index);
  return index;
}
