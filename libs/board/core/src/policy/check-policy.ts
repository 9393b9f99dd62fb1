import { isDay, type Problem } from '@consilium/kernel';
import type { BoardPolicy, Deadline } from './board-policy.js';

const longestDays = 365;
const mostWeeks = 520;
/** Whether a policy can be kept; the first fault is told. */
export function checkPolicy(policy: BoardPolicy): Problem | undefined {
  const bad = (place: string, message: string, remedy: string): Problem => ({
    code: 'BOARD.BAD_POLICY',
    place: `/policy/${place}`,
    message,
    remedy,
  });
  const { ecogAtMost, lifeExpectancyWeeksAtLeast, tumourFractionAtLeast, followUpWeeks, holidays } = policy;
  if (!Number.isInteger(ecogAtMost) || ecogAtMost < 0 || ecogAtMost > 4)
    return bad('ecogAtMost', 'is no ECOG of a living patient.', 'It is 0 to 4.');
  if (!(lifeExpectancyWeeksAtLeast >= 0 && lifeExpectancyWeeksAtLeast <= mostWeeks))
    return bad('lifeExpectancyWeeksAtLeast', 'is out of range.', `It is 0 to ${String(mostWeeks)}.`);
  if (!(tumourFractionAtLeast >= 0 && tumourFractionAtLeast <= 1))
    return bad('tumourFractionAtLeast', 'is no share.', 'It is 0 to 1.');
  const deadlines: readonly (readonly [string, Deadline])[] = [
    ...Object.entries(policy.deadlines),
    ['decision', policy.decision],
  ];
  const broken = deadlines.find(([, { days }]) => !Number.isInteger(days) || days < 1 || days > longestDays);
  if (broken !== undefined)
    return bad(`deadlines/${broken[0]}/days`, 'is no span.', `It is 1 to ${String(longestDays)} days.`);
  const week = followUpWeeks.find(
    (one, at) => !Number.isInteger(one) || one < 1 || one > mostWeeks || one <= (followUpWeeks[at - 1] ?? 0),
  );
  if (week !== undefined)
    return bad('followUpWeeks', `${String(week)} is out of order or range.`, 'Count up, in whole weeks.');
  const holiday = holidays.find((day) => !isDay(day));
  return holiday === undefined
    ? undefined
    : bad('holidays', `${holiday} is no date.`, 'Write it as 2026-12-25.');
}
