// Generated from schemas/events by `npm run generate`. Do not edit.
/**
 * A case was opened or brought up to date. Ids only: what stands in it is asked through GraphQL, where rights are checked.
 */
export interface BoardCaseChangedV1 {
  caseId: string;
  hospital: string;
  revision: number;
  change:
    | 'opened'
    | 'profile-updated'
    | 'options-updated'
    | 'worked-on'
    | 'reminded'
    | 'commented'
    | 'attached'
    | 'letter-made';
  /**
   * What was done, where somebody worked on it: refer, sign, follow-up.
   */
  step?: string;
  /**
   * Where the case stands after the step.
   */
  state?: string;
  /**
   * Of the work, after the step.
   */
  version?: number;
}
