import type { Answer, PartialDate } from '@consilium/clinical';
import { dayOf, rangeOf, type Day } from '../calendar.js';

/** An answer with the last day on which it stands; `Infinity`: for ever. */
export interface Timed {
  readonly answer: Answer;
  readonly until: Day;
}

export const always = (answer: Answer): Timed => ({ answer, until: Infinity });

/** Happened within so many days before `on`, both ends included. A month or year leaves it open where its days differ. */
export function happenedWithin(date: PartialDate | undefined, days: number, on: Day): Timed {
  if (date === undefined) return always('unknown');
  const { first, last } = rangeOf(date);
  const answer =
    first >= on - days && last <= on ? 'met' : last < on - days || first > on ? 'not-met' : 'unknown';
  return { answer, until: untilNext([first, last, first + days + 1, last + days + 1], on) };
}

/** Happened at least so many days before `on`. */
export function happenedBefore(date: PartialDate | undefined, days: number, on: Day): Timed {
  if (date === undefined) return always('unknown');
  const { first, last } = rangeOf(date);
  const answer = on - last >= days ? 'met' : on - first < days ? 'not-met' : 'unknown';
  return { answer, until: untilNext([first + days, last + days], on) };
}

function untilNext(turns: readonly Day[], on: Day): Day {
  let next = Infinity;
  for (const turn of turns) if (turn > on && turn < next) next = turn;
  return next - 1;
}

/** Met where any of the parts is; the answer stands no longer than the shortest of them. */
export function anyTimed(parts: readonly Timed[]): Timed {
  let answer: Answer = 'not-met';
  let until = Infinity;
  for (const part of parts) {
    if (part.answer === 'met' || (part.answer === 'unknown' && answer === 'not-met')) answer = part.answer;
    if (part.until < until) until = part.until;
  }
  return { answer, until };
}

export function allTimed(parts: readonly Timed[]): Timed {
  let answer: Answer = 'met';
  let until = Infinity;
  for (const part of parts) {
    if (part.answer === 'not-met' || (part.answer === 'unknown' && answer === 'met')) answer = part.answer;
    if (part.until < until) until = part.until;
  }
  return { answer, until };
}

/** What is not on a list does not exist where the list was taken whole by then; else it is unknown. */
export function closedBy(found: Timed, completeOn: string | undefined, on: Day): Timed {
  if (found.answer !== 'not-met') return found;
  if (completeOn === undefined) return { ...found, answer: 'unknown' };
  const complete = dayOf(completeOn);
  return complete <= on ? found : { answer: 'unknown', until: Math.min(found.until, complete - 1) };
}

/** The form in which a leaf's answer keeps its last day. */
export const lastDay = ({ until }: Timed): Day | undefined => (until === Infinity ? undefined : until);

/** Recorded by the day asked. */
export const isKnownBy = (date: string, on: Day): boolean => dayOf(date) <= on;

/** The newest of what was recorded by the day asked; later in the list wins within a day. */
export function newestBy<T extends { readonly on: string }>(
  items: readonly T[],
  on: Day,
  counts: (item: T) => boolean,
): T | undefined {
  let newest: T | undefined;
  for (const item of items)
    if (counts(item) && isKnownBy(item.on, on) && (newest === undefined || item.on >= newest.on))
      newest = item;
  return newest;
}
