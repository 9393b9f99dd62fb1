import type { Medication, TherapyCourse } from '@consilium/clinical';
import type { UsedFact } from './judged.js';

/** Names a course within a question's key: its drugs, or its kind. */
export const keyOf = ({ drugs, type, site }: TherapyCourse): string =>
  drugs.length > 0 ? drugs.join('+') : site === undefined ? type : `${type}-${site}`;

/** `carboplatin + pemetrexed (advanced, line 1)`. */
export function describeCourse({ drugs, classes, type, site, setting, line }: TherapyCourse): string {
  const unnamed = classes === undefined || drugs.length > 0 ? [] : classes.map((name) => `unnamed ${name}`);
  const what = [...drugs, ...unnamed];
  const details = [
    what.length > 0 && type !== 'systemic' ? type : undefined,
    site,
    setting,
    line === undefined ? undefined : `line ${String(line)}`,
  ].filter((part) => part !== undefined);
  return `${what.length > 0 ? what.join(' + ') : type}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
}

/** The course with its dates as they are recorded. */
export function factOfCourse(course: TherapyCourse): UsedFact {
  const { startedOn, endedOn, outcome, bestResponse, progressedOn } = course;
  const ongoing = course.ongoing === true || outcome === 'ongoing';
  const value = [
    `${startedOn ?? 'start not known'} to ${endedOn ?? (ongoing ? 'now' : 'end not known')}`,
    outcome === undefined || outcome === 'unknown' || outcome === 'ongoing' ? undefined : outcome,
    bestResponse === undefined ? undefined : `best response ${bestResponse}`,
    progressedOn === undefined ? undefined : `progression ${progressedOn}`,
  ].filter((part) => part !== undefined);
  return { text: describeCourse(course), value: value.join(', '), ...dated(endedOn ?? startedOn) };
}

export function factOfMedicine({
  drug,
  route,
  prednisoneMgPerDay,
  startedOn,
  endedOn,
}: Medication): UsedFact {
  const value = [
    prednisoneMgPerDay === undefined ? undefined : `${String(prednisoneMgPerDay)} mg prednisone a day`,
    route,
    startedOn === undefined ? undefined : `from ${startedOn}`,
    endedOn === undefined ? 'taken still' : `until ${endedOn}`,
  ].filter((part) => part !== undefined);
  return { text: drug, value: value.join(', '), ...dated(endedOn ?? startedOn) };
}

/** That a list was taken whole, or never was. */
export const factOfList = (what: 'Therapies' | 'Medication', count: number, completeOn?: string): UsedFact =>
  completeOn === undefined
    ? { text: `${what}: ${String(count)} recorded; the list was never taken whole` }
    : { text: `${what}: ${String(count)} recorded, the list taken whole`, on: completeOn };

/** A whole date only; a month or a year is told in words. */
const dated = (date: string | undefined): { readonly on?: string } =>
  date === undefined || date.length < 10 ? {} : { on: date.slice(0, 10) };
