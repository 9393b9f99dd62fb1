import { allOf, type Answer } from '@consilium/clinical';
import { answerLeaf, fact, fixed } from './answer-leaf.js';
import { always, closedBy, lastDay } from './entries-in-time.js';
import type { Evaluate } from './evaluate-leaf.js';

/** Microscopic features, compared in lower case, and the grade of the tumour in question. */
export const evaluateHistology: Evaluate<'histology'> = (criterion, patient, on) => {
  const { anyOf, gradeAtLeast, gradeAtMost } = criterion;
  const diagnosis = patient.facts?.diagnoses?.[0];
  const histology = diagnosis?.histology;
  const grade = diagnosis?.grade;
  const found = histology?.entries.some((feature) => anyOf?.includes(feature) === true) === true;
  const features =
    anyOf === undefined
      ? always('met')
      : closedBy(always(found ? 'met' : 'not-met'), histology?.completeOn, on);
  const ofGrade: Answer =
    gradeAtLeast === undefined && gradeAtMost === undefined
      ? 'met'
      : grade === undefined
        ? 'unknown'
        : grade >= (gradeAtLeast ?? -Infinity) && grade <= (gradeAtMost ?? Infinity)
          ? 'met'
          : 'not-met';
  const until = lastDay(features) ?? Infinity;
  return answerLeaf(
    { answer: allOf([features.answer, ofGrade]), until },
    {
      facts: () => [
        ...(histology === undefined
          ? []
          : [fact('Histology', histology.entries.join(', '), histology.completeOn)]),
        ...(grade === undefined ? [] : [fact('Grade', String(grade))]),
      ],
      missing: () => [
        {
          key: features.answer === 'unknown' ? 'ask:histology' : 'ask:grade',
          effort: 'ask',
          text:
            features.answer === 'unknown'
              ? `Histology: whether there is ${(anyOf ?? []).join(' or ')}`
              : 'Histological grade',
        },
      ],
      change: fixed,
    },
  );
};
