import type { Answer } from '@consilium/clinical';
import type { Day } from '../calendar.js';
import type { Question } from './question.js';

/** One thing an answer rests on: what, its value, as of when, from where. */
export interface UsedFact {
  readonly text: string;
  readonly value?: string;
  /** ISO date. */
  readonly on?: string;
  readonly source?: string;
}

/** Why a leaf is answered as it is; made only when somebody asks. */
export interface Reasons {
  readonly facts: readonly UsedFact[];
  /** What together would settle an unknown answer; empty otherwise. */
  readonly missing: readonly Question[];
  /** For what stands in the way (or, under `not`, holds it open): whether it can change, and when it will. */
  readonly change?: Change;
}

export type Change =
  /** Passes by itself: the answer turns on this day (ISO date) if nothing else happens. */
  | { readonly kind: 'on-date'; readonly from: string }
  /** May change with time or treatment (a blood count, an infection), at no known date. */
  | { readonly kind: 'possible'; readonly how: string }
  | { readonly kind: 'fixed' };

/**
 * A leaf's answer for one patient at one date. `holdsUntil` is the last day on which the answer is sure to be the same
 * while no fact changes; absent: for ever. `reasons` is called at most by those who show it.
 */
export interface Judged {
  readonly answer: Answer;
  readonly holdsUntil?: Day;
  readonly reasons: () => Reasons;
}

interface Settled {
  readonly facts?: readonly UsedFact[];
  readonly change?: Change;
}

/** An answer that is known; `reasons` is called only by who shows it. */
export const settled = (answer: 'met' | 'not-met', reasons: () => Settled, holdsUntil?: Day): Judged => ({
  answer,
  ...(holdsUntil === undefined ? {} : { holdsUntil }),
  reasons: () => ({ facts: [], missing: [], ...reasons() }),
});

interface Open {
  readonly facts?: readonly UsedFact[];
  readonly missing: readonly Question[];
}

/** An answer that is not known, with what would settle it. */
export const open = (reasons: () => Open, holdsUntil?: Day): Judged => ({
  answer: 'unknown',
  ...(holdsUntil === undefined ? {} : { holdsUntil }),
  reasons: () => ({ facts: [], ...reasons() }),
});
