import type { Answer, TherapyCourse } from '@consilium/clinical';
import { dateOf, type Day } from '../calendar.js';
import type { PriorTherapyCriterion } from '../language/clinical-criterion.js';
import { isFresh, therapiesOf, toleranceDays, type Dated, type DatedList } from './dated-entries.js';
import { factOfCourse, factOfList } from './describe-course.js';
import type { DrugReference } from './eligibility-references.js';
import type { Evaluate } from './evaluate-leaf.js';
import { open, settled, type Change, type Judged, type UsedFact } from './judged.js';
import { matchCourse, matchQuestions } from './match-course.js';
import { firstDayWith, sooner, standsUntil, type OverTime } from './over-time.js';
import {
  begunBy,
  endedBefore,
  givenWithin,
  hadOutcome,
  hadResponse,
  mostRecent,
  progression,
} from './prior-course.js';
import type { Question } from './question.js';
import { askCourse, askLastDose, askStart, askTherapyHistory, once } from './therapy-questions.js';

type Course = Dated<TherapyCourse>;

/**
 * A therapy that was found counts whether or not the list is complete. That there was none is believed of a list that
 * was taken whole, on whatever day, as protocols ask for the history as documented; the fact names the day. What asks for
 * the latest time (`withinDays`, `mostRecent`) needs a list of the last 30 days (our tolerance).
 */
export const evaluatePriorTherapy: Evaluate<'priorTherapy'> = (criterion, patient, on, { drugs }) => {
  const list = therapiesOf(patient.facts);
  if (list === undefined) return neverTaken;
  const asked: Asked = { criterion, list, drugs };
  const answer = answerAt(asked, on);
  const until = on > horizonOf(asked) ? undefined : standsUntil(overTime(asked, false), answer, on);
  if (answer === 'unknown')
    return open(
      () => ({
        facts: factsFor(asked, on),
        missing: questionsFor(asked, on, until === undefined ? undefined : until + 1),
      }),
      until,
    );
  return settled(
    answer,
    () => {
      const turn = firstDayWith(overTime(asked, true), answer === 'met' ? 'not-met' : 'met', on);
      return {
        facts: factsFor(asked, on),
        change: turn === undefined ? changeOf(answer, criterion) : { kind: 'on-date', from: dateOf(turn) },
      };
    },
    until,
  );
};

interface Asked {
  readonly criterion: PriorTherapyCriterion;
  readonly list: DatedList<TherapyCourse>;
  readonly drugs: DrugReference;
}

const neverTaken: Judged = open(() => ({ missing: [askTherapyHistory(undefined)] }));

function changeOf(answer: 'met' | 'not-met', criterion: PriorTherapyCriterion): Change {
  if (answer === 'not-met') return { kind: 'possible', how: 'Once such a therapy has been given.' };
  if (criterion.mostRecent === true) return { kind: 'possible', how: 'After another systemic therapy.' };
  return criterion.withinDays === undefined
    ? { kind: 'fixed' }
    : { kind: 'possible', how: `${String(criterion.withinDays)} days after the last dose.` };
}

/** After this day nothing changes by itself. */
const horizonOf = ({ criterion: { withinDays = 0, endedDaysAgo = 0 }, list }: Asked): Day =>
  Math.max(
    list.latest + Math.max(withinDays, endedDaysAgo, 0),
    (list.completeOn ?? -Infinity) + toleranceDays,
  ) + 1;

/** `complete`: as if the list were known to be complete, to see what time alone changes. */
const overTime = (asked: Asked, complete: boolean): OverTime => ({
  at: (day) => answerAt(asked, day, complete),
  next: (after) => nextAfter(asked, after),
});

function answerAt(asked: Asked, on: Day, complete = false): Answer {
  const needed = asked.criterion.atLeast ?? 1;
  if (needed <= 0) return 'met';
  let sure = 0;
  let possible = 0;
  for (const course of asked.list.entries) {
    const answer = answerOf(course, asked, on, complete);
    if (answer === 'met') sure += 1;
    else if (answer === 'unknown') possible += 1;
    if (sure >= needed) return 'met';
  }
  return sure + possible < needed && (complete || isClosed(asked, on)) ? 'not-met' : 'unknown';
}

const isClosed = ({ criterion, list }: Asked, on: Day): boolean =>
  criterion.withinDays === undefined && criterion.mostRecent !== true
    ? list.completeOn !== undefined
    : isFresh(list.completeOn, on);

