// Generated from schemas/events by `npm run generate`. Do not edit.
/**
 * Other trials are in use now: whoever concluded from the former concludes anew. The trials themselves are asked for.
 */
export interface TrialsReleaseActivatedV1 {
  /**
   * Of the releases in use, one per source.
   */
  contentHashes: readonly string[];
  /**
   * Of the trials in use and the tables they are read with.
   */
  basis: string;
  /**
   * How many trials are in use.
   */
  trials: number;
}
