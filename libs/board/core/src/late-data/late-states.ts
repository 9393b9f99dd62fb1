import { decidedStates, type CaseState } from '../case/case-state.js';

/**
 * From when a proposal lies before a second person: what comes then would slip in unseen. Before, it is simply what is
 * prepared.
 */
export const reviewedStates: readonly CaseState[] = [
  'under-review',
  'ready',
  'scheduled',
  'postponed',
  'in-meeting',
  'recommended',
  'amended',
  ...decidedStates,
];
