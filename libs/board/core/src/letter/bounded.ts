import type { Bounded } from './letter.js';

/** The first of a list, and how many more there are. */
export const bounded = <T>(list: readonly T[], limit: number): Bounded<T> => ({
  shown: list.slice(0, limit),
  left: Math.max(0, list.length - limit),
});

/** How much a letter holds; what is left out is in the record of the case. */
export const letterLimits = {
  treatments: 6,
  findings: 150,
  remarks: 20,
  options: 60,
  evidence: 4,
  facts: 6,
  trials: 40,
  references: 300,
} as const;
