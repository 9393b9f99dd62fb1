import { allOf, anyOf, type Answer } from '@consilium/clinical';

export { allOf, anyOf };

/** At least `count` of the answers are met: Kleene's logic carried on, of which `all` and `any` are the two ends. */
export function atLeastOf(count: number, answers: readonly Answer[]): Answer {
  let met = 0;
  let unknown = 0;
  for (const answer of answers) {
    if (answer === 'met') met += 1;
    else if (answer === 'unknown') unknown += 1;
  }
  return met >= count ? 'met' : met + unknown >= count ? 'unknown' : 'not-met';
}
