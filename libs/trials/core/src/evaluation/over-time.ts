import type { Answer } from '@consilium/clinical';
import type { Day } from '../calendar.js';

/** An answer as time passes. */
export interface OverTime {
  readonly at: (day: Day) => Answer;
  /** The first later day on which the answer could differ from the day before; infinite where there is none. */
  readonly next: (after: Day) => Day;
}

/** The last day on which the answer of `on` stands; absent: for ever. */
export function standsUntil({ at, next }: OverTime, answer: Answer, on: Day): Day | undefined {
  for (let day = next(on); day < Infinity; day = next(day)) if (at(day) !== answer) return day - 1;
  return undefined;
}

/** The first later day with that answer. */
export function firstDayWith({ at, next }: OverTime, answer: Answer, on: Day): Day | undefined {
  for (let day = next(on); day < Infinity; day = next(day)) if (at(day) === answer) return day;
  return undefined;
}

/** The smaller of `soonest` and `day`, of the days after `after`. */
export const sooner = (soonest: Day, day: Day, after: Day): Day =>
  day > after && day < soonest ? day : soonest;
