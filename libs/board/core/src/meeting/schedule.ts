/** When a board meets: weekly on a day, or every so many weeks, beginning with a date. */
export interface MeetingSchedule {
  /** ISO date of the first meeting; its day of the week is that of all. */
  readonly from: string;
  readonly everyWeeks: number;
  /** Local time, `16:00`, and the time zone it is meant in (IANA). */
  readonly time: string;
  readonly zone: string;
  readonly minutes: number;
  /** ISO dates on which it does not meet. */
  readonly except: readonly string[];
}

const dayMs = 86_400_000;

/** The next meetings from a day on (ISO dates), so many of them. */
export function nextMeetings(schedule: MeetingSchedule, from: string, count: number): readonly string[] {
  const { everyWeeks, except } = schedule;
  if (!Number.isInteger(everyWeeks) || everyWeeks < 1)
    throw new RangeError('A board meets every week, or less often.');
  const step = everyWeeks * 7 * dayMs;
  const first = Date.parse(schedule.from);
  const behind = Math.max(0, Math.ceil((Date.parse(from) - first) / step));
  const dates: string[] = [];
  // Nobody leaves out a board for years: the bound only keeps a mistake from running on.
  for (let at = behind; dates.length < count && at < behind + count + except.length; at += 1) {
    const date = new Date(first + at * step).toISOString().slice(0, 10);
    if (!except.includes(date)) dates.push(date);
  }
  return dates;
}
