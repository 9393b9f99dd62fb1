import { decidedStates, type CaseState } from '../case/case-state.js';

/**
 * Where a second person has looked at what the board is to see, or the board has: what comes then would slip in unseen.
 * Before, it is simply what is prepared.
 */
export const reviewedStates: readonly CaseState[] = [
  'ready',
  'scheduled',
  'postponed',
  'in-meeting',
  'recommended',
  'amended',
  ...decidedStates,
];
