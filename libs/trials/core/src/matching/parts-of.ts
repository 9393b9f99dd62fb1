import type { CompositeKind, Criterion, Leaf } from '../language/criterion.js';

/** A composite's parts in one form; `count` is how many of them must hold (all, one, none, or as stated). */
export interface Parts {
  readonly kind: CompositeKind;
  readonly parts: readonly Criterion[];
  readonly count: number;
}

/** Undefined for a leaf. */
export function partsOf(criterion: Criterion): Parts | undefined {
  if ('all' in criterion) return { kind: 'all', parts: criterion.all, count: criterion.all.length };
  if ('any' in criterion) return { kind: 'any', parts: criterion.any, count: 1 };
  if ('not' in criterion) return { kind: 'not', parts: [criterion.not], count: 0 };
  if ('atLeast' in criterion) {
    const { count, of } = criterion.atLeast;
    return { kind: 'atLeast', parts: of, count };
  }
  return undefined;
}

/** Takes a node for what it is. */
export function foldCriterion<T>(
  criterion: Criterion,
  take: { readonly leaf: (leaf: Leaf) => T; readonly composite: (parts: Parts) => T },
): T {
  const parts = partsOf(criterion);
  // What is no composite is a leaf; the compiler cannot follow that through `Parts`.
  return parts === undefined ? take.leaf(criterion as Leaf) : take.composite(parts);
}

/** Every leaf of the tree, in the order in which it is written. */
export const leavesOf = (criterion: Criterion): readonly Leaf[] =>
  foldCriterion<readonly Leaf[]>(criterion, {
    leaf: (leaf) => [leaf],
    composite: ({ parts }) => parts.flatMap(leavesOf),
  });
