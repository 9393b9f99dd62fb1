/** How hard it is to learn something, easiest first. */
export const efforts = ['wait', 'ask', 'lab', 'imaging', 'stain', 'panel', 'biopsy', 'curate'] as const;
export type Effort = (typeof efforts)[number];

/**
 * Something not known that would settle an answer. Questions with the same `key` are the same question, whichever
 * criterion asks it: one platelet count answers all that ask for platelets.
 */
export interface Question {
  /** `lab:platelets`, `alteration:small-variant:KRAS`, `ask:steroids`; no clinical value in it. */
  readonly key: string;
  readonly effort: Effort;
  /** In plain words: `Platelet count (the last is from 2026-10-02, older than 14 days)`. */
  readonly text: string;
  /** `pending`: already on its way, so that nobody orders it twice. */
  readonly state?: 'pending' | 'failed' | 'not-tested';
  /** ISO date of the day on which time itself answers it. */
  readonly on?: string;
}
