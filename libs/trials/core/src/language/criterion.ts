import type { ClinicalCriterion } from './clinical-criterion.js';
import type { MolecularCriterion } from './molecular-criterion.js';

/** What every node of the tree may carry beside its condition. */
export interface Stated {
  /** Unique within the trial; the place in the tree serves where there is none. */
  readonly id?: string;
  /** The protocol's or registry's own words, shown beside the answer. */
  readonly text?: string;
}

/**
 * Eligibility as a readable tree. `all` of an empty list is met, `any` of one is not; both are refused where a person
 * writes them, since neither was meant.
 */
export type Criterion = Stated & (Composite | Leaf);

export type Composite =
  | { readonly all: readonly Criterion[] }
  | { readonly any: readonly Criterion[] }
  | { readonly not: Criterion }
  | { readonly atLeast: { readonly count: number; readonly of: readonly Criterion[] } };

/** One question, asked of one patient at one date. */
export type Leaf = MolecularCriterion | ClinicalCriterion | UnstructuredCriterion;

/** Text nobody has structured yet: always unknown, and told as such. */
export interface UnstructuredCriterion {
  readonly unstructured: {
    /** Exactly as the source has it. */
    readonly text: string;
    /** Whether the source lists it under inclusion or exclusion; `text` under `exclusion` says what must not hold. */
    readonly list: 'inclusion' | 'exclusion' | 'not-stated';
  };
}

export const compositeKinds = ['all', 'any', 'not', 'atLeast'] as const;
export type CompositeKind = (typeof compositeKinds)[number];

type KeysOf<T> = T extends unknown ? keyof T : never;
export type LeafKind = KeysOf<Leaf>;

/** The body of a leaf of one kind: `LeafBody<'age'>` is `{ atLeast?: …, atMost?: … }`. */
export type LeafBody<K extends LeafKind> = Extract<Leaf, Readonly<Record<K, unknown>>>[K];
