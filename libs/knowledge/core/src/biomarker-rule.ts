import type { BiomarkerKind, ProfilePattern } from '@consilium/clinical';

/** What `biomarkers.yaml` of a release holds: cut-offs, grey zones, and what else bears on immunotherapy. */
export interface BiomarkerRule {
  readonly marker: BiomarkerKind;
  /** Only for values whose method has this word in it; such a rule goes before the one without. */
  readonly method?: string;
  readonly unit?: 'mut/Mb' | '%' | 'score';
  /** At or above it the marker is positive. */
  readonly cutOff?: number;
  /** A repeat may come out otherwise; both ends included. */
  readonly greyZone?: { readonly from: number; readonly to: number };
  /** What a reader must know of the value. */
  readonly notes: readonly string[];
  readonly source: string;
  readonly unverified?: boolean;
}

/** A finding that colours how immunotherapy is seen; never a rule against it. */
export interface ImmunotherapyCaution {
  readonly name: string;
  readonly pattern: ProfilePattern;
  /** OncoTree codes it is known for; absent for any tumour. */
  readonly tumours?: readonly string[];
  readonly text: string;
  readonly source: string;
  readonly unverified?: boolean;
}

export interface BiomarkerTables {
  readonly sources: readonly {
    readonly key: string;
    readonly name: string;
    readonly date: string;
    readonly pmid?: string;
  }[];
  readonly rules: readonly BiomarkerRule[];
  /** Share of tumour cells, 0 to 1, below which a burden may be missed. */
  readonly lowTumourFraction: number;
  /** Exchanges in the proofreading domain that drive ultramutation. */
  readonly proofreading: readonly {
    readonly gene: string;
    readonly changes: readonly string[];
    readonly source: string;
  }[];
  readonly cautions: readonly ImmunotherapyCaution[];
}
