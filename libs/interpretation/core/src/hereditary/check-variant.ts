import type { MolecularProfile, SmallVariant } from '@consilium/clinical';
import type { GermlineFilter } from '@consilium/knowledge-core';
import { effectOf } from '../variant-effect.js';
import { isHarmful, isHarmless, readAcmgClass } from './acmg-class.js';
import { failed, missing, passed, type GermlineCheck } from './germline-check.js';

/** Pathogenic or likely pathogenic; of uncertain significance is neither, and a class that is missing stays missing. */
export function checkClass(variant: SmallVariant): GermlineCheck {
  const acmg = readAcmgClass(variant.significanceAsReported);
  if (isHarmful(acmg)) return passed(`Reported as ${acmg.replace('-', ' ')}.`);
  if (isHarmless(acmg) || acmg === 'uncertain') return failed;
  return missing(
    acmg === 'conflicting'
      ? 'Its reported classes conflict.'
      : 'Its class (ClinVar, ACMG) is not reported, or in words that are not known.',
    'classification by ACMG',
  );
}

export function checkRarity({ populationFrequency }: SmallVariant, filter: GermlineFilter): GermlineCheck {
  if (populationFrequency === undefined) {
    // ACMG's own criteria rest on rarity (PMID 25741868); what is common is not classified pathogenic.
    return passed('Its population frequency was not reported; a pathogenic variant is taken for rare.');
  }
  return populationFrequency < filter.rareBelow ? passed('Rare in the population.') : failed;
}

/** Above 30 % for a substitution, above 20 % for a small insertion or deletion; circulating DNA by neither. */
export function checkFraction(
  variant: SmallVariant,
  { specimen }: MolecularProfile,
  filter: GermlineFilter,
): GermlineCheck {
  if (specimen.type === 'plasma') {
    return missing('Circulating DNA needs thresholds of its own.', 'a germline test, or tumour tissue');
  }
  const { vaf } = variant;
  if (vaf === undefined || !(vaf >= 0 && vaf <= 1)) {
    return missing('Its allele fraction is not reported.', 'the allele fraction');
  }
  const { smallestVafOfIndel: indel, smallestVafOfSubstitution: substitution } = filter;
  const kind = kindOf(variant);
  const above = (least: number): GermlineCheck =>
    vaf > least
      ? passed(`Allele fraction ${percent(vaf)}, above ${percent(least)}.`)
      : { holds: false, why: 'fraction' };
  if (kind !== undefined) return above(kind === 'indel' ? indel : substitution);
  const [low, high] = [Math.min(indel, substitution), Math.max(indel, substitution)];
  if (vaf > low && vaf <= high) {
    return missing(
      `Allele fraction ${percent(vaf)}: enough for a small insertion or deletion, not for a substitution.`,
      'the change of the DNA',
    );
  }
  return above(vaf > high ? high : low);
}

export const percent = (share: number): string => `${String(Math.round(share * 1000) / 10)} %`;

function kindOf(variant: SmallVariant): 'indel' | 'substitution' | undefined {
  const { genomic, codingChange } = variant;
  if (genomic !== undefined) {
    const { reference, alternate } = genomic;
    // MAF writes `-` for nothing.
    const indel = reference === '-' || alternate === '-' || reference.length !== alternate.length;
    return indel ? 'indel' : 'substitution';
  }
  if (codingChange !== undefined && /del|ins|dup/.test(codingChange)) return 'indel';
  if (codingChange?.includes('>') === true) return 'substitution';
  const effect = effectOf(variant, '');
  if (!effect.known) return undefined;
  if (['frameshift', 'inframe-deletion', 'inframe-insertion'].includes(effect.consequence)) return 'indel';
  return ['missense', 'nonsense', 'synonymous', 'start-lost', 'stop-lost'].includes(effect.consequence)
    ? 'substitution'
    : undefined;
}

/** Whether the change is one that rarely is harmless; others without a class would ask a question of every passenger. */
export function isSevere(variant: SmallVariant): boolean {
  const effect = effectOf(variant, '');
  return effect.known && ['nonsense', 'frameshift', 'splice-site', 'start-lost'].includes(effect.consequence);
}

/** Outside the protein; without a class nobody would look at it. */
export function isSilent(variant: SmallVariant): boolean {
  const effect = effectOf(variant, '');
  return (
    effect.known && ['synonymous', 'utr', 'intronic', 'non-coding', 'intergenic'].includes(effect.consequence)
  );
}
