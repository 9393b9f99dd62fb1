import type { EligibilityReferences } from '../evaluation/eligibility-references.js';
import type { PatientRecord } from '../evaluation/patient-record.js';
import type { Arm, Cohort, Trial, TrialStatus } from '../language/trial.js';
import { criteriaOf } from './compile-trials.js';
import { evaluateCriterion, type CriterionAnswer } from './evaluate-criterion.js';
import { findBlockers, recoveryOf, type Blocker, type Recovery } from './find-blockers.js';
import type { Verdict } from './match-patient.js';
import { allOf } from './kleene.js';
import { settlingSets, type QuestionSet } from './settle.js';

export interface CohortExplanation {
  readonly arm: string;
  readonly armName: string;
  readonly cohort?: string;
  readonly cohortName?: string;
  readonly drugs: readonly string[];
  /** The narrowest that is stated: cohort, arm, trial. */
  readonly status: TrialStatus;
  readonly slots?: number;
  readonly verdict: Verdict;
  /** The trial's criteria, the arm's, the cohort's. */
  readonly criteria: readonly CriterionAnswer[];
  /** Possible: what would settle it in the patient's favour, cheapest first. */
  readonly settledBy: readonly QuestionSet[];
  /** Not eligible: the fewest answers that stand against it; their number is the distance. */
  readonly blockers: readonly Blocker[];
  readonly recovery?: Recovery;
}

export interface TrialExplanation {
  readonly trial: string;
  /** ISO date. */
  readonly on: string;
  /** Of the cohort that comes nearest. */
  readonly verdict: Verdict;
  readonly cohorts: readonly CohortExplanation[];
}

/** Every cohort of a trial for one patient at one date, with all reasons. */
export function explainTrial(
  trial: Trial,
  patient: PatientRecord,
  on: string,
  references: EligibilityReferences,
): TrialExplanation {
  const cohorts = criteriaOf(trial).flatMap(({ arm: armId, cohort: cohortId, criteria }) => {
    const arm = trial.arms.find(({ id }) => id === armId);
    const cohort = arm?.cohorts?.find(({ id }) => id === cohortId);
    if (arm === undefined) return [];
    const answers = criteria.map((criterion) => evaluateCriterion(criterion, patient, on, references));
    return [{ ...describePlace(trial, arm, cohort), ...judgeCohort(answers, hasDied(patient, on)) }];
  });
  return { trial: trial.id, on, verdict: bestOf(cohorts.map(({ verdict }) => verdict)), cohorts };
}

const hasDied = ({ facts }: PatientRecord, on: string): boolean =>
  facts?.deceasedOn !== undefined && facts.deceasedOn <= on;

const describePlace = (trial: Trial, arm: Arm, cohort: Cohort | undefined) => ({
  arm: arm.id,
  armName: arm.name,
  ...(cohort === undefined ? {} : { cohort: cohort.id, cohortName: cohort.name }),
  drugs: arm.drugs ?? [],
  status: statusOf(trial, arm, cohort),
  ...(cohort?.slots === undefined ? {} : { slots: cohort.slots }),
});

/** A closed trial has no open arm, whatever the arm says. */
export function statusOf(trial: Trial, arm: Arm, cohort: Cohort | undefined): TrialStatus {
  if (!isRecruiting(trial.status)) return trial.status;
  if (arm.status !== undefined && !isRecruiting(arm.status)) return arm.status;
  return cohort?.status ?? arm.status ?? trial.status;
}

/** Whether somebody may be enrolled now. */
export const isRecruiting = (status: TrialStatus): boolean =>
  status === 'open' || status === 'enrolling-by-invitation';

/** Whether somebody may be enrolled now or later: what a matcher keeps in view. */
export const mayRecruit = (status: TrialStatus): boolean =>
  isRecruiting(status) || status === 'not-yet-open' || status === 'suspended' || status === 'unknown';

function judgeCohort(
  criteria: readonly CriterionAnswer[],
  died: boolean,
): Pick<CohortExplanation, 'verdict' | 'criteria' | 'settledBy' | 'blockers' | 'recovery'> {
  if (died)
    return { verdict: 'not-eligible', criteria, settledBy: [], blockers: [], recovery: { kind: 'no' } };
  const answer = allOf(criteria.map((one) => one.answer));
  const blockers = findBlockers(criteria);
  return {
    verdict: answer === 'met' ? 'eligible' : answer === 'unknown' ? 'possible' : 'not-eligible',
    criteria,
    settledBy: answer === 'unknown' ? settlingSets(criteria) : [],
    blockers,
    ...(answer === 'not-met' ? { recovery: recoveryOf(blockers) } : {}),
  };
}

const order: readonly Verdict[] = ['eligible', 'possible', 'not-eligible'];

export const bestOf = (verdicts: readonly Verdict[]): Verdict =>
  order.find((verdict) => verdicts.includes(verdict)) ?? 'not-eligible';
