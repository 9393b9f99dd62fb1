import { anyOf, type Answer, type MolecularProfile, type ProfilePattern } from '@consilium/clinical';
import type { CancerGenes } from '../cancer-genes.js';
import { nameSmallVariant } from '../describe-finding.js';
import { evaluatePattern } from '../evaluate-pattern.js';
import type { MarkerAnswer } from './marker-answer.js';

/** Deficiency by either leg; what is unknown in one does not make the whole negative. */
export interface HomologousRecombination {
  readonly answer: Answer;
  /** BRCA1 or BRCA2 pathogenic or likely pathogenic in the tumour, or both copies deleted. */
  readonly byBrca: Answer;
  /** By the score; LOH of the genome is another scale and not counted here. */
  readonly byScore: Answer;
  readonly sentences: readonly string[];
}

const brca: ProfilePattern = {
  any: ['BRCA1', 'BRCA2'].flatMap((gene): ProfilePattern[] => [
    { smallVariant: { gene, classes: ['oncogenic'] } },
    { copyNumber: { gene, states: ['deep-deletion'] } },
  ]),
};

/** A pathogenic BRCA1 or BRCA2 variant of the tumour or a genomic instability score of at least 42 (PMID 26957554). */
export function readHomologousRecombination(
  profile: MolecularProfile,
  markers: readonly MarkerAnswer[],
  genes: CancerGenes,
): HomologousRecombination {
  const { answer: byBrca, facts } = evaluatePattern(brca, profile, genes);
  const scores = markers.filter(({ marker }) => marker === 'HRD');
  const asked = scores.some(({ state }) => state !== 'not-tested');
  const byScore: Answer = scores.some(({ state }) => state === 'positive')
    ? 'met'
    : scores.length > 0 && scores.every(({ state }) => state === 'negative')
      ? 'not-met'
      : 'unknown';
  const answer = anyOf([byBrca, byScore]);
  const sentences = [
    ...(byBrca === 'met'
      ? [`BRCA1 or BRCA2 is changed in the tumour: ${facts.map(({ text }) => text).join('; ')}.`]
      : []),
    ...(byBrca === 'met' && byScore === 'not-met'
      ? ['The score is below the cut-off; a pathogenic BRCA1 or BRCA2 variant counts by itself.']
      : []),
    ...(asked && byBrca !== 'met' && byScore === 'unknown'
      ? ['No certain score and no pathogenic BRCA1 or BRCA2 variant: this is not HRD-negative.']
      : []),
    ...(scores.some(({ hold }) => hold) && byBrca !== 'met'
      ? ['HRD rests on a score that is not certain.']
      : []),
    ...possibleReversions(profile),
  ];
  return { answer, byBrca, byScore, sentences };
}

/** A second variant in a gene that has a pathogenic one may restore its reading frame. */
function possibleReversions({ smallVariants, status }: MolecularProfile): readonly string[] {
  if (status === 'cancelled') return [];
  return ['BRCA1', 'BRCA2'].flatMap((gene) => {
    const found = smallVariants.filter((variant) => variant.gene === gene);
    if (found.length < 2) return [];
    const names = found.map(nameSmallVariant).sort().join(', ');
    return [
      `Several variants of ${gene} (${names}): one may be a reversion; phase and reading frame would tell.`,
    ];
  });
}
