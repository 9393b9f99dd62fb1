import { negate, type Answer } from '@consilium/clinical';
import { assertUnreachable } from '@consilium/kernel';
import { dateOf, dayOf, type Day } from '../calendar.js';
import type { EligibilityReferences } from '../evaluation/eligibility-references.js';
import type { Change, UsedFact } from '../evaluation/judged.js';
import type { PatientRecord } from '../evaluation/patient-record.js';
import type { Question } from '../evaluation/question.js';
import type { CompositeKind, Criterion, Leaf, LeafKind } from '../language/criterion.js';
import { describeLeaf } from './describe-leaf.js';
import { questionOf } from './evaluators.js';
import { allOf, anyOf, atLeastOf } from './kleene.js';
import { foldCriterion, type Parts } from './parts-of.js';

/** A criterion with its answer for one patient at one date, and all that the answer rests on. */
export interface CriterionAnswer {
  /** The criterion's own id, or its place in the tree (`/all/2/not`). */
  readonly id: string;
  readonly kind: CompositeKind | LeafKind;
  readonly answer: Answer;
  /** The source's words, where it has them. */
  readonly text?: string;
  /** What is asked, in the product's words; leaves only. */
  readonly asks?: string;
  readonly facts: readonly UsedFact[];
  /** What together would settle an unknown leaf. */
  readonly missing: readonly Question[];
  /** Leaves: whether, how and when the answer may change. */
  readonly change?: Change;
  /** Last day on which the answer is sure to be the same while no fact changes; absent: for ever. */
  readonly holdsUntil?: string;
  readonly parts: readonly CriterionAnswer[];
  /** How many of the parts must hold; composites only. */
  readonly count?: number;
}

/** Evaluates the whole tree, nothing skipped: for who wants to see why. `on` is an ISO date. */
export function evaluateCriterion(
  criterion: Criterion,
  patient: PatientRecord,
  on: string,
  references: EligibilityReferences,
): CriterionAnswer {
  return evaluateAt(criterion, '', { patient, on: dayOf(on), references });
}

interface Asked {
  readonly patient: PatientRecord;
  readonly on: Day;
  readonly references: EligibilityReferences;
}

function evaluateAt(criterion: Criterion, place: string, asked: Asked): CriterionAnswer {
  const { id, text } = criterion;
  return {
    id: id ?? (place === '' ? '/' : place),
    ...(text === undefined ? {} : { text }),
    ...foldCriterion(criterion, {
      leaf: (leaf) => evaluateLeaf(leaf, asked),
      composite: (parts) => evaluateComposite(parts, place, asked),
    }),
  };
}

type Evaluated = Omit<CriterionAnswer, 'id' | 'text'>;

function evaluateComposite({ kind, parts, count }: Parts, place: string, asked: Asked): Evaluated {
  const evaluated = parts.map((part, index) =>
    evaluateAt(part, `${place}/${kind}${kind === 'not' ? '' : `/${String(index)}`}`, asked),
  );
  const until = evaluated
    .flatMap(({ holdsUntil }) => (holdsUntil === undefined ? [] : [holdsUntil]))
    .sort()[0];
  const answers = evaluated.map(({ answer }) => answer);
  return {
    kind,
    answer: combine(kind, answers, count),
    facts: [],
    missing: [],
    parts: evaluated,
    count,
    ...(until === undefined ? {} : { holdsUntil: until }),
  };
}

function combine(kind: CompositeKind, answers: readonly Answer[], count: number): Answer {
  switch (kind) {
    case 'all':
      return allOf(answers);
    case 'any':
      return anyOf(answers);
    case 'not':
      return negate(answers[0] ?? 'unknown');
    case 'atLeast':
      return atLeastOf(count, answers);
    default:
      return assertUnreachable(kind);
  }
}

function evaluateLeaf(leaf: Leaf, { patient, on, references }: Asked): Evaluated {
  const question = questionOf(leaf);
  const judged = question.ask(patient, on, references);
  const { facts, missing, change } = judged.reasons();
  return {
    kind: question.kind,
    answer: judged.answer,
    asks: describeLeaf(leaf),
    facts,
    missing,
    parts: [],
    ...(change === undefined ? {} : { change }),
    ...(judged.holdsUntil === undefined ? {} : { holdsUntil: dateOf(judged.holdsUntil) }),
  };
}
