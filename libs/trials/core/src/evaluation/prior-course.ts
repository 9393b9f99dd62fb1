import type { Answer, TherapyCourse, TherapyOutcome } from '@consilium/clinical';
import type { Day } from '../calendar.js';
import type { PriorTherapyCriterion } from '../language/clinical-criterion.js';
import { isFresh, type Dated, type DatedList, type Span } from './dated-entries.js';

type Course = Dated<TherapyCourse>;

/** Whether it began by that day. */
export const begunBy = ({ startFirst, startLast }: Span, on: Day): Answer =>
  startLast <= on ? 'met' : startFirst > on ? 'not-met' : 'unknown';

/** Given at least in part within so many days before. */
export const givenWithin = ({ endFirst, endLast }: Span, days: number, on: Day): Answer =>
  endFirst >= on - days ? 'met' : endLast < on - days ? 'not-met' : 'unknown';

/** Ended at least so many days before. */
export const endedBefore = ({ endFirst, endLast }: Span, days: number, on: Day): Answer =>
  endLast <= on - days ? 'met' : endFirst > on - days ? 'not-met' : 'unknown';

/**
 * Of a course one outcome is recorded, which speaks either of the response (`responded`, `stable`) or of why it ended;
 * of the other it says nothing, so that what was asked of the other stays open.
 */
export function hadOutcome(course: TherapyCourse, asked: readonly TherapyOutcome[]): Answer {
  const { outcome, bestResponse, progressedOn, ongoing } = course;
  if (outcome !== undefined && asked.includes(outcome)) return 'met';
  let answer: Answer = 'not-met';
  for (const one of asked) {
    if (one === 'progressed' && (progressedOn !== undefined || bestResponse === 'PD')) return 'met';
    if (one === 'responded' && (bestResponse === 'CR' || bestResponse === 'PR')) return 'met';
    if (one === 'stable' && bestResponse === 'SD') return 'met';
    if (one === 'ongoing' && ongoing === true) return 'met';
    if (leavesOpen(course, one)) answer = 'unknown';
  }
  return answer;
}

function leavesOpen({ outcome, bestResponse, endedOn }: TherapyCourse, asked: TherapyOutcome): boolean {
  if (asked === 'unknown') return false;
  if (asked === 'ongoing')
    return endedOn === undefined && (outcome === undefined || saysNothingOfEnd(outcome));
  if (outcome === undefined || outcome === 'unknown') return true;
  return isResponse(asked) ? bestResponse === undefined && !isResponse(outcome) : isResponse(outcome);
}

const isResponse = (outcome: TherapyOutcome): boolean => outcome === 'responded' || outcome === 'stable';
const saysNothingOfEnd = (outcome: TherapyOutcome): boolean => outcome === 'unknown' || isResponse(outcome);

/** Without a best response, `responded` says that it was CR or PR, and no more. */
export function hadResponse(
  { bestResponse, outcome }: TherapyCourse,
  asked: readonly ('CR' | 'PR' | 'SD' | 'PD')[],
): Answer {
  if (bestResponse !== undefined) return asked.includes(bestResponse) ? 'met' : 'not-met';
  if (outcome !== 'responded') return 'unknown';
  const complete = asked.includes('CR');
  const partial = asked.includes('PR');
  return complete && partial ? 'met' : complete || partial ? 'unknown' : 'not-met';
}

/** A scan soon after the last dose that finds progression, recorded as the course's outcome, speaks of the course. Ours. */
const restagingDays = 30;

/**
 * Progression on a course, after it, or within days of its end. By the date of progression where there is one; else by
 * the outcome: `progressed` and a best response of PD mean on treatment; `completed` and `intolerant` mean that it ended
 * for another reason, and say nothing of the time after.
 */
export function progression(
  { entry: course, progressed, startFirst, endFirst, endLast }: Course,
  asked: NonNullable<PriorTherapyCriterion['progressed']>,
  on: Day,
): Answer {
  const { outcome, bestResponse } = course;
  if (progressed === undefined) {
    if (outcome === 'progressed' || bestResponse === 'PD') return 'met';
    if (outcome === undefined || saysNothingOfEnd(outcome)) return 'unknown';
    return asked === 'on' || outcome === 'ongoing' ? 'not-met' : 'unknown';
  }
  if (progressed.first > on) return 'not-met';
  const known = progressed.last <= on && progressed.last >= startFirst;
  const days = asked === 'on' ? 0 : asked === 'on-or-after' ? Infinity : asked.withinDaysOfEnd;
  if (bestResponse === 'PD' || progressed.last - endFirst <= days) return known ? 'met' : 'unknown';
  const afterAll = progressed.first - endLast > days;
  if (outcome !== 'progressed') return afterAll ? 'not-met' : 'unknown';
  return known && progressed.last - endFirst <= restagingDays ? 'met' : 'unknown';
}

/**
 * Whether no other systemic course began later: by line numbers where both have one, else by dates. A list that is not
 * fresh may lack the most recent one.
 */
export function mostRecent(one: Course, list: DatedList<TherapyCourse>, on: Day, complete: boolean): Answer {
  if (one.entry.type !== 'systemic') return 'not-met';
  let answer: Answer = complete || isFresh(list.completeOn, on) ? 'met' : 'unknown';
  for (const other of list.entries) {
    if (other === one || other.entry.type !== 'systemic') continue;
    const begun = begunBy(other, on);
    if (begun === 'not-met') continue;
    const later = isLater(other, one);
    if (later === 'met' && begun === 'met') return 'not-met';
    if (later !== 'not-met') answer = 'unknown';
  }
  return answer;
}

function isLater(other: Course, one: Course): Answer {
  const { line } = one.entry;
  const { line: otherLine } = other.entry;
  if (line !== undefined && otherLine !== undefined && line !== otherLine)
    return otherLine > line ? 'met' : 'not-met';
  return other.startFirst > one.startLast ? 'met' : other.startLast <= one.startFirst ? 'not-met' : 'unknown';
}
