import type { PatientFacts } from '@consilium/clinical';
import type { CarrierMeasure, HereditarySource, HereditaryTables } from '@consilium/knowledge-core';

export interface NextStep {
  readonly kind: CarrierMeasure['kind'] | 'confirmatory-test' | 'cascade-testing';
  readonly text: string;
  readonly source?: HereditarySource;
  readonly unverified: boolean;
  /** Guideline content that each hospital sets for itself. */
  readonly locallyConfigured: boolean;
}

const step = (kind: NextStep['kind'], text: string): NextStep => ({
  kind,
  text,
  unverified: false,
  locallyConfigured: false,
});

/** A flag comes of a tumour: counselling, consent and a test of normal tissue come before anything else. */
export const stepsForFlag: readonly NextStep[] = [
  step('counselling', 'Offer genetic counselling, and obtain consent for a germline test.'),
  step('confirmatory-test', 'Confirm in normal tissue (blood, saliva or fibroblasts).'),
];

/**
 * What is offered to a confirmed carrier of this sex and age; where either is not known, every measure stands with the
 * condition it depends on.
 */
export function stepsForCarrier(
  gene: string,
  { sex, age }: Pick<PatientFacts, 'sex' | 'age'>,
  { measures, sources }: HereditaryTables,
): readonly NextStep[] {
  const own = measures.filter(
    (measure) =>
      measure.genes.includes(gene) &&
      (measure.sex === undefined || sex === undefined || measure.sex === sex) &&
      (measure.toAge === undefined || age === undefined || age <= measure.toAge),
  );
  return [
    step('counselling', 'Genetic counselling.'),
    step('cascade-testing', 'Offer predictive testing to relatives.'),
    ...own.map((measure): NextStep => {
      const source = sources.find(({ key }) => key === measure.source);
      return {
        kind: measure.kind,
        text: `${measure.text}${condition(measure, { sex, age })}`,
        ...(source === undefined ? {} : { source }),
        unverified: measure.unverified === true,
        locallyConfigured: true,
      };
    }),
  ];
}

function condition(
  { sex, fromAge }: CarrierMeasure,
  known: { readonly sex: PatientFacts['sex']; readonly age: number | undefined },
): string {
  const parts = [
    ...(sex !== undefined && known.sex === undefined ? [sex === 'female' ? 'women' : 'men'] : []),
    ...(fromAge !== undefined && (known.age === undefined || known.age < fromAge)
      ? [`from ${String(fromAge)} years on`]
      : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
