import type { SmallVariant } from '@consilium/clinical';
import type { CancerGenes } from './cancer-genes.js';
import { classifyVariant } from './oncogenicity/index.js';
import { curatedCodes, overrideFor, type Override } from './override.js';

/**
 * The variants with the class that curators set, or that follows from the codes they set, so that every rule that asks
 * whether a variant is oncogenic sees it.
 */
export const withOverrides = (
  variants: readonly SmallVariant[],
  overrides: readonly Override[],
  genes: CancerGenes,
): readonly SmallVariant[] =>
  overrides.length === 0 ? variants : variants.map((variant) => withOverride(variant, overrides, genes));

function withOverride(
  variant: SmallVariant,
  overrides: readonly Override[],
  genes: CancerGenes,
): SmallVariant {
  const set = overrideFor(variant, overrides, ({ kind }) => kind === 'oncogenicity');
  if (set?.subject.kind === 'oncogenicity') return { ...variant, curatedOncogenicity: set.subject.value };
  const curated = curatedCodes(variant, overrides);
  const gene = variant.gene === undefined ? undefined : genes.get(variant.gene);
  if (curated.length === 0) return variant;
  const classification = classifyVariant({
    variant,
    ...(gene === undefined ? {} : { gene }),
    curated,
  });
  // Codes that were only added settle nothing while their sum is uncertain; one taken away takes its class with it.
  const onlyAdded = curated.every(({ applies }) => applies);
  return classification === 'uncertain' && onlyAdded
    ? variant
    : { ...variant, curatedOncogenicity: classification };
}
