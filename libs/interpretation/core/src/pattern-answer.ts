import {
  allOf,
  anyOf,
  type AlterationClass,
  type Answer,
  type BiomarkerKind,
  type GeneFeature,
} from '@consilium/clinical';

/** Where in the profile a finding stands: the member and the 0-based place in it. */
export interface FindingReference {
  readonly list:
    'smallVariants' | 'copyNumberAlterations' | 'structuralVariants' | 'biomarkers' | 'observations';
  readonly index: number;
}

/** One thing an answer rests on. Without `finding` it is an absence: looked for and not there. */
export interface Fact {
  readonly text: string;
  readonly finding?: FindingReference;
}

/** What is not known, and what would settle it. */
export type MissingTest =
  | {
      readonly kind: 'alteration';
      readonly gene: string;
      readonly alteration: AlterationClass;
      readonly reason: string;
    }
  | { readonly kind: 'biomarker'; readonly biomarker: BiomarkerKind; readonly reason: string }
  | {
      readonly kind: 'observation';
      readonly gene: string;
      readonly feature: GeneFeature;
      readonly reason: string;
    }
  /** A more precise diagnosis; OncoTree codes. */
  | { readonly kind: 'diagnosis'; readonly tumourTypes: readonly string[]; readonly reason: string };

/**
 * The answer of a pattern. `facts` are what the answer rests on (for an unknown one: what there is so far); `missing`
 * is empty unless the answer is unknown.
 */
export interface PatternAnswer {
  readonly answer: Answer;
  readonly facts: readonly Fact[];
  readonly missing: readonly MissingTest[];
}

export const met = (facts: readonly Fact[]): PatternAnswer => ({ answer: 'met', facts, missing: [] });
export const notMet = (facts: readonly Fact[]): PatternAnswer => ({ answer: 'not-met', facts, missing: [] });
export const unknown = (missing: readonly MissingTest[], facts: readonly Fact[] = []): PatternAnswer => ({
  answer: 'unknown',
  facts,
  missing,
});

export function allAnswers(parts: readonly PatternAnswer[]): PatternAnswer {
  const answer = allOf(parts.map((part) => part.answer));
  // What already holds belongs to an open conjunction too; what decides a closed one is its own side only.
  const counted = parts.filter((part) => part.answer === answer || answer === 'unknown');
  return together(answer, counted);
}

export function anyAnswer(parts: readonly PatternAnswer[]): PatternAnswer {
  const answer = anyOf(parts.map((part) => part.answer));
  return together(
    answer,
    parts.filter((part) => part.answer === answer),
  );
}

function together(answer: Answer, parts: readonly PatternAnswer[]): PatternAnswer {
  return {
    answer,
    facts: mergeFacts(parts.map(({ facts }) => facts)),
    missing: mergeMissing(parts.map(({ missing }) => missing)),
  };
}

/** By code unit, not by locale, so that every machine gives the same order. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each once, in an order that does not depend on the order of the profile (save among findings alike in every word). */
export const mergeFacts = (lists: readonly (readonly Fact[])[]): readonly Fact[] =>
  distinct(
    lists.flat(),
    (fact) => `${fact.text}\n${fact.finding?.list ?? ''}`,
    ({ finding }) => finding?.index ?? -1,
  );

export const mergeMissing = (lists: readonly (readonly MissingTest[])[]): readonly MissingTest[] =>
  distinct(lists.flat(), missingKey, () => 0);

function missingKey(test: MissingTest): string {
  switch (test.kind) {
    case 'alteration':
      return `1 ${test.gene} ${test.alteration} ${test.reason}`;
    case 'biomarker':
      return `2 ${test.biomarker} ${test.reason}`;
    case 'observation':
      return `4 ${test.gene} ${test.feature} ${test.reason}`;
    case 'diagnosis':
      return `3 ${test.tumourTypes.join(' ')} ${test.reason}`;
  }
}

function distinct<T>(
  items: readonly T[],
  text: (item: T) => string,
  place: (item: T) => number,
): readonly T[] {
  const byKey = new Map(items.map((item) => [`${text(item)}\n${String(place(item))}`, item]));
  return [...byKey.values()].sort((a, b) => compareText(text(a), text(b)) || place(a) - place(b));
}
