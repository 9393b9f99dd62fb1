import type { Pharmacogene, Phenotype } from '@consilium/knowledge-core';

export interface PossibleDiplotype {
  /** Alleles joined by `/` in the order of the table; one allele alone for a man's G6PD. */
  readonly diplotype: string;
  readonly phenotype: Phenotype;
  /** Activity score; DPYD and CYP2D6. */
  readonly score?: number;
}

/**
 * `called`: one phenotype, which may be CPIC's "Indeterminate" for alleles of uncertain function. `ambiguous`: every
 * position is known, and more than one reading of them remains. `indeterminate`: not enough is known. The others say that
 * there is no result.
 */
export type PharmacogeneState =
  'called' | 'ambiguous' | 'indeterminate' | 'failed' | 'pending' | 'not-tested';

export interface PharmacogeneResult {
  readonly gene: Pharmacogene;
  readonly state: PharmacogeneState;
  /** `Indeterminate` unless every reading has the same phenotype. */
  readonly phenotype: Phenotype;
  /** Absent unless one reading remains. */
  readonly diplotype?: string;
  readonly score?: number;
  /** Every reading the facts leave open (DPYD: one example for each score); empty where there is no result. */
  readonly possible: readonly PossibleDiplotype[];
  /** Shown beside the alternatives and never taken for them. */
  readonly mostLikely?: PossibleDiplotype;
  readonly reasons: readonly string[];
  /** What would make the answer certain. */
  readonly settledBy: readonly string[];
}

export type PharmacogeneResults = Readonly<Partial<Record<Pharmacogene, PharmacogeneResult>>>;

/** What `concludeFrom` needs beside the readings. */
export interface Reading {
  readonly possible: readonly PossibleDiplotype[];
  readonly mostLikely?: PossibleDiplotype;
  /** Whether something was not covered, so that more readings than one come from missing facts. */
  readonly incomplete: boolean;
  /** Set where what was not covered could make a combination that no table names; then nothing is called. */
  readonly mayHideMore?: boolean;
  readonly reasons: readonly string[];
  readonly settledBy: readonly string[];
}

export function concludeFrom(gene: Pharmacogene, reading: Reading): PharmacogeneResult {
  const { possible, mostLikely, incomplete, mayHideMore = false, reasons, settledBy } = reading;
  const first = possible[0];
  if (first === undefined) return withoutResult(gene, 'indeterminate', reasons, settledBy);
  const same = !mayHideMore && possible.every(({ phenotype }) => phenotype === first.phenotype);
  const score = possible.every((one) => one.score === first.score) ? first.score : undefined;
  return {
    gene,
    state: same ? 'called' : incomplete ? 'indeterminate' : 'ambiguous',
    phenotype: same ? first.phenotype : 'Indeterminate',
    ...(possible.length === 1 && !mayHideMore ? { diplotype: first.diplotype } : {}),
    ...(score === undefined ? {} : { score }),
    possible,
    ...(possible.length > 1 && mostLikely !== undefined ? { mostLikely } : {}),
    reasons,
    settledBy: same && !incomplete ? [] : settledBy,
  };
}

export const withoutResult = (
  gene: Pharmacogene,
  state: PharmacogeneState,
  reasons: readonly string[],
  settledBy: readonly string[],
): PharmacogeneResult => ({ gene, state, phenotype: 'Indeterminate', possible: [], reasons, settledBy });
