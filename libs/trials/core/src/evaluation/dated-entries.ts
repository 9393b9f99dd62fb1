import { rememberLast } from '@consilium/kernel';
import type { ClinicalFacts, Medication, PartialDate, TherapyCourse } from '@consilium/clinical';
import { dayOf, rangeOf, type Day, type DayRange } from '../calendar.js';

/** Between which days something began and ended; infinite where nothing bounds it. */
export interface Span {
  readonly startFirst: Day;
  readonly startLast: Day;
  readonly endFirst: Day;
  readonly endLast: Day;
}

/** A course of therapy or a medicine with its dates read once for all criteria. */
export interface Dated<T> extends Span {
  readonly entry: T;
  readonly progressed: DayRange | undefined;
}

export interface DatedList<T> {
  readonly entries: readonly Dated<T>[];
  readonly completeOn: Day | undefined;
  /** No date of the list lies after this day. */
  readonly latest: Day;
}

/**
 * A list taken whole still speaks for the day asked when it is no older than this. Our tolerance, not a published one:
 * about one treatment cycle and the usual screening window.
 */
export const toleranceDays = 30;

/** Whether nothing that matters up to `on` can be missing from a list taken whole on `completeOn`. */
export const isFresh = (completeOn: Day | undefined, on: Day): boolean =>
  completeOn !== undefined && on - completeOn <= toleranceDays;

/** The therapies as far as they were ever recorded. */
export const therapiesOf = (facts: ClinicalFacts | undefined): DatedList<TherapyCourse> | undefined =>
  facts?.therapies === undefined ? undefined : readTherapies(facts);

const readTherapies = rememberLast(({ therapies, recordedAt }: ClinicalFacts) => {
  const recordedOn = dayOf(recordedAt);
  return listOf(
    (therapies?.entries ?? []).map((course) => ({
      entry: course,
      ...spanOfCourse(course, recordedOn),
      progressed: course.progressedOn === undefined ? undefined : rangeOf(course.progressedOn),
    })),
    therapies?.completeOn,
  );
});

/** The medicines as far as they were ever recorded; one without an end is taken still. */
export const medicinesOf = (facts: ClinicalFacts | undefined): DatedList<Medication> | undefined =>
  facts?.medication === undefined ? undefined : readMedicines(facts);

const readMedicines = rememberLast(({ medication, recordedAt }: ClinicalFacts) => {
  const recordedOn = dayOf(recordedAt);
  return listOf(
    (medication?.entries ?? []).map((medicine) => {
      const { startedOn, endedOn } = medicine;
      const end = endedOn === undefined ? forever : rangeOf(endedOn);
      return { entry: medicine, ...spanOf(startedOn, end, recordedOn), progressed: undefined };
    }),
    medication?.completeOn,
  );
});

function listOf<T>(entries: readonly Dated<T>[], completeOn: string | undefined): DatedList<T> {
  const complete = completeOn === undefined ? undefined : dayOf(completeOn);
  let latest = complete ?? -Infinity;
  for (const { startFirst, startLast, endFirst, endLast, progressed } of entries)
    for (const day of [startFirst, startLast, endFirst, endLast, progressed?.last ?? -Infinity])
      if (day < Infinity && day > latest) latest = day;
  return { entries, completeOn: complete, latest };
}

const forever: DayRange = { first: Infinity, last: Infinity };

function spanOfCourse(course: TherapyCourse, recordedOn: Day): Span {
  const { type, startedOn, endedOn, outcome } = course;
  const ongoing = course.ongoing === true || outcome === 'ongoing';
  if (endedOn !== undefined) {
    const { first, last } = rangeOf(endedOn);
    // Recorded as ended and as going on: neither is believed.
    return spanOf(startedOn, { first, last: ongoing ? Infinity : last }, recordedOn);
  }
  if (ongoing) return spanOf(startedOn, forever, recordedOn);
  const start = startOf(startedOn, recordedOn);
  if (momentary.has(type)) return spanOf(startedOn, start, recordedOn);
  const last = outcome === 'completed' ? Math.max(start.first, recordedOn) : Infinity;
  return spanOf(startedOn, { first: start.first, last }, recordedOn);
}

/** Over on the day they begin. */
const momentary: ReadonlySet<TherapyCourse['type']> = new Set(['surgery', 'stem-cell-transplant']);

/** What is on a list has begun by the day it was recorded, unless its date says otherwise. */
function startOf(startedOn: PartialDate | undefined, recordedOn: Day): DayRange {
  const { first, last } = startedOn === undefined ? { first: -Infinity, last: Infinity } : rangeOf(startedOn);
  return { first, last: Math.max(first, Math.min(last, recordedOn)) };
}

/** Nothing ends before it begins; where the dates say so, the end is not known. */
function spanOf(startedOn: PartialDate | undefined, end: DayRange, recordedOn: Day): Span {
  const start = startOf(startedOn, recordedOn);
  const possible = end.last >= start.first;
  return {
    startFirst: start.first,
    startLast: possible ? Math.min(start.last, end.last) : start.last,
    endFirst: possible ? Math.max(end.first, start.first) : end.first,
    endLast: possible ? end.last : Infinity,
  };
}
