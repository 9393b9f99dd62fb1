import type { BiomarkerState, DiseaseExtent, Origin, ReportStatus } from '@consilium/clinical';
import type { Attendance } from '../meeting/quorum-rule.js';
import type { VersionChange } from '../recommendation/compare-versions.js';
import type {
  GateOverride,
  GateResult,
  NoRecommendationReason,
  RecommendationItem,
} from '../recommendation/recommendation.js';
import type { OptionGroup, SeenTrial } from './letter-source.js';

export const letterLanguages = ['en'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

/** A list that is cut where it grows too long for a letter; `left` says how many are not in it. */
export interface Bounded<T> {
  readonly shown: readonly T[];
  readonly left: number;
}

/**
 * The recommendation of a board as a clinical letter. It holds what the signature froze, as it was written; what is
 * absent was not stated or not known. Every form of the letter is made of this object.
 */
export interface Letter {
  readonly schema: 'consilium.letter.v1';
  readonly language: LetterLanguage;
  /** Not signed: no letter, only how it would look. */
  readonly draft: boolean;
  readonly case: string;
  readonly stamp: LetterStamp;
  readonly header: LetterHeader;
  /** Only where an earlier version was signed. */
  readonly changes?: LetterChanges;
  readonly reports: readonly LetterReport[];
  readonly biomarkers: readonly LetterBiomarker[];
  /** Findings somebody put before the board that are none of the reports', as they were written. */
  readonly otherFindings: readonly string[];
  readonly options: Bounded<LetterOption>;
  readonly recommendations: readonly LetterRecommendation[];
  readonly none?: NoRecommendationReason;
  readonly cautions: LetterCautions;
  readonly trials?: LetterTrials;
  readonly board: LetterBoard;
  /** Numbered from 1 by their place. */
  readonly references: Bounded<string>;
}

/** What stands on every page. */
export interface LetterStamp {
  readonly patient?: string;
  readonly version: number;
  /** Empty: no interpretation spoke of a standing report. */
  readonly knowledge: readonly LetterKnowledge[];
  /** SHA-256 of all that was frozen; absent in a draft. */
  readonly contentHash?: string;
}

export interface LetterKnowledge {
  readonly name: string;
  readonly hash: string;
  /** ISO date. */
  readonly evaluatedOn: string;
}

export interface LetterHeader {
  readonly hospital?: string;
  readonly board?: string;
  /** ISO date of the meeting. */
  readonly meetingOn?: string;
  readonly diagnosis?: {
    readonly code: string;
    readonly name?: string;
    /** ICD-O-3. */
    readonly topography?: string;
    readonly morphology?: string;
  };
  readonly stage?: {
    readonly system?: string;
    readonly group?: string;
    readonly extent?: DiseaseExtent;
    readonly on: string;
  };
  readonly ecog?: { readonly value: number; readonly on: string };
  readonly reason?: string;
  readonly question?: string;
  /** Systemic therapies so far, the last first; absent: not stated. */
  readonly treatments?: Bounded<LetterTreatment>;
  /** Absent in a draft. */
  readonly signed?: { readonly by: string; readonly name?: string; readonly at: string };
}

export interface LetterTreatment {
  readonly drugs: readonly string[];
  readonly line?: number;
  readonly from?: string;
  readonly until?: string;
  readonly ongoing: boolean;
  readonly bestResponse?: string;
  readonly outcome?: string;
}

export interface LetterChanges {
  /** The version that was signed before. */
  readonly since: number;
  readonly because?: string;
  readonly changes: readonly VersionChange[];
}

export interface LetterReport {
  readonly reportId: string;
  readonly version: number;
  readonly status: ReportStatus;
  readonly laboratory: string;
  /** ISO date. */
  readonly issuedOn: string;
  readonly specimen: {
    readonly site: string;
    readonly type: string;
    readonly tumourFraction?: number;
    readonly collectedOn?: string;
  };
  readonly assay: {
    readonly name: string;
    readonly version?: string;
    readonly kind: string;
    readonly pairing: 'tumour-only' | 'paired';
    /** Number of genes covered; absent: all. */
    readonly genes?: number;
    readonly alterations: readonly string[];
  };
  /** Whether its interpretation spoke of this version of it when the board signed. */
  readonly interpreted: boolean;
  readonly germlineConsent: 'given' | 'refused' | 'not-stated';
  readonly findings: Bounded<LetterFinding>;
  readonly pharmacogenes: readonly LetterPharmacogene[];
  readonly remarks: Bounded<string>;
}

export interface LetterFinding {
  /** `EGFR T790M`, `MET amplification`. */
  readonly name: string;
  readonly kind: 'small-variant' | 'copy-number' | 'structural-variant' | 'observation' | 'signature';
  /** What is known of it besides: coding change, copies, exons. */
  readonly details: readonly string[];
  readonly origin?: Origin;
  /** 0 to 1. */
  readonly vaf?: number;
  /** Somebody put it before the board by name. */
  readonly presented: boolean;
  /** Therapies it speaks for or against. */
  readonly bearsOn: readonly { readonly group: OptionGroup; readonly therapy: string }[];
}

export interface LetterPharmacogene {
  readonly gene: string;
  readonly state: 'called' | 'indeterminate' | 'failed' | 'not-tested';
  readonly diplotype?: string;
  readonly source: string;
}

export interface LetterBiomarker {
  readonly kind: string;
  /** `no-result`: an assay covers it and no report gives a result. */
  readonly state: BiomarkerState | 'no-result' | 'low' | 'equivocal' | 'pending';
  readonly value?: number;
  readonly unit?: string;
  readonly cutoff?: number;
  readonly result?: string;
  /** How it was measured: assay, method, clone. */
  readonly assay?: string;
}

export interface LetterOption {
  readonly group: OptionGroup;
  readonly therapy: string;
  /** AMP/ASCO/CAP 2017. */
  readonly level: string;
  readonly tumourTypeFit: string;
  readonly reportId: string;
  readonly facts: readonly string[];
  readonly wouldSettle: readonly string[];
  readonly withheldBecause?: string;
  readonly evidence: Bounded<LetterEvidence>;
}

export interface LetterEvidence {
  readonly statement: string;
  /** In the scale of its source, where it has one of its own. */
  readonly level: string;
  readonly setting?: string;
  readonly unverified: boolean;
  /** Numbers of references; those beyond the list are left out. */
  readonly references: readonly number[];
}

export interface LetterRecommendation extends RecommendationItem {
  /** Absent: not asked, since it names no drug. */
  readonly gate?: GateResult;
  readonly override?: GateOverride;
  readonly dissents: readonly { readonly by: string; readonly text: string }[];
  /** The numbers of `references`, in their order. */
  readonly numbers: readonly number[];
}

/** What else could stand in the way, beside the safety gate of each recommendation. */
export interface LetterCautions {
  readonly qualityWaived?: { readonly by: string; readonly reason: string };
  /** When the list of medicines was last taken whole; absent: it never was. */
  readonly medicationCompleteOn?: string;
}

export interface LetterTrials {
  readonly evaluatedOn: string;
  readonly matches: Bounded<SeenTrial>;
}

export interface LetterBoard {
  readonly members: readonly Attendance[];
  /** Absent: the case was not opened in a meeting. */
  readonly quorumLacks?: readonly string[];
  readonly recused: readonly string[];
  readonly undeclared: readonly string[];
}
