import type { PartialDate } from '@consilium/clinical';
import { addYears, rangeOf, type Day, type DayRange } from '../calendar.js';

const known = new Map<PartialDate, DayRange>();

/** `rangeOf`, kept: a date of birth is asked for by every trial, and texts are slow to take apart. */
export function birthRangeOf(birthDate: PartialDate): DayRange {
  const before = known.get(birthDate);
  if (before !== undefined) return before;
  const range = rangeOf(birthDate);
  if (known.size > 100_000) known.clear();
  known.set(birthDate, range);
  return range;
}

/**
 * Completed years of life on a day. Birthdays are looked up only near one: no birthday lies 3 days away from where the
 * mean year of 365.2425 days puts it.
 */
export function yearsOfAge(born: Day, on: Day): number {
  const mean = (on - born) / 365.2425;
  const least = Math.floor(mean - 0.01);
  const most = Math.floor(mean + 0.01);
  return least !== most && addYears(born, most) <= on ? most : least;
}
