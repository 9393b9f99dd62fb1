import type { ViewedStatement } from '@consilium/board-core';
import type { Interpretation } from '../interpretation.js';

const groups = ['options', 'avoid', 'possible', 'withheld'] as const;

/** What a result says of drugs, without why. */
export const statementsOf = (interpretation: Interpretation): readonly ViewedStatement[] =>
  groups.flatMap((group) => interpretation[group].map(({ drugs, level }) => ({ group, drugs, level })));
