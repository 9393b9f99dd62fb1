import type { PatientFacts, SmallVariant } from '@consilium/clinical';
import type { CarrierMeasure, HereditarySource, HereditaryTables } from '@consilium/knowledge-core';
import { readChange } from '../variant-effect.js';

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
 * What is offered to a confirmed carrier of this sex, age and variant (RET: by codon); where one is not known, every
 * measure stands with the condition it depends on. Guideline content by the release, for each hospital to set.
 */
export function stepsForCarrier(
  gene: string,
  { sex, age }: Pick<PatientFacts, 'sex' | 'age'>,
  { measures, sources }: HereditaryTables,
  variant?: SmallVariant,
): readonly NextStep[] {
  const codon = codonOf(variant);
  const own = measures.filter(
    (measure) =>
      measure.genes.includes(gene) &&
      (measure.sex === undefined || sex === undefined || measure.sex === sex) &&
      (measure.toAge === undefined || age === undefined || age <= measure.toAge) &&
      (codon === undefined ||
        ((measure.codons?.includes(codon) ?? true) && !(measure.exceptCodons?.includes(codon) ?? false))),
  );
  return [
    step('counselling', 'Genetic counselling.'),
    step('cascade-testing', 'Offer predictive testing to relatives.'),
    ...own.map((measure): NextStep => {
      const source = sources.find(({ key }) => key === measure.source);
      return {
        kind: measure.kind,
        text: `${measure.text}${condition(measure, { sex, age, codon })}`,
        ...(source === undefined ? {} : { source }),
        unverified: measure.unverified === true,
        locallyConfigured: true,
      };
    }),
  ];
}

/** Of a substitution; absent where the change is not known or is of another kind. */
function codonOf(variant: SmallVariant | undefined): number | undefined {
  const change = variant === undefined ? undefined : readChange(variant);
  return change?.kind === 'substitution' ? change.position : undefined;
}

interface Known {
  readonly sex: PatientFacts['sex'];
  readonly age: number | undefined;
  readonly codon: number | undefined;
}

function condition({ sex, fromAge, toAge, codons, exceptCodons }: CarrierMeasure, known: Known): string {
  const parts = [
    ...(sex !== undefined && known.sex === undefined ? [sex === 'female' ? 'women' : 'men'] : []),
    ...(fromAge !== undefined && (known.age === undefined || known.age < fromAge)
      ? [`from ${String(fromAge)} years on`]
      : []),
    ...(toAge !== undefined && known.age === undefined ? [`up to ${String(toAge)} years`] : []),
    ...(known.codon === undefined && codons !== undefined ? [`codon ${codons.join(', ')}`] : []),
    ...(known.codon === undefined && exceptCodons !== undefined
      ? [`codons other than ${exceptCodons.join(', ')}`]
      : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
