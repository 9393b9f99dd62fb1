import type { Criterion } from '../language/criterion.js';
import { describeLeaf } from './describe-leaf.js';
import { foldCriterion } from './parts-of.js';

/** A whole criterion in one line. */
export const describeCriterion = (criterion: Criterion): string =>
  foldCriterion(criterion, {
    leaf: describeLeaf,
    composite: ({ kind, parts, count }) => {
      const words = parts.map(describeCriterion);
      if (kind === 'not') return `not: ${words.join('')}`;
      if (kind === 'atLeast') return `at least ${String(count)} of: ${words.join('; ')}`;
      return words.length === 1 ? words.join('') : `(${words.join(kind === 'all' ? ' and ' : ' or ')})`;
    },
  });
