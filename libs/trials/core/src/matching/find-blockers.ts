import type { CriterionAnswer } from './evaluate-criterion.js';

/** One known answer that stands against taking part. */
export interface Blocker {
  readonly criterion: CriterionAnswer;
  /** The criterion is asked for and not met, or is met and must not be. */
  readonly because: 'not-met' | 'met';
}

/**
 * The fewest leaves that would have to change for every criterion to stop being not met; their number is the distance of
 * a near miss. Among equals, those that can change come first. Empty where nothing is not met.
 */
export const findBlockers = (criteria: readonly CriterionAnswer[]): readonly Blocker[] =>
  criteria.flatMap((criterion) => blockersOf(criterion, true));

function blockersOf(node: CriterionAnswer, wantMet: boolean): readonly Blocker[] {
  if (node.answer !== (wantMet ? 'not-met' : 'met')) return [];
  const { kind, parts, count = 0 } = node;
  switch (kind) {
    case 'not':
      return parts.flatMap((part) => blockersOf(part, !wantMet));
    case 'all':
    case 'any':
    case 'atLeast': {
      const against = parts
        .map((part) => blockersOf(part, wantMet))
        .filter((blockers) => blockers.length > 0)
        .sort((a, b) => a.length - b.length || hardness(a) - hardness(b));
      const wanted = wantMet ? count : parts.length - count + 1;
      // So many parts may stay as they are.
      const favourable = parts.length - against.length;
      return against.slice(0, Math.max(0, wanted - favourable)).flat();
    }
    default:
      return [{ criterion: node, because: wantMet ? 'not-met' : 'met' }];
  }
}

const hardness = (blockers: readonly Blocker[]): number =>
  blockers.filter(({ criterion }) => criterion.change?.kind === 'fixed').length;

/** Whether what stands in the way can go: by itself on a day, with time or treatment, or not. */
export type Recovery =
  | { readonly kind: 'on-date'; readonly from: string }
  | { readonly kind: 'possible' }
  | { readonly kind: 'no' };

export function recoveryOf(blockers: readonly Blocker[]): Recovery {
  const changes = blockers.map(({ criterion }) => criterion.change);
  if (changes.some((change) => change?.kind === 'fixed')) return { kind: 'no' };
  const dates = changes.flatMap((change) => (change?.kind === 'on-date' ? [change.from] : []));
  const last = [...dates].sort().at(-1);
  return last !== undefined && dates.length === changes.length
    ? { kind: 'on-date', from: last }
    : { kind: 'possible' };
}
