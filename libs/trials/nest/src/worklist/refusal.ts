import type { Problem } from '@consilium/kernel';

export const refusal = (code: string, place: string, message: string, remedy: string): Problem => ({
  code: `TRIALS.${code}`,
  place,
  message,
  remedy,
});

export const noSuchLine = refusal(
  'NO_SUCH_LINE',
  '/line',
  'There is no line with this id that you may see.',
  'Look at the query trialWorklist.',
);
