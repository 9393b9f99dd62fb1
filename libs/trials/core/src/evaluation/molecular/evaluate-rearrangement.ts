import type { Evaluate } from '../evaluate-leaf.js';
import { open, settled } from '../judged.js';
import { factOf, fixed, testFor } from './evaluate-alteration.js';
import { profilesOf } from './profiles-of.js';

/** Any structural variant that hits the gene; one in the reading frame or not. */
export const evaluateRearrangement: Evaluate<'rearrangement'> = ({ gene }, patient, on) => {
  const profiles = profilesOf(patient, on);
  const hits = () =>
    profiles.flatMap((viewed) =>
      viewed.profile.structuralVariants
        .filter(({ fivePrimeGene, threePrimeGene }) => fivePrimeGene === gene || threePrimeGene === gene)
        .map((variant) =>
          factOf(
            `${[variant.fivePrimeGene, variant.threePrimeGene].filter(Boolean).join('::')} ${variant.kind}`,
            viewed,
          ),
        ),
    );
  if (profiles.some(({ genesSeen }) => genesSeen.has(gene)) && hits().length > 0)
    return settled('met', () => ({ facts: hits(), change: fixed }));
  const looked = profiles.find((viewed) => viewed.excludes('structural-variant', gene));
  if (looked !== undefined) {
    const text = `No structural variant of ${gene} was found`;
    return settled('not-met', () => ({ facts: [factOf(text, looked)], change: fixed }));
  }
  const wanted = { alteration: 'structural-variant', genes: [gene], germlineOnly: false } as const;
  return open(() => ({
    missing: [
      testFor(
        { ...wanted, pattern: { fusion: { gene } } },
        profiles.length > 0 && profiles.every(({ profile }) => profile.specimen.type === 'plasma'),
      ),
    ],
  }));
};
