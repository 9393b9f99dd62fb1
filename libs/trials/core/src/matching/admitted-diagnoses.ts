import { allOf, anyOf, negate, type Answer, type TumourTypeTree } from '@consilium/clinical';
import type { Criterion } from '../language/criterion.js';
import type { Trial } from '../language/trial.js';
import { atLeastOf } from './kleene.js';
import { criteriaOf } from './compile-trials.js';
import { foldCriterion } from './parts-of.js';
import type { PatientRecord } from '../evaluation/patient-record.js';

/**
 * OncoTree codes a patient may have and still fit some cohort of the trial, all other criteria left open. A patient none
 * of whose recorded codes is among them is not eligible, once all of them count; one without any code always may be.
 */
export function admittedDiagnoses(
  trial: Trial,
  codes: readonly string[],
  tumourTypes: TumourTypeTree,
): ReadonlySet<string> {
  const cohorts = criteriaOf(trial);
  return new Set(
    codes.filter((code) =>
      cohorts.some(
        ({ criteria }) => allOf(criteria.map((one) => answerFor(one, code, tumourTypes))) !== 'not-met',
      ),
    ),
  );
}

/** Every code recorded for a patient, in the clinical facts or on a report. */
export const codesOf = ({ facts, profiles }: PatientRecord): readonly string[] => [
  ...new Set([
    ...(facts?.diagnoses ?? []).slice(0, 1).map(({ code }) => code),
    ...profiles.map(({ diagnosis }) => diagnosis),
  ]),
];

const answerFor = (criterion: Criterion, code: string, tumourTypes: TumourTypeTree): Answer =>
  foldCriterion<Answer>(criterion, {
    leaf: (leaf) => ('tumourType' in leaf ? fits(leaf.tumourType, code, tumourTypes) : 'unknown'),
    composite: ({ kind, parts, count }) => {
      const answers = parts.map((part) => answerFor(part, code, tumourTypes));
      return kind === 'not' ? negate(answers[0] ?? 'unknown') : atLeastOf(count, answers);
    },
  });

/** Met is never claimed: a second code of the same patient may say otherwise. */
function fits(
  {
    within,
    except,
  }: { readonly within: readonly string[] | 'ANY' | 'SOLID' | 'LIQUID'; readonly except?: readonly string[] },
  code: string,
  tumourTypes: TumourTypeTree,
): Answer {
  if (!tumourTypes.isDiagnosis(code)) return 'unknown';
  const inside =
    within === 'ANY' ||
    (within === 'SOLID' && tumourTypes.isSolid(code)) ||
    (within === 'LIQUID' && !tumourTypes.isSolid(code)) ||
    (typeof within !== 'string' && tumourTypes.fit(within, code) !== 'another-type');
  const outside = except !== undefined && tumourTypes.isWithin(except, code);
  return anyOf([inside && !outside ? 'unknown' : 'not-met']);
}
