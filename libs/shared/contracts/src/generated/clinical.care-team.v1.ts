// Generated from schemas/events by `npm run generate`. Do not edit.
export type Identifier = string;

/**
 * Who treats a patient at a hospital, as the hospital's own system knows it, as one version. It replaces the version before it whole. They see the patient for as long as they are named. Members not named here are refused; names that begin with x- are free for the sender's own use.
 */
export interface ClinicalCareTeamV1 {
  /**
   * Pseudonym; never a name, a hospital number or a birth date.
   */
  patient: string;
  hospital: Identifier;
  /**
   * Of the team of this patient at this hospital; the highest stands, whatever the order of arrival.
   */
  version: number;
  /**
   * Each as the sign-in names them: the subject of their token. Empty: nobody any more.
   *
   * @maxItems 100
   */
  people: readonly string[];
}
