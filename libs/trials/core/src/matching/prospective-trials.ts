import type { Trial } from '../language/trial.js';
import { mayRecruit, statusOf } from './explain-trial.js';

/** The trials with those arms and cohorts alone that enrol, may yet, or of which it is not known. */
export const prospectiveTrials = (trials: readonly Trial[]): readonly Trial[] =>
  trials.flatMap((trial) => {
    const arms = trial.arms.flatMap((arm) => {
      if (arm.cohorts === undefined || arm.cohorts.length === 0)
        return mayRecruit(statusOf(trial, arm, undefined)) ? [arm] : [];
      const cohorts = arm.cohorts.filter((cohort) => mayRecruit(statusOf(trial, arm, cohort)));
      return cohorts.length === 0 ? [] : [{ ...arm, cohorts }];
    });
    return arms.length === 0 ? [] : [{ ...trial, arms }];
  });
