import type { PartialDate } from '@consilium/clinical';

/** Days since 1970-01-01, in the proleptic Gregorian calendar. */
export type Day = number;

const msOfDay = 86_400_000;
const known = new Map<string, Day>();

/** The day of an ISO date or instant; throws on anything else, since dates are checked where they come in. */
export function dayOf(date: string): Day {
  const before = known.get(date);
  if (before !== undefined) return before;
  const text = date.slice(0, 10);
  const day = Date.parse(`${text}T00:00:00Z`) / msOfDay;
  if (!Number.isInteger(day) || dateOf(day) !== text) throw new RangeError(`«${date}» is no ISO date.`);
  if (known.size > 100_000) known.clear();
  known.set(date, day);
  return day;
}

/** The ISO date of a day. */
export const dateOf = (day: Day): string => new Date(day * msOfDay).toISOString().slice(0, 10);

/** First and last day a partial date may mean. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

export function rangeOf(date: PartialDate): DayRange {
  if (date.length >= 10) {
    const exact = dayOf(date);
    return { first: exact, last: exact };
  }
  const [year = '', month] = date.split('-');
  const from = dayOf(`${year}-${month ?? '01'}-01`);
  return { first: from, last: (month === undefined ? addYears(from, 1) : addMonths(from, 1)) - 1 };
}

/** The same day of the month so many months on; the last of the month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * msOfDay);
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const length = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return target.getTime() / msOfDay + Math.min(date.getUTCDate(), length) - 1;
}

/** A birthday on 29 February falls on 1 March in other years, as German and English law count it. */
export function addYears(day: Day, years: number): Day {
  const date = new Date(day * msOfDay);
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / msOfDay;
}
