import { negate, type Answer } from '@consilium/clinical';
import type { Day } from '../calendar.js';
import type { EligibilityReferences } from '../evaluation/eligibility-references.js';
import type { PatientRecord } from '../evaluation/patient-record.js';
import type { Criterion } from '../language/criterion.js';
import { questionOf, type LeafQuestion } from './evaluators.js';
import { atLeastOf } from './kleene.js';
import { foldCriterion } from './parts-of.js';

/** The answer of a whole tree without its reasons, and without an index: the plain meaning of the language. */
export function createAsker(
  references: EligibilityReferences,
): (criterion: Criterion, patient: PatientRecord, on: Day) => Answer {
  const questions = new WeakMap<object, LeafQuestion>();
  const ask = (criterion: Criterion, patient: PatientRecord, on: Day): Answer =>
    foldCriterion<Answer>(criterion, {
      leaf: (leaf) => {
        let question = questions.get(leaf);
        if (question === undefined) questions.set(leaf, (question = questionOf(leaf)));
        return question.ask(patient, on, references).answer;
      },
      composite: ({ kind, parts, count }) => {
        const answers = parts.map((part) => ask(part, patient, on));
        return kind === 'not' ? negate(answers[0] ?? 'unknown') : atLeastOf(count, answers);
      },
    });
  return ask;
}
