// Generated from schemas/events by `npm run generate`. Do not edit.
/**
 * What one profile means under one knowledge release: therapy options with their explanations. A pure function of profile, release and date. Readers ignore members they do not know.
 */
export interface MatchingResultV1 {
  profileId: string;
  profileVersion: number;
  patient: string;
  hospital: string;
  diagnosis: string;
  release: MatchingRelease;
  evaluatedOn: string;
  interpretation: {};
}
export interface MatchingRelease {
  name: string;
  contentHash: string;
}