/** Every member present must hold; the first that does not ends it. */
function answerOf(course: Course, { criterion, list, drugs }: Asked, on: Day, complete: boolean): Answer {
  let answer = matchCourse(course.entry, criterion, drugs);
  if (answer === 'not-met') return answer;
  const members = timeOf(course, criterion, on);
  if (members === 'not-met') return members;
  if (members === 'unknown') answer = 'unknown';
  const { outcomes, bestResponses, progressed } = criterion;
  if (outcomes !== undefined) answer = both(answer, hadOutcome(course.entry, outcomes));
  if (bestResponses !== undefined) answer = both(answer, hadResponse(course.entry, bestResponses));
  if (progressed !== undefined) answer = both(answer, progression(course, progressed, on));
  if (answer !== 'not-met' && criterion.mostRecent === true)
    answer = both(answer, mostRecent(course, list, on, complete));
  return answer;
}

function timeOf(course: Course, { withinDays, endedDaysAgo }: PriorTherapyCriterion, on: Day): Answer {
  let answer = begunBy(course, on);
  if (withinDays !== undefined) answer = both(answer, givenWithin(course, withinDays, on));
  if (endedDaysAgo !== undefined) answer = both(answer, endedBefore(course, endedDaysAgo, on));
  return answer;
}

const both = (a: Answer, b: Answer): Answer =>
  a === 'not-met' || b === 'not-met' ? 'not-met' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'met';

function nextAfter({ criterion: { withinDays, endedDaysAgo }, list }: Asked, after: Day): Day {
  let soonest =
    list.completeOn === undefined ? Infinity : sooner(Infinity, list.completeOn + toleranceDays + 1, after);
  for (const { startFirst, startLast, endFirst, endLast, progressed } of list.entries) {
    soonest = sooner(sooner(soonest, startFirst, after), startLast, after);
    if (withinDays !== undefined)
      soonest = sooner(sooner(soonest, endFirst + withinDays + 1, after), endLast + withinDays + 1, after);
    if (endedDaysAgo !== undefined)
      soonest = sooner(sooner(soonest, endFirst + endedDaysAgo, after), endLast + endedDaysAgo, after);
    if (progressed !== undefined)
      soonest = sooner(sooner(soonest, progressed.first, after), progressed.last, after);
  }
  return soonest;
}

/** The courses that hold, or may; where there are none, all that are such a therapy at another time or in another way. */
function factsFor(asked: Asked, on: Day): readonly UsedFact[] {
  const { criterion, list, drugs } = asked;
  const holding = list.entries.filter((course) => answerOf(course, asked, on, false) !== 'not-met');
  const shown =
    holding.length > 0
      ? holding
      : list.entries.filter(({ entry }) => matchCourse(entry, criterion, drugs) !== 'not-met');
  const courses = shown.map(({ entry }) => factOfCourse(entry));
  return answerAt(asked, on) === 'met' ? courses : [listFact(list), ...courses];
}

export const listFact = ({ entries, completeOn }: DatedList<unknown>): UsedFact =>
  factOfList('Therapies', entries.length, completeOn === undefined ? undefined : dateOf(completeOn));

function questionsFor(asked: Asked, on: Day, settlesOn: Day | undefined): readonly Question[] {
  const { criterion, list, drugs } = asked;
  const questions: Question[] = isClosed(asked, on) ? [] : [askTherapyHistory(listFact(list).on)];
  for (const course of list.entries) {
    if (answerOf(course, asked, on, false) !== 'unknown') continue;
    const { entry } = course;
    const { outcomes, bestResponses, progressed } = criterion;
    questions.push(...matchQuestions(entry, criterion, drugs));
    if (begunBy(course, on) === 'unknown') questions.push(askStart(entry));
    else if (timeOf(course, criterion, on) === 'unknown') questions.push(askLastDose(entry, settlesOn));
    if (outcomes !== undefined && hadOutcome(entry, outcomes) === 'unknown')
      questions.push(askCourse('outcome', entry));
    if (bestResponses !== undefined && hadResponse(entry, bestResponses) === 'unknown')
      questions.push(askCourse('response', entry));
    if (progressed !== undefined && progression(course, progressed, on) === 'unknown')
      questions.push(askCourse('progression', entry));
    if (criterion.mostRecent === true && mostRecent(course, list, on, true) === 'unknown')
      questions.push(...list.entries.filter(startIsOpen).map((other) => askStart(other.entry)));
  }
  return once(questions);
}

const startIsOpen = ({ startFirst, startLast, entry }: Course): boolean =>
  startFirst < startLast && entry.type === 'systemic';
