const dayMs = 86_400_000;

const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

const isWorking = (instant: number, holidays: readonly string[]): boolean => {
  const weekday = new Date(instant).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(dateOf(instant));
};

/**
 * The instant so many days after `from` (ISO instant). Working days go from one to the next at the same time of day;
 * what begins on a free day begins on the next working one. Days are those of UTC.
 */
export function addDays(
  from: string,
  days: number,
  { working, holidays }: { readonly working: boolean; readonly holidays: readonly string[] },
): string {
  let instant = Date.parse(from);
  if (!working) return new Date(instant + days * dayMs).toISOString();
  while (!isWorking(instant, holidays)) instant += dayMs;
  for (let left = days; left > 0; left -= 1) {
    do instant += dayMs;
    while (!isWorking(instant, holidays));
  }
  return new Date(instant).toISOString();
}
