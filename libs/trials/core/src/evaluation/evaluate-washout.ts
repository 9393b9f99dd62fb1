import type { Answer, TherapyCourse } from '@consilium/clinical';
import { dateOf, type Day } from '../calendar.js';
import type { WashoutCriterion } from '../language/clinical-criterion.js';
import { isFresh, therapiesOf, toleranceDays, type Dated, type DatedList } from './dated-entries.js';
import { describeCourse, factOfCourse } from './describe-course.js';
import type { DrugReference } from './eligibility-references.js';
import type { Evaluate } from './evaluate-leaf.js';
import { listFact } from './evaluate-prior-therapy.js';
import { open, settled, type Change, type Judged, type UsedFact } from './judged.js';
import { agentsOf, matchCourse, matchQuestions } from './match-course.js';
import { firstDayWith, sooner, standsUntil, type OverTime } from './over-time.js';
import type { Question } from './question.js';
import { askDrugs, askLastDose, askStart, askTherapyHistory, once } from './therapy-questions.js';

/**
 * Whether the last dose of every such therapy lies far enough back: whole days, met on the day that is so many days after
 * the last dose. Of a regimen every drug that is meant must be washed out. With both `days` and `halfLives` and without
 * `whichever` the longer counts, the careful reading. Half-lives apply to drugs only. A course that is too recent settles
 * it; that there is none is believed of a list of the last 30 days (our tolerance).
 */
export const evaluateWashout: Evaluate<'washout'> = (criterion, patient, on, { drugs }) => {
  const list = therapiesOf(patient.facts);
  if (list === undefined) return neverTaken;
  const asked: Asked = { list, waits: waitsFor(criterion, list, drugs, on), complete: false };
  const answer = answerAt(asked, on);
  const until = standsUntil(overTime(asked), answer, on);
  if (answer === 'unknown')
    return open(
      () => ({
        facts: factsFor({ ...asked, waits: waitsFor(criterion, list, drugs) }),
        missing: questionsFor(asked, criterion, on, drugs),
      }),
      until,
    );
  return settled(
    answer,
    () =>
      answer === 'met'
        ? {
            facts: factsFor({ ...asked, waits: waitsFor(criterion, list, drugs) }),
            change: { kind: 'possible', how: 'After another dose.' },
          }
        : { facts: factsFor(asked, on), change: changeOf(asked, on) },
    until,
  );
};

const neverTaken: Judged = open(() => ({ missing: [askTherapyHistory(undefined)] }));

interface Asked {
  readonly list: DatedList<TherapyCourse>;
  readonly waits: readonly Wait[];
  /** As if the list were known to be complete, to see what time alone changes. */
  readonly complete: boolean;
}

/** A course that must be washed out, or may have to be, and the least and the most days that this may take. */
interface Wait {
  readonly course: Dated<TherapyCourse>;
  readonly certain: boolean;
  readonly atLeast: number;
  readonly atMost: number;
}

const overTime = (asked: Asked): OverTime => ({
  at: (day) => answerAt(asked, day),
  next: (after) => nextAfter(asked, after),
});

function answerAt({ list, waits, complete }: Asked, on: Day): Answer {
  let answer: Answer = complete || isFresh(list.completeOn, on) ? 'met' : 'unknown';
  for (const wait of waits) {
    const one = isOver(wait, on);
    if (one === 'not-met') return one;
    if (one === 'unknown') answer = 'unknown';
  }
  return answer;
}

function isOver({ course, certain, atLeast, atMost }: Wait, on: Day): Answer {
  const { startFirst, startLast, endFirst, endLast } = course;
  if (startFirst > on || on - endLast >= atMost) return 'met';
  return certain && startLast <= on && on - endFirst < atLeast ? 'not-met' : 'unknown';
}

function nextAfter({ list, waits }: Asked, after: Day): Day {
  let soonest =
    list.completeOn === undefined ? Infinity : sooner(Infinity, list.completeOn + toleranceDays + 1, after);
  for (const { course, atLeast, atMost } of waits) {
    soonest = sooner(sooner(soonest, course.startFirst, after), course.startLast, after);
    soonest = sooner(sooner(soonest, course.endFirst + atLeast, after), course.endLast + atMost, after);
  }
  return soonest;
}

/** All that is meant; with `on` without what is washed out by then, and stays so. */
function waitsFor(
  criterion: WashoutCriterion,
  list: DatedList<TherapyCourse>,
  drugs: DrugReference,
  on = -Infinity,
): readonly Wait[] {
  const waits: Wait[] = [];
  for (const course of list.entries) {
    const answer = matchCourse(course.entry, criterion, drugs);
    if (answer === 'not-met') continue;
    const { atLeast, atMost } = daysFor(course.entry, criterion, drugs);
    if (on - course.endLast >= atMost) continue;
    waits.push({ course, certain: answer === 'met', atLeast, atMost });
  }
  return waits;
}

interface Days {
  readonly atLeast: number;
  readonly atMost: number;
}

