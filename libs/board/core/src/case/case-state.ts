/** Where a case stands. The first fourteen are its way; the others lie beside it. */
export const caseStates = [
  'draft',
  'referred',
  'triaged',
  'awaiting-data',
  'in-preparation',
  'under-review',
  'ready',
  'scheduled',
  'in-meeting',
  'recommended',
  'signed',
  'communicated',
  'follow-up',
  'closed',
  'on-hold',
  'returned',
  'declined',
  'withdrawn',
  'postponed',
  'amended',
  'merged',
] as const;
export type CaseState = (typeof caseStates)[number];

/** Work on these is over, unless somebody opens them again. */
export const endStates: readonly CaseState[] = ['closed', 'declined', 'withdrawn', 'merged'];

/** From referral to the board's table: what may be put on hold, withdrawn, or changed in its referral. */
export const beforeMeeting: readonly CaseState[] = [
  'referred',
  'triaged',
  'awaiting-data',
  'in-preparation',
  'under-review',
  'ready',
  'scheduled',
  'postponed',
];

/** A decision stands. */
export const decidedStates: readonly CaseState[] = ['signed', 'communicated', 'follow-up', 'closed'];

/** The board decides, or has decided and not yet signed. */
export const atTheTable: readonly CaseState[] = ['in-meeting', 'recommended', 'amended'];
