import type { Answer, TumourTypeFit } from '@consilium/clinical';
import type {
  Citation,
  Direction,
  EvidenceLevel,
  TherapyPattern,
  TumourTypeScope,
} from '@consilium/knowledge-core';
import type { OptionStanding } from './option-standing.js';
import type { Fact, MissingTest } from './pattern-answer.js';

/** One item of the release as it bears on this patient. */
export interface OptionEvidence {
  readonly id: string;
  readonly statement: string;
  /** The level that counts for this patient. */
  readonly level: EvidenceLevel;
  readonly levelAsPublished: EvidenceLevel;
  /** In words, in the scale of its source. */
  readonly grade: string;
  readonly setting?: string;
  readonly citations: readonly Citation[];
  /** True where the entry was not verified at its source. */
  readonly unverified: boolean;
  readonly tumourTypes: TumourTypeScope;
  readonly tumourTypeFit: TumourTypeFit;
  readonly answer: Exclude<Answer, 'not-met'>;
  readonly facts: readonly Fact[];
  readonly wouldSettle: readonly MissingTest[];
}

/** Why a therapy that some evidence supports is not offered. */
export interface Withholding {
  readonly reason: 'resistance' | 'tumour-type-excluded';
  readonly sentence: string;
  /** Ids of the items that say so. */
  readonly evidence: readonly string[];
  readonly facts: readonly Fact[];
}

/** What an option may say; other directions only caution. */
export type OptionDirection = Extract<Direction, 'sensitive' | 'resistant'>;

/** One regimen (or, for a resistance, one class of drugs) with all that speaks for it. */
export interface TherapyOption {
  readonly therapy: TherapyPattern;
  /** Generic names, sorted; empty where `therapy` is a class. */
  readonly drugs: readonly string[];
  readonly direction: OptionDirection;
  /** The best level among the evidence, for this patient (AMP/ASCO/CAP 2017). */
  readonly level: EvidenceLevel;
  /** As published, of the item that gives `level`. */
  readonly levelAsPublished: EvidenceLevel;
  readonly tumourTypeFit: TumourTypeFit;
  readonly evidenceTumourTypes: TumourTypeScope;
  readonly answer: Exclude<Answer, 'not-met'>;
  readonly facts: readonly Fact[];
  /** What would settle an unknown answer, or a resistance that is not yet excluded. */
  readonly wouldSettle: readonly MissingTest[];
  /** Best first. */
  readonly evidence: readonly OptionEvidence[];
  readonly withheldBecause?: Withholding;
  /** What beside level and tumour type decides on the place. */
  readonly standing: OptionStanding;
  /** 1-based place in its list. */
  readonly rank: number;
  /** Short plain sentences, in the order in which they are read. */
  readonly explanation: readonly string[];
}

/** What a profile means for therapy under one release. */
export interface Interpretation {
  /** Name of the knowledge release. */
  readonly release: string;
  /** Sensitive, supported by what was found, not contradicted. */
  readonly options: readonly TherapyOption[];
  /** Resistance that was found. */
  readonly avoid: readonly TherapyOption[];
  /** Supported, but not offered; each says why. */
  readonly withheld: readonly TherapyOption[];
  /** Would be an option if what `wouldSettle` names turned out so. */
  readonly possible: readonly TherapyOption[];
  /** What a reader should know of the whole. */
  readonly remarks: readonly string[];
}
