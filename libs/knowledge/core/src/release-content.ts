import { canonicalJson } from '@consilium/kernel';
import type { KnowledgeRelease } from './evidence.js';

/**
 * The text a release is identified by: hash it for its content address. The order of files and entries does not
 * matter, every other difference does.
 */
export const releaseContent = (release: KnowledgeRelease): string =>
  canonicalJson({
    ...release,
    evidence: sortedBy(release.evidence, ({ id }) => id),
    drugs: sortedBy(release.drugs, ({ name }) => name),
    genes: sortedBy(release.genes, ({ symbol }) => symbol),
  });

/** By code unit, not by locale, so that every machine gives the same order. */
const sortedBy = <T>(items: readonly T[], key: (item: T) => string): readonly T[] =>
  [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
