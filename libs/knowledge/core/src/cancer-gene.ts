export type GeneRole = 'oncogene' | 'tumour-suppressor' | 'both';

/** Tumours in which a residue, and each exact change at it, was seen; lower bounds. */
export interface Recurrence {
  /** `V600`. */
  readonly residue: string;
  readonly samples: number;
  /** `V600E` to its number. */
  readonly changes: Readonly<Record<string, number>>;
}

export interface CriticalDomain {
  readonly name: string;
  /** Residues, both included. */
  readonly first: number;
  readonly last: number;
  readonly source: string;
}

export interface FunctionalEffect {
  readonly change: string;
  readonly effect: 'damaging' | 'activating' | 'neutral';
  readonly pmid: string;
}

export interface CancerGene {
  readonly symbol: string;
  readonly role: GeneRole;
  /** Changes established as oncogenic, exact (`V600E`) or as codons (`V600`); residue letter included. */
  readonly hotspots?: readonly string[];
  readonly recurrence?: readonly Recurrence[];
  /** Well-established, critical part of a functional domain without benign variation. */
  readonly criticalDomains?: readonly CriticalDomain[];
  /** Amino acids of the canonical protein, on which positions are counted. */
  readonly proteinLength?: number;
  /** From this residue on a truncation may escape nonsense-mediated decay. */
  readonly nmdEscapeFrom?: number;
  /** Truncation is not how this suppressor is known to fail (POLE: exchanges in its proofreading domain). */
  readonly truncationUncertain?: true;
  readonly functional?: readonly FunctionalEffect[];
  readonly unverified?: boolean;
  /** What the role rests on: PMIDs. */
  readonly sources?: readonly string[];
}
