import type { MatchingResultV1 } from '@consilium/contracts';

/** What a profile means, as the event says it. */
export type Interpretation = MatchingResultV1['interpretation'];
export type TherapyOption = Interpretation['options'][number];
