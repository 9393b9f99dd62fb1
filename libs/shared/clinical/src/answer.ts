/** The answer to a question a rule asks. Unknown is not no. */
export type Answer = 'met' | 'not-met' | 'unknown';

/** Kleene's strong three-valued logic. */
export const allOf = (answers: readonly Answer[]): Answer =>
  answers.includes('not-met') ? 'not-met' : answers.includes('unknown') ? 'unknown' : 'met';

export const anyOf = (answers: readonly Answer[]): Answer =>
  answers.includes('met') ? 'met' : answers.includes('unknown') ? 'unknown' : 'not-met';

export const negate = (answer: Answer): Answer =>
  answer === 'met' ? 'not-met' : answer === 'not-met' ? 'met' : 'unknown';
