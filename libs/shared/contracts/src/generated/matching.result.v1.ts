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
  interpretation: MatchingInterpretation;
}
/**
 * The active releases: their names joined, and the hash of the set.
 */
export interface MatchingRelease {
  name: string;
  contentHash: string;
}
export interface MatchingInterpretation {
  /**
   * Therapies this profile speaks for, best first.
   */
  options: readonly MatchingOption[];
  /**
   * Therapies this profile speaks against.
   */
  avoid: readonly MatchingOption[];
  /**
   * Therapies that evidence elsewhere speaks for, but not here, with the reason.
   */
  withheld: readonly MatchingOption[];
  /**
   * Therapies a further test or fact would decide on.
   */
  possible: readonly MatchingOption[];
}
/**
 * One therapy, with everything it rests on.
 */
export interface MatchingOption {
  /**
   * Given together, generic names; for resistance to a whole class, empty.
   */
  drugs: readonly string[];
  drugClass?: string;
  withoutClass?: string;
  direction: 'sensitive' | 'resistant';
  /**
   * For this patient's tumour type, AMP/ASCO/CAP 2017.
   */
  level: 'A' | 'B' | 'C' | 'D';
  tumourTypeFit: 'this-type' | 'parent-type' | 'any-tumour' | 'subtype' | 'another-type';
  /**
   * What was found that makes it hold.
   */
  facts: readonly string[];
  /**
   * The test or fact that would settle it, where the answer is unknown.
   */
  wouldSettle: readonly string[];
  withheldBecause?: string;
  /**
   * @minItems 1
   */
  evidence: readonly MatchingEvidence[];
  /**
   * Plain sentences: what was found, what the evidence says, why this level and this place.
   */
  explanation: readonly string[];
}
export interface MatchingEvidence {
  id: string;
  statement: string;
  /**
   * The level by which it takes part in ranking, AMP/ASCO/CAP 2017.
   */
  level: 'A' | 'B' | 'C' | 'D';
  /**
   * In words, in the scale of its source.
   */
  grade?: string;
  setting?: string;
  tumourTypeFit: 'this-type' | 'parent-type' | 'any-tumour' | 'subtype' | 'another-type';
  /**
   * @minItems 1
   */
  citations: readonly string[];
  unverified: boolean;
}
