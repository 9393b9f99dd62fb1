import type { ExonRange, MolecularProfile } from '@consilium/clinical';
import { answerAbsence } from './absence.js';
import { describeStructuralVariant, nameStructuralVariant } from './describe-finding.js';
import { met, unknown, type Fact, type PatternAnswer } from './pattern-answer.js';

/** Skipping as seen in RNA or called by the laboratory; a splice-site variant that may cause it has its own pattern. */
export function evaluateExonSkipping(
  { gene, exons }: { readonly gene: string; readonly exons: ExonRange },
  profile: MolecularProfile,
): PatternAnswer {
  const ofGene = profile.structuralVariants.flatMap((variant, index) => {
    const hit = variant.fivePrimeGene === gene || variant.threePrimeGene === gene;
    if (!hit || variant.kind !== 'exon-skipping') return [];
    const fact: Fact = {
      text: describeStructuralVariant(variant),
      finding: { list: 'structuralVariants', index },
    };
    return [{ agreement: compare(variant.exons, exons), name: nameStructuralVariant(variant), fact }];
  });
  const matching = ofGene.filter(({ agreement }) => agreement === 'same');
  if (matching.length > 0) return met(matching.map(({ fact }) => fact));
  const open = ofGene.filter(({ agreement }) => agreement === 'unclear');
  const which =
    exons.first === exons.last ? String(exons.first) : `${String(exons.first)} to ${String(exons.last)}`;
  if (open.length > 0) {
    return unknown(
      open.map(({ name }) => ({
        kind: 'alteration',
        gene,
        alteration: 'structural-variant',
        reason: `Whether ${name} is skipping of exactly exon ${which} is not clear from the report.`,
      })),
      open.map(({ fact }) => fact),
    );
  }
  return answerAbsence(profile, {
    subject: `${gene} exon ${which} skipping`,
    genes: [gene],
    alteration: 'structural-variant',
  });
}

function compare(found: ExonRange | undefined, wanted: ExonRange): 'same' | 'unclear' | 'other' {
  if (found === undefined) return 'unclear';
  if (found.first === wanted.first && found.last === wanted.last) return 'same';
  return found.last < wanted.first || wanted.last < found.first ? 'other' : 'unclear';
}
