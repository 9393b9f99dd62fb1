export const recommendationKinds = [
  'therapy',
  'combination',
  'trial',
  'further-test',
  'rebiopsy',
  'germline-counselling',
  'best-supportive-care',
] as const;
export type RecommendationKind = (typeof recommendationKinds)[number];

/** Why a board recommends nothing. */
export const noRecommendationReasons = [
  'no-actionable-finding',
  'evidence-insufficient',
  'no-access',
  'condition-deteriorated',
  'patient-declines',
  'data-insufficient',
  'standard-therapy-preferred',
  'died',
] as const;
export type NoRecommendationReason = (typeof noRecommendationReasons)[number];

export type LabelStatus = 'in-label' | 'off-label' | 'compassionate-use' | 'trial' | 'not-applicable';

/** A level in its own scale; scales are never converted into each other. */
export interface EvidenceLevel {
  /** `AMP`, `ESCAT`, `OncoKB`, `CIViC` … */
  readonly scale: string;
  readonly level: string;
  readonly source: string;
}

/** As the safety gate of the interpretation answers. */
export type GateOutcome = 'ok' | 'unknown' | 'dose' | 'test-first' | 'avoid';

/** What the gate said of an item's drugs, for the facts of an instant. */
export interface GateResult {
  readonly outcome: GateOutcome;
  /** Generic names, sorted: a result counts for these only. */
  readonly drugs: readonly string[];
  readonly reasons: readonly string[];
  /** ISO instant. */
  readonly at: string;
}

export interface GateOverride {
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

/** One thing the board recommends. */
export interface RecommendationItem {
  readonly id: string;
  readonly kind: RecommendationKind;
  /** 1 first; no two are the same. */
  readonly priority: number;
  /** Generic names. */
  readonly drugs: readonly string[];
  readonly biomarkers: readonly string[];
  readonly evidence: readonly EvidenceLevel[];
  readonly label: LabelStatus;
  readonly trial?: { readonly id: string; readonly cohort?: string };
  readonly rationale: string;
  /** PMID, label, guideline or NCT number. */
  readonly references: readonly string[];
}

export interface Dissent {
  readonly item: string;
  readonly by: string;
  readonly text: string;
}

/** What the board decides: items, or a coded reason for none. */
export interface Recommendation {
  readonly items: readonly RecommendationItem[];
  readonly none?: NoRecommendationReason;
  readonly gates: Readonly<Record<string, GateResult>>;
  readonly overrides: Readonly<Record<string, GateOverride>>;
  readonly dissents: readonly Dissent[];
}

export const nothingDecided: Recommendation = { items: [], gates: {}, overrides: {}, dissents: [] };

/** A version that was signed; it never changes. */
export interface SignedVersion {
  readonly version: number;
  readonly recommendation: Recommendation;
  /** SHA-256 over all that was frozen: content, evidence, matches, releases. */
  readonly contentHash: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}