function daysFor(course: TherapyCourse, criterion: WashoutCriterion, drugs: DrugReference): Days {
  const { days, halfLives } = criterion;
  if (halfLives === undefined || isNoDrug(course)) return { atLeast: days ?? 0, atMost: days ?? 0 };
  const agents = agentsOf(criterion, drugs);
  let atLeast = 0;
  let atMost = 0;
  const add = (meant: Answer, halfLife: number | undefined): void => {
    if (meant === 'not-met') return;
    const own = daysOf(halfLife, criterion);
    if (meant === 'met') atLeast = Math.max(atLeast, own.atLeast);
    atMost = Math.max(atMost, own.atMost);
  };
  for (const drug of course.drugs) add(agents.ofDrug(drug), drugs.halfLifeOf(drug));
  for (const name of agents.unnamedIn(course)) add(agents.ofUnnamed(name), undefined);
  return { atLeast, atMost };
}

function daysOf(halfLife: number | undefined, { days, halfLives = 0, whichever }: WashoutCriterion): Days {
  const shorter = whichever === 'shorter';
  if (halfLife === undefined)
    return days === undefined
      ? { atLeast: 0, atMost: Infinity }
      : shorter
        ? { atLeast: 0, atMost: days }
        : { atLeast: days, atMost: Infinity };
  // Rounding must not make 5 × 4.2 days more than 21.
  const byHalfLives = Math.ceil(halfLife * halfLives - 1e-9);
  const wait =
    days === undefined ? byHalfLives : shorter ? Math.min(days, byHalfLives) : Math.max(days, byHalfLives);
  return { atLeast: wait, atMost: wait };
}

const isNoDrug = ({ type, drugs, classes = [] }: TherapyCourse): boolean =>
  drugs.length === 0 &&
  classes.length === 0 &&
  (type === 'surgery' || type === 'radiotherapy' || type === 'stem-cell-transplant');

/** The first day on which all that is listed is washed out, where it is known. */
function changeOf(asked: Asked, on: Day): Change {
  const waits = asked.waits.filter((wait) => isOver(wait, on) !== 'met');
  const day = firstDayWith(overTime({ ...asked, complete: true }), 'met', on);
  if (day !== undefined) return { kind: 'on-date', from: dateOf(day) };
  const open = waits.filter(({ course, atMost }) => course.endLast + atMost === Infinity);
  const running = open.filter(({ course }) => course.endFirst === Infinity);
  const named = (running.length > 0 ? running : open).map(({ course }) => describeCourse(course.entry));
  return {
    kind: 'possible',
    how:
      running.length > 0
        ? `After ${named.join(' and ')} has been stopped.`
        : `With time; the day depends on what is not known of ${named.join(' and ')}.`,
  };
}

/** Courses that are meant; of an answer that is not met those alone that stand in the way. */
function factsFor(asked: Asked, blockedOn?: Day): readonly UsedFact[] {
  const shown =
    blockedOn === undefined ? asked.waits : asked.waits.filter((wait) => isOver(wait, blockedOn) !== 'met');
  const facts = shown.map(({ course, atLeast, atMost }) => ({
    ...factOfCourse(course.entry),
    value: `${factOfCourse(course.entry).value ?? ''}; ${neededText(atLeast, atMost)}`,
  }));
  return blockedOn === undefined ? [listFact(asked.list), ...facts] : facts;
}

function neededText(atLeast: number, atMost: number): string {
  if (atLeast === atMost) return `washout of ${String(atLeast)} days`;
  return atMost === Infinity
    ? `washout of at least ${String(atLeast)} days`
    : `washout of ${String(atLeast)} to ${String(atMost)} days`;
}

function questionsFor(
  asked: Asked,
  criterion: WashoutCriterion,
  on: Day,
  drugs: DrugReference,
): readonly Question[] {
  const { list, waits } = asked;
  const questions: Question[] = [];
  for (const wait of waits) {
    if (isOver(wait, on) !== 'unknown') continue;
    const { course, atLeast, atMost } = wait;
    questions.push(...matchQuestions(course.entry, criterion, drugs));
    if (course.startLast > on) questions.push(askStart(course.entry));
    const settlesOn = course.endLast + atMost;
    if (course.endFirst < course.endLast)
      questions.push(askLastDose(course.entry, Number.isFinite(settlesOn) ? settlesOn : undefined));
    if (atLeast < atMost) questions.push(...halfLifeQuestions(course.entry, criterion, drugs));
  }
  if (!isFresh(list.completeOn, on)) questions.push(askTherapyHistory(listFact(list).on));
  return once(questions);
}

function halfLifeQuestions(
  course: TherapyCourse,
  criterion: WashoutCriterion,
  drugs: DrugReference,
): readonly Question[] {
  const agents = agentsOf(criterion, drugs);
  const unknown = course.drugs.filter(
    (drug) => agents.ofDrug(drug) !== 'not-met' && drugs.halfLifeOf(drug) === undefined,
  );
  const lookedUp = unknown.map((drug): Question => ({
    key: `drug-half-life:${drug}`,
    effort: 'curate',
    text: `Half-life of ${drug}`,
  }));
  return agents.unnamedIn(course).length === 0 ? lookedUp : [...lookedUp, askDrugs(course)];
}
