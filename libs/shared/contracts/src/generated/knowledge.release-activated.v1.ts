// Generated from schemas/events by `npm run generate`. Do not edit.
/**
 * Other knowledge is active now: whoever concluded from the former concludes anew. The releases themselves are asked for by hash.
 */
export interface KnowledgeReleaseActivatedV1 {
  /**
   * Of the set of active releases.
   */
  contentHash: string;
}
