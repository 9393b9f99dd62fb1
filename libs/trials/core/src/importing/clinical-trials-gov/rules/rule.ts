import type { Criterion } from '../../../language/criterion.js';

/** Which of the two lists a sentence stands in. */
export type StatedList = 'inclusion' | 'exclusion';

/**
 * Reads one form of sentence. The sentence is plain (see `plainSentence`), its subject («Patients must have») taken off. A
 * rule answers only where it has understood every word; what it gives is what the sentence says, so that under
 * exclusion its negation is required. `source`: the same words as the registry has them. Undefined: not this form.
 */
export interface Rule {
  readonly name: string;
  /** Lists in which the form means what it says. */
  readonly lists: readonly StatedList[];
  readonly read: (sentence: string, list: StatedList, source: string) => Criterion | undefined;
}

/** A pattern that must take the whole sentence; white space in the source is for reading only. */
export const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'u');

export const both: readonly StatedList[] = ['inclusion', 'exclusion'];

/** Words for the moment that treatment or the trial begins, which is the day that is asked about. */
const moment =
  '(?:the|a|first|start|starting|beginning|initiation|initial|of|dose|doses|study|trial|protocol|treatment|therapy|drugs?|medication|administration|enrol+ment|enrol+ing|inclusion|registration|randomi[sz]ation|screening|signing|informed|consent|form|intervention|allocation|cycle|day|c1d1|1,?|entry|to|or|into|in|on|at|this|investigational|products?|ip|receiving)';

/** `within 14 days before the first dose`: groups `windowCount`, `windowUnit`. */
export const windowOf = String.raw`(?:,? ?\(?(?:obtained |assessed |collected |performed |determined |documented )?within (?<windowCount>\d{1,3}) (?<windowUnit>day|week|month)s? (?:before|prior to|of|preceding)(?:[ /]${moment})+\)?)?`;

/** `at the time of enrolment`: adds nothing to what is asked on that day. */
export const atEntry = String.raw`(?:,? \(?at (?:the )?(?:time (?:of )?)?(?:(?:${moment}|baseline|obtained|is|providing|obtaining|inform)[ /]?)+\)?)?`;

const daysOf: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };

/** Days of the window matched by `windowOf`; a month counts 30, the stricter reading. */
export function windowDays(groups: Readonly<Record<string, string | undefined>> | undefined): {
  readonly withinDays?: number;
} {
  const count = groups?.['windowCount'];
  const unit = groups?.['windowUnit'];
  return count === undefined || unit === undefined ? {} : { withinDays: Number(count) * (daysOf[unit] ?? 1) };
}

/** True without doubt, or open where only the second holds: whether that is meant takes a person who reads the text. */
export const orDoubtful = (
  sure: Criterion,
  doubtful: Criterion,
  source: string,
  list: StatedList,
): Criterion => ({
  any: [sure, { all: [doubtful, { unstructured: { text: source, list } }] }],
});

export const anyOrOnly = (criteria: readonly Criterion[]): Criterion | undefined =>
  criteria.length > 1 ? { any: criteria } : criteria[0];
export const allOrOnly = (criteria: readonly Criterion[]): Criterion | undefined =>
  criteria.length > 1 ? { all: criteria } : criteria[0];
