import type { Answer } from '@consilium/clinical';
import type { EligibilityReferences } from '../evaluation/eligibility-references.js';
import type { PatientRecord } from '../evaluation/patient-record.js';
import { dayOf } from '../calendar.js';
import type { Criterion } from '../language/criterion.js';
import type { Trial } from '../language/trial.js';
import { criteriaOf } from './compile-trials.js';
import { createAsker } from './create-asker.js';
import { describeCriterion } from './describe-criterion.js';

/** One criterion of a cohort, over all patients asked. */
export interface FunnelStep {
  readonly criterion: string;
  readonly text?: string;
  /** Of all patients asked. */
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  /** Lost at this step: everything before it was met or unknown. */
  readonly lost: number;
  /** Neither ruled out so far nor here. */
  readonly left: number;
  /** Ruled out by this criterion and by no other: what leaving it out would bring back. */
  readonly lostOnlyHere: number;
}

export interface CohortFeasibility {
  readonly trial: string;
  readonly arm: string;
  readonly cohort?: string;
  readonly asked: number;
  readonly eligible: number;
  readonly possible: number;
  readonly notEligible: number;
  /** In the protocol's order. */
  readonly steps: readonly FunnelStep[];
}

/**
 * How many of the patients could take part in each cohort, and where the others are lost. Also for a protocol that is
 * not open yet. Patients are read once, so that they may come as a stream; those who died before `on` are not asked.
 */
export function createFunnel(trial: Trial, on: string, references: EligibilityReferences) {
  const day = dayOf(on);
  const cohorts = criteriaOf(trial).map(({ criteria, ...place }) => ({
    place,
    steps: criteria.flatMap(conjuncts).map(newStep),
    asked: 0,
    eligible: 0,
    possible: 0,
  }));
  const ask = createAsker(references);
  return {
    add(patient: PatientRecord): void {
      const { deceasedOn } = patient.facts ?? {};
      if (deceasedOn !== undefined && dayOf(deceasedOn) <= day) return;
      for (const cohort of cohorts) {
        cohort.asked += 1;
        const outcome = count(cohort.steps, (criterion) => ask(criterion, patient, day));
        if (outcome === 'met') cohort.eligible += 1;
        if (outcome === 'unknown') cohort.possible += 1;
      }
    },
    result: (): readonly CohortFeasibility[] =>
      cohorts.map(({ place, steps, asked, eligible, possible }) => ({
        ...place,
        asked,
        eligible,
        possible,
        notEligible: asked - eligible - possible,
        steps: steps.map(({ criterion, ...numbers }) => ({
          criterion: describeCriterion(criterion),
          ...(criterion.text === undefined ? {} : { text: criterion.text }),
          ...numbers,
        })),
      })),
  };
}

interface Step {
  readonly criterion: Criterion;
  met: number;
  notMet: number;
  unknown: number;
  lost: number;
  left: number;
  lostOnlyHere: number;
}

const newStep = (criterion: Criterion): Step => ({
  criterion,
  met: 0,
  notMet: 0,
  unknown: 0,
  lost: 0,
  left: 0,
  lostOnlyHere: 0,
});

const conjuncts = (criterion: Criterion): readonly Criterion[] =>
  'all' in criterion ? criterion.all.flatMap(conjuncts) : [criterion];

function count(steps: readonly Step[], ask: (criterion: Criterion) => Answer): Answer {
  let outcome: Answer = 'met';
  let against = 0;
  let only: Step | undefined;
  for (const step of steps) {
    const answer = ask(step.criterion);
    if (answer === 'met') step.met += 1;
    else if (answer === 'unknown') step.unknown += 1;
    else step.notMet += 1;
    if (answer === 'not-met') {
      against += 1;
      only = step;
      if (outcome !== 'not-met') step.lost += 1;
      outcome = 'not-met';
    } else if (outcome !== 'not-met') {
      step.left += 1;
      if (answer === 'unknown') outcome = 'unknown';
    }
  }
  if (against === 1 && only !== undefined) only.lostOnlyHere += 1;
  return outcome;
}
