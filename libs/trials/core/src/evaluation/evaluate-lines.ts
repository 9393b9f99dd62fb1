import type { Answer, TherapyCourse } from '@consilium/clinical';
import { dateOf, type Day } from '../calendar.js';
import type { LinesCriterion } from '../language/clinical-criterion.js';
import { therapiesOf, type DatedList } from './dated-entries.js';
import { factOfCourse } from './describe-course.js';
import type { DrugReference } from './eligibility-references.js';
import type { Evaluate } from './evaluate-leaf.js';
import { listFact } from './evaluate-prior-therapy.js';
import { open, settled, type Change, type Judged, type UsedFact } from './judged.js';
import { countLines, partOf } from './count-lines.js';
import { drugQuestions, matchDrugs } from './match-course.js';
import { firstDayWith, sooner, standsUntil, type OverTime } from './over-time.js';
import { begunBy } from './prior-course.js';
import type { Question } from './question.js';
import { askStart, askTherapyHistory, once } from './therapy-questions.js';

/**
 * Whether there were so many lines of therapy, counted by `countLines`; settled where the least and the most number that
 * the record allows agree. The list speaks for the past if it was ever taken whole, as with `priorTherapy`.
 */
export const evaluateLines: Evaluate<'lines'> = (criterion, patient, on, { drugs }) => {
  const list = therapiesOf(patient.facts);
  if (list === undefined) return neverTaken;
  const asked: Asked = { criterion, list, drugs, complete: list.completeOn !== undefined };
  const answer = answerAt(asked, on);
  const until = on >= list.latest ? undefined : standsUntil(overTime(asked), answer, on);
  if (answer === 'unknown')
    return open(() => ({ facts: factsFor(asked, on), missing: questionsFor(asked, on) }), until);
  return settled(answer, () => ({ facts: factsFor(asked, on), change: changeOf(answer, asked, on) }), until);
};

const neverTaken: Judged = open(() => ({ missing: [askTherapyHistory(undefined)] }));

interface Asked {
  readonly criterion: LinesCriterion;
  readonly list: DatedList<TherapyCourse>;
  readonly drugs: DrugReference;
  readonly complete: boolean;
}

const overTime = (asked: Asked): OverTime => ({
  at: (day) => answerAt(asked, day),
  next: (after) => {
    let soonest = Infinity;
    for (const { startFirst, startLast } of asked.list.entries)
      soonest = sooner(sooner(soonest, startFirst, after), startLast, after);
    return soonest;
  },
});

function answerAt(asked: Asked, on: Day): Answer {
  const { atLeast = 0, atMost = Infinity } = asked.criterion;
  const { least, most } = countLines(asked.list, asked.criterion, asked.drugs, on, asked.complete);
  if (least > atMost || most < atLeast) return 'not-met';
  return least >= atLeast && most <= atMost ? 'met' : 'unknown';
}

/** What the count leaves open is told by the courses without a number, and by those whose drugs are not known. */
function questionsFor({ criterion, list, drugs, complete }: Asked, on: Day): readonly Question[] {
  const questions: Question[] = complete ? [] : [askTherapyHistory(undefined)];
  let numbersAsked = false;
  for (const { entry, ...span } of list.entries) {
    const begun = begunBy(span, on);
    if (begun === 'not-met' || partOf(entry, criterion) === 'none') continue;
    const meant = matchDrugs(entry, criterion, drugs);
    if (begun === 'unknown' && meant !== 'not-met') questions.push(askStart(entry));
    if (meant === 'unknown') questions.push(...drugQuestions(entry, criterion, drugs));
    if (entry.line === undefined && meant !== 'not-met') numbersAsked = true;
  }
  if (numbersAsked || questions.length === 0)
    questions.push({
      key: 'ask:therapy-lines',
      effort: 'ask',
      text: 'Which line of therapy for advanced disease each course was',
    });
  return once(questions);
}

function factsFor({ criterion, list, drugs, complete }: Asked, on: Day): readonly UsedFact[] {
  const { least, most } = countLines(list, criterion, drugs, on, complete);
  const value =
    least === most
      ? String(least)
      : most === Infinity
        ? `at least ${String(least)}`
        : `${String(least)} to ${String(most)}`;
  const counted = list.entries.filter(
    (course) =>
      begunBy(course, on) !== 'not-met' &&
      partOf(course.entry, criterion) !== 'none' &&
      matchDrugs(course.entry, criterion, drugs) !== 'not-met',
  );
  return [
    { ...listFact(list), text: 'Lines of therapy', value },
    ...counted.map(({ entry }) => factOfCourse(entry)),
  ];
}

function changeOf(answer: 'met' | 'not-met', asked: Asked, on: Day): Change {
  const { atMost = Infinity } = asked.criterion;
  const turn = firstDayWith(overTime(asked), answer === 'met' ? 'not-met' : 'met', on);
  if (turn !== undefined) return { kind: 'on-date', from: dateOf(turn) };
  const { least } = countLines(asked.list, asked.criterion, asked.drugs, on, asked.complete);
  // Lines only ever become more.
  const fixed = answer === 'met' ? atMost === Infinity : least > atMost;
  return fixed ? { kind: 'fixed' } : { kind: 'possible', how: 'After a further line of therapy.' };
}
