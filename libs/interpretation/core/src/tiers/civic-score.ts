import type { EvidenceItem } from '@consilium/knowledge-core';

/** CIViC's score of a molecular profile: level weight times stars, over accepted items (civic-v2, calculate score). */
const weights = { A: 10, B: 5, C: 2.5, D: 1, E: 0.25 } as const;

export const civicScore = (items: readonly EvidenceItem[]): number =>
  items.reduce(
    (sum, { grade, status }) =>
      grade?.scale === 'CIViC' && (status === undefined || status === 'flagged')
        ? sum + weights[grade.level] * (grade.stars ?? 0)
        : sum,
    0,
  );
