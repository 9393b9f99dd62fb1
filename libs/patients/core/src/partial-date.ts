import type { PartialDate } from '@consilium/clinical';

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** First and last day that a partial date may mean, as ISO dates; undefined for a date no calendar has. */
export function daysOf(date: PartialDate): { readonly first: string; readonly last: string } | undefined {
  const [, year, month, day] = form.exec(date) ?? [];
  if (year === undefined) return undefined;
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (!isDay(first)) return undefined;
  if (day !== undefined) return { first, last: first };
  const last = month === undefined ? `${year}-12-31` : `${year}-${month}-${lastOfMonth(year, month)}`;
  return { first, last };
}

const isDay = (text: string): boolean => {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
};

const lastOfMonth = (year: string, month: string): string =>
  String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()).padStart(2, '0');

/** Whether `later` lies before `earlier`, whatever days the two may mean. */
export function liesBefore(later: PartialDate, earlier: PartialDate): boolean {
  const [a, b] = [daysOf(later), daysOf(earlier)];
  return a !== undefined && b !== undefined && a.last < b.first;
}
