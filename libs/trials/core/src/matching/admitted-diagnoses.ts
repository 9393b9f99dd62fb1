import { allOf, negate, type Answer, type TumourTypeTree } from '@consilium/clinical';
import type { TumourTypeCriterion } from '../language/clinical-criterion.js';
import type { Criterion } from '../language/criterion.js';
import type { Trial } from '../language/trial.js';
import { atLeastOf } from './kleene.js';
import { criteriaOf } from './compile-trials.js';
import { foldCriterion } from './parts-of.js';
import type { PatientRecord } from '../evaluation/patient-record.js';

/**
 * Whether somebody for whom these OncoTree codes are recorded may fit some cohort of the trial, all other criteria left
 * open. Who may not is not eligible, once all of them count; one without any code always may be. Codes that contradict
 * each other are asked together: between them more is unknown than of each by itself.
 */
export function admits(trial: Trial, codes: readonly string[], tumourTypes: TumourTypeTree): boolean {
  return (
    codes.length === 0 ||
    criteriaOf(trial).some(
      ({ criteria }) => allOf(criteria.map((one) => answerFor(one, codes, tumourTypes))) !== 'not-met',
    )
  );
}

/** Every code recorded for a patient, in the clinical facts or on a report. */
export const codesOf = ({ facts, profiles }: PatientRecord): readonly string[] => [
  ...new Set([
    ...(facts?.diagnoses ?? []).slice(0, 1).map(({ code }) => code),
    ...profiles.map(({ diagnosis }) => diagnosis),
  ]),
];

/** Met is never claimed: which of several codes counts, and whether a coarse one is what is asked, stays open here. */
const answerFor = (criterion: Criterion, codes: readonly string[], tumourTypes: TumourTypeTree): Answer =>
  foldCriterion<Answer>(criterion, {
    leaf: (leaf) =>
      !('tumourType' in leaf) || codes.some((code) => mayFit(leaf.tumourType, code, tumourTypes))
        ? 'unknown'
        : 'not-met',
    composite: ({ kind, parts, count }) => {
      const answers = parts.map((part) => answerFor(part, codes, tumourTypes));
      return kind === 'not' ? negate(answers[0] ?? 'unknown') : atLeastOf(count, answers);
    },
  });

function mayFit({ within, except }: TumourTypeCriterion, code: string, tumourTypes: TumourTypeTree): boolean {
  if (!tumourTypes.isDiagnosis(code)) return true;
  const inside =
    within === 'ANY' ||
    (within === 'SOLID' && tumourTypes.isSolid(code)) ||
    (within === 'LIQUID' && !tumourTypes.isSolid(code)) ||
    (typeof within !== 'string' && tumourTypes.fit(within, code) !== 'another-type');
  return inside && !(except !== undefined && tumourTypes.isWithin(except, code));
}
