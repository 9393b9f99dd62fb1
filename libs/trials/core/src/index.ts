export { addMonths, addYears, dateOf, dayOf, rangeOf, type Day, type DayRange } from './calendar.js';
export type { Composite, Criterion, Leaf, LeafBody, LeafKind } from './language/criterion.js';
export type {
  Arm,
  Cohort,
  Site,
  Trial,
  TrialPhase,
  TrialSource,
  TrialsRelease,
  TrialStatus,
} from './language/trial.js';
