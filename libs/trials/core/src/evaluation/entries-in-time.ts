import type { Answer } from '@consilium/clinical';
import { dayOf, type Day, type DayRange } from '../calendar.js';

/** An answer with a day up to which it surely stands; `Infinity`: for ever. */
export interface Timed {
  readonly answer: Answer;
  readonly until: Day;
}

const timeless: Readonly<Record<Answer, Timed>> = {
  met: { answer: 'met', until: Infinity },
  'not-met': { answer: 'not-met', until: Infinity },
  unknown: { answer: 'unknown', until: Infinity },
};

/** Asked millions of times: nothing is made for what time does not change. */
export const always = (answer: Answer): Timed => timeless[answer];

/** Happened by the day asked. What may still be to come is open. */
export function begunBy({ first, last }: DayRange, on: Day): Timed {
  if (last <= on) return timeless.met;
  return first > on ? { answer: 'not-met', until: first - 1 } : { answer: 'unknown', until: last - 1 };
}

/** Went on until a day in `end`, and that day is no more than so many days before `on`. */
export function lastedInto({ first, last }: DayRange, days: number, on: Day): Timed {
  if (first + days >= on) return { answer: 'met', until: first + days };
  return last + days < on ? timeless['not-met'] : { answer: 'unknown', until: last + days };
}

/** Happened at least so many days before `on`. */
export function happenedBefore({ first, last }: DayRange, days: number, on: Day): Timed {
  if (last + days <= on) return timeless.met;
  if (first + days > on) return { answer: 'not-met', until: first + days - 1 };
  return { answer: 'unknown', until: last + days - 1 };
}

/** Kleene's or; where one part alone decides, no other cuts its time short. */
export const or = (a: Timed, b: Timed): Timed => join(a, b, 'met');

/** Kleene's and. */
export const and = (a: Timed, b: Timed): Timed => join(a, b, 'not-met');

function join(a: Timed, b: Timed, deciding: Answer): Timed {
  if (a.answer === deciding) return b.answer === deciding && b.until > a.until ? b : a;
  if (b.answer === deciding) return b;
  const answer = a.answer === 'unknown' ? 'unknown' : b.answer;
  if (a.answer === answer && a.until <= b.until) return a;
  return b.answer === answer && b.until <= a.until ? b : { answer, until: Math.min(a.until, b.until) };
}

/** Met where any entry is. */
export function anyEntry<T>(entries: readonly T[], judge: (entry: T) => Timed): Timed {
  let found = timeless['not-met'];
  for (const entry of entries) found = or(found, judge(entry));
  return found;
}

/** What is not on a list does not exist where the list was taken whole by then; else it is unknown. */
export function closedBy(found: Timed, completeOn: Day | undefined, on: Day): Timed {
  if (found.answer !== 'not-met' || (completeOn !== undefined && completeOn <= on)) return found;
  return {
    answer: 'unknown',
    until: Math.min(found.until, completeOn === undefined ? Infinity : completeOn - 1),
  };
}

/** What is dated later than the day asked is not known yet. */
export const isKnownBy = (date: string, on: Day): boolean => dayOf(date) <= on;

/** An answer from one statement, or without it where it is made only later. */
export function statedBy<T extends { readonly on: string }>(
  stated: T | undefined,
  on: Day,
  answerFor: (known: T | undefined) => Answer,
): Timed {
  if (stated === undefined) return timeless[answerFor(undefined)];
  const from = dayOf(stated.on);
  return from <= on ? timeless[answerFor(stated)] : { answer: answerFor(undefined), until: from - 1 };
}

/** The statement, if made by the day asked. */
export const known = <T extends { readonly on: string }>(stated: T | undefined, on: Day): T | undefined =>
  stated !== undefined && isKnownBy(stated.on, on) ? stated : undefined;

/** All that count of the last day, by the day asked, on which any did; their order says nothing. */
export interface Newest<T> {
  readonly items: readonly T[];
  /** Last day before another takes their place. */
  readonly until: Day;
}

export function newestOf<T extends { readonly on: string }>(
  all: readonly T[] | undefined,
  on: Day,
  counts: (item: T) => boolean,
): Newest<T> {
  let items: T[] = [];
  let newest = -Infinity;
  let until = Infinity;
  for (const item of all ?? []) {
    if (!counts(item)) continue;
    const day = dayOf(item.on);
    if (day > on) until = Math.min(until, day - 1);
    else if (day > newest) [items, newest] = [[item], day];
    else if (day === newest) items.push(item);
  }
  return { items, until };
}

/** Unknown where there is none, and where those of one day contradict each other. */
export function judgeNewest<T>({ items, until }: Newest<T>, answerFor: (item: T) => Answer): Timed {
  let answer: Answer | undefined;
  for (const item of items) {
    const one = answerFor(item);
    answer = answer === undefined || answer === one ? one : 'unknown';
  }
  return until === Infinity ? timeless[answer ?? 'unknown'] : { answer: answer ?? 'unknown', until };
}
