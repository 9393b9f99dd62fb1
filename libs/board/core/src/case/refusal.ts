import { isDay, type Problem } from '@consilium/kernel';

/** Every reason for which the board's rules refuse a step. Published: a code never changes its meaning. */
export type BoardCode =
  | 'STALE_CASE'
  | 'STEP_NOT_POSSIBLE'
  | 'ROLE_MAY_NOT'
  | 'NO_REASON'
  | 'NO_DATE'
  | 'DATE_IN_FUTURE'
  | 'DATE_TOO_EARLY'
  | 'NO_REFERRAL'
  | 'NO_CONSENT'
  | 'MAIN_DIAGNOSIS'
  | 'BAD_CODE'
  | 'INCOMPLETE'
  | 'OUTSIDE_RULE'
  | 'NO_SUCH_TASK'
  | 'TASK_EXISTS'
  | 'NOTHING_AWAITED'
  | 'NO_FINAL_REPORT'
  | 'QUALITY_FAILED'
  | 'NO_PROPOSAL'
  | 'SAME_PERSON'
  | 'MEETING_LOCKED'
  | 'OTHER_MEETING'
  | 'NO_QUORUM'
  | 'INTEREST_NOT_DECLARED'
  | 'RECUSED'
  | 'BAD_ITEM'
  | 'NO_SUCH_ITEM'
  | 'NOTHING_RECOMMENDED'
  | 'GATE_MISSING'
  | 'GATE_OF_OTHER_DRUGS'
  | 'GATE_STOPS'
  | 'GATE_DOES_NOT_STOP'
  | 'NOT_ACKNOWLEDGED'
  | 'IMPOSSIBLE_VALUE'
  | 'NOT_CLOSED_YET'
  | 'SAME_CASE'
  | 'NO_LATE_DATA'
  | 'LATE_DATA_NOTED'
  | 'LATE_DATA_OPEN'
  | 'NO_SUCH_ENTRY'
  | 'ENTRY_NEEDED'
  | 'STALE_MEETING'
  | 'NO_AGENDA'
  | 'NOT_ON_AGENDA'
  | 'NOT_ON_THE_TABLE'
  | 'ONE_AT_A_TIME'
  | 'FOR_ANOTHER'
  | 'NOT_PRESENT';

export const refusal = (code: BoardCode, place: string, message: string, remedy: string): Problem => ({
  code: `BOARD.${code}`,
  place,
  message,
  remedy,
});

const shortestReason = 3;

export const noReason = (reason: string, place = '/reason'): Problem | undefined =>
  reason.trim().length >= shortestReason
    ? undefined
    : refusal('NO_REASON', place, 'is missing or too short.', 'Say why in a few words.');

/** A day of the calendar, not after `today` and not before `earliest` (ISO dates). */
export function badDay(on: string, place: string, today: string, earliest = ''): Problem | undefined {
  if (!isDay(on)) return refusal('NO_DATE', place, 'is no date.', 'Write it as 2026-11-23.');
  if (on > today)
    return refusal('DATE_IN_FUTURE', place, 'lies in the future.', 'Record it when it has happened.');
  return on < earliest
    ? refusal('DATE_TOO_EARLY', place, `lies before ${earliest}, which came first.`, 'Correct the date.')
    : undefined;
}
