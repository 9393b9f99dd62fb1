import type { Answer } from '@consilium/clinical';
import type { EligibilityReferences } from '../evaluation/eligibility-references.js';
import type { UsedFact } from '../evaluation/judged.js';
import type { Question } from '../evaluation/question.js';
import type { Trial } from '../language/trial.js';
import type { CriterionAnswer } from '../matching/evaluate-criterion.js';
import { explainTrial, type CohortExplanation } from '../matching/explain-trial.js';
import type { Verdict } from '../matching/match-patient.js';
import { placeOfPart } from './check-draft.js';
import type { ExpectedVerdict, TrialExample } from './trial-example.js';

/** A criterion's answer on which a verdict rests. */
export interface DecidingAnswer {
  /** JSON pointer into the trial's document. */
  readonly place: string;
  readonly answer: Answer;
  /** The source's words, where it has them; else what is asked. */
  readonly text: string;
  readonly facts: readonly UsedFact[];
  readonly missing: readonly Question[];
}

export interface ExpectedOutcome {
  readonly arm: string;
  readonly cohort?: string;
  readonly expected: Verdict;
  /** Absent: the trial has no such cohort. */
  readonly actual?: Verdict;
  /** Where the verdict is another than expected: the answers that made it. */
  readonly deciding: readonly DecidingAnswer[];
}

export interface ExampleOutcome {
  readonly name: string;
  readonly on: string;
  readonly asExpected: boolean;
  readonly cohorts: readonly ExpectedOutcome[];
}

/** Where the trial puts its example patients, beside where a curator expects them. */
export function checkExamples(
  trial: Trial,
  examples: readonly TrialExample[],
  references: EligibilityReferences,
): readonly ExampleOutcome[] {
  return examples.map(({ name, record, on, expected }) => {
    const { cohorts } = explainTrial(trial, record, on, references);
    const outcomes = expected.map((one) => compare(trial, one, cohorts));
    const asExpected = outcomes.every((one) => one.actual === one.expected);
    return { name, on, asExpected, cohorts: outcomes };
  });
}

function compare(
  trial: Trial,
  { arm, cohort, verdict: expected }: ExpectedVerdict,
  cohorts: readonly CohortExplanation[],
): ExpectedOutcome {
  const named = { arm, ...(cohort === undefined ? {} : { cohort }), expected };
  const found = cohorts.find((one) => one.arm === arm && one.cohort === cohort);
  if (found === undefined) return { ...named, deciding: [] };
  const { verdict: actual, criteria } = found;
  if (actual === expected) return { ...named, actual, deciding: [] };
  const decisive: Answer = actual === 'eligible' ? 'met' : actual === 'possible' ? 'unknown' : 'not-met';
  const places = placesOf(trial, arm, cohort);
  const deciding = criteria.flatMap((answer, at) =>
    answer.answer === decisive ? decidingBelow(answer, places[at] ?? '') : [],
  );
  return { ...named, actual, deciding };
}

/** Where the trees of a cohort's conjunction stand, in the order in which they are evaluated. */
function placesOf(trial: Trial, armId: string, cohortId: string | undefined): readonly string[] {
  const armAt = trial.arms.findIndex(({ id }) => id === armId);
  const arm = trial.arms[armAt];
  const cohortAt = (arm?.cohorts ?? []).findIndex(({ id }) => id === cohortId);
  const above = `/arms/${String(armAt)}`;
  return [
    ...(trial.eligibility === undefined ? [] : ['/eligibility']),
    ...(arm?.eligibility === undefined ? [] : [`${above}/eligibility`]),
    ...(arm?.cohorts?.[cohortAt]?.eligibility === undefined
      ? []
      : [`${above}/cohorts/${String(cohortAt)}/eligibility`]),
  ];
}

/** The leaves that give a node its answer: the parts that answer alike, or the one that is denied. */
function decidingBelow(node: CriterionAnswer, place: string): readonly DecidingAnswer[] {
  const { kind, answer, parts, facts, missing } = node;
  switch (kind) {
    case 'not':
    case 'all':
    case 'any':
    case 'atLeast':
      return parts.flatMap((part, at) =>
        kind === 'not' || part.answer === answer ? decidingBelow(part, placeOfPart(place, kind, at)) : [],
      );
    default:
      return [{ place, answer, text: node.text ?? node.asks ?? kind, facts, missing }];
  }
}
