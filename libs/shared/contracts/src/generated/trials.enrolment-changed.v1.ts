// Generated from schemas/events by `npm run generate`. Do not edit.
/**
 * A trial coordinator has taken a step with a patient and a trial.
 */
export interface TrialsEnrolmentChangedV1 {
  /**
   * Pseudonym.
   */
  patient: string;
  hospital: string;
  /**
   * Registry number, or the installation's own.
   */
  trial: string;
  /**
   * Of the coordinator's worklist.
   */
  line: string;
  /**
   * Of the line: the highest stands.
   */
  version: number;
  state: 'new' | 'contacted' | 'screening' | 'consented' | 'enrolled' | 'screen-failed' | 'declined';
  /**
   * Where enrolled.
   */
  arm?: string;
  /**
   * Where enrolled; absent where the arm has none.
   */
  cohort?: string;
  /**
   * Which criterion was not met at screening.
   */
  failedCriterion?: string;
  at: string;
}
