import { type Answer, type PartialDate } from '@consilium/clinical';
import { dayOf, type Day } from '../calendar.js';
import type { HistologyCriterion } from '../language/clinical-criterion.js';
import { answerLeaf, fact, fixed } from './answer-leaf.js';
import { diagnosisOf, type DatedDiagnosis } from './dated-history.js';
import { always, and, begunBy, closedBy, type Timed } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';
import type { Question } from './question.js';

/** Microscopic features, compared in lower case, and the grade of the tumour in question. */
export const evaluateHistology: Evaluate<'histology'> = (criterion, patient, on) => {
  const diagnosis = diagnosisOf(patient.facts);
  return answerLeaf((day) => judge(diagnosis, criterion, day), on, {
    facts: () => {
      if (diagnosis === undefined || diagnosis.made.first > on) return [];
      const { histology, grade } = diagnosis.entry;
      return [
        ...(histology === undefined
          ? []
          : [fact('Histology', histology.entries.join(', '), histology.completeOn)]),
        ...(grade === undefined ? [] : [fact('Grade', String(grade))]),
      ];
    },
    missing: () => questionsFor(diagnosis, criterion, on),
    change: fixed,
  });
};

function judge(diagnosis: DatedDiagnosis | undefined, criterion: HistologyCriterion, on: Day): Timed {
  if (diagnosis === undefined) return always('unknown');
  const made = begunBy(diagnosis.made, on);
  if (made.answer !== 'met') return { answer: 'unknown', until: made.until };
  return and(judgeFeatures(diagnosis, criterion, on), always(judgeGrade(diagnosis, criterion)));
}

function judgeFeatures(
  { entry: { histology } }: DatedDiagnosis,
  { anyOf }: HistologyCriterion,
  on: Day,
): Timed {
  if (anyOf === undefined) return always('met');
  for (const feature of histology?.entries ?? [])
    for (const wanted of anyOf)
      if (feature === wanted || feature.toLowerCase() === wanted.toLowerCase()) return always('met');
  return closedBy(always('not-met'), dayOrNone(histology?.completeOn), on);
}

const dayOrNone = (date: PartialDate | undefined): Day | undefined =>
  date === undefined ? undefined : dayOf(date);

function judgeGrade(
  { entry: { grade } }: DatedDiagnosis,
  { gradeAtLeast, gradeAtMost }: HistologyCriterion,
): Answer {
  if (gradeAtLeast === undefined && gradeAtMost === undefined) return 'met';
  if (grade === undefined) return 'unknown';
  return grade >= (gradeAtLeast ?? -Infinity) && grade <= (gradeAtMost ?? Infinity) ? 'met' : 'not-met';
}

function questionsFor(
  diagnosis: DatedDiagnosis | undefined,
  criterion: HistologyCriterion,
  on: Day,
): readonly Question[] {
  const { anyOf, gradeAtLeast, gradeAtMost } = criterion;
  const unmade = diagnosis === undefined || diagnosis.made.last > on;
  const features: Question = {
    key: 'ask:histology',
    effort: 'ask',
    text: `Histology: whether there is ${(anyOf ?? []).join(' or ')}`,
  };
  const grade: Question = { key: 'ask:grade', effort: 'ask', text: 'Histological grade' };
  const asksGrade = gradeAtLeast !== undefined || gradeAtMost !== undefined;
  return [
    ...(anyOf !== undefined && (unmade || judgeFeatures(diagnosis, criterion, on).answer === 'unknown')
      ? [features]
      : []),
    ...(asksGrade && (unmade || judgeGrade(diagnosis, criterion) === 'unknown') ? [grade] : []),
  ];
}
