// Generated from schemas/events by `npm run generate`. Do not edit.
/**
 * The cohorts a patient may take part in as they stand, with what is new, lost or moved since the last time.
 */
export interface TrialsMatchesChangedV1 {
  /**
   * Pseudonym.
   */
  patient: string;
  hospital: string;
  /**
   * Of the trials and tables in use.
   */
  basis: string;
  evaluatedOn: string;
  /**
   * Last day on which the list is sure to be the same while no fact changes; absent: for ever.
   */
  holdsUntil?: string;
  matches: {
    /**
     * Registry number, or the installation's own.
     */
    trial: string;
    arm: string;
    /**
     * Absent where the arm has none.
     */
    cohort?: string;
    verdict: 'eligible' | 'possible';
  }[];
  /**
   * @minItems 1
   *
   * Items: Without before: new; without after: lost.
   */
  changes: {
    /**
     * Registry number, or the installation's own.
     */
    trial: string;
    arm: string;
    /**
     * Absent where the arm has none.
     */
    cohort?: string;
    before?: 'eligible' | 'possible';
    after?: 'eligible' | 'possible';
  }[];
}
