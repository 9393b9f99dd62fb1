// Generated from schemas/events by `npm run generate`. Do not edit.
/**
 * A laboratory's event that could not be taken. The event itself lies, whole, among the dead letters under deadLetterId.
 */
export interface LabSequencingReportRejectedV1 {
  deadLetterId: string;
  rejectedEventId?: string;
  rejectedEventSource?: string;
  hospital?: string;
  /**
   * @minItems 1
   */
  problems: readonly RejectionProblem[];
}
export interface RejectionProblem {
  code: string;
  place: string;
  message: string;
  remedy: string;
}
