import { bounded, letterLimits } from './bounded.js';
import type { Bounded } from './letter.js';
import type { RecommendationItem } from '../recommendation/recommendation.js';
import { optionGroups, type SeenResult } from './letter-source.js';

export interface NumberedReferences {
  readonly list: Bounded<string>;
  /** Of what the list holds. */
  readonly numberOf: (reference: string) => number | undefined;
}

/** Numbers what is cited by first use: all of the recommendations, then of the options as far as the list goes. */
export function numberReferences(
  items: readonly RecommendationItem[],
  results: readonly SeenResult[],
): NumberedReferences {
  const signed = [
    ...new Set(
      items.flatMap(({ references, evidence }) => [...references, ...evidence.map(({ source }) => source)]),
    ),
  ];
  const seen = results.flatMap(({ interpretation }) =>
    optionGroups.flatMap((group) =>
      interpretation[group].flatMap(({ evidence }) => evidence.flatMap(({ citations }) => citations)),
    ),
  );
  // What was signed is never cut.
  const list = bounded([...new Set([...signed, ...seen])], Math.max(signed.length, letterLimits.references));
  const numbers = new Map(list.shown.map((reference, index) => [reference, index + 1]));
  return { list, numberOf: (reference) => numbers.get(reference) };
}
