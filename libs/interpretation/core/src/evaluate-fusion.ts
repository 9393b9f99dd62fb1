import type { FusionPattern, MolecularProfile, StructuralVariant } from '@consilium/clinical';
import { answerAbsence } from './absence.js';
import { describeStructuralVariant, nameStructuralVariant } from './describe-finding.js';
import { allJudged, judge, no, unclear, yes, type Judgement } from './judgement.js';
import { met, unknown, type Fact, type PatternAnswer } from './pattern-answer.js';

/**
 * A fusion by either partner or by place. Only an in-frame (or not contradicted) fusion is one; a rearrangement of the
 * gene seen in DNA may make one and leaves the answer open until RNA is looked at.
 */
export function evaluateFusion(pattern: FusionPattern, profile: MolecularProfile): PatternAnswer {
  const genes = genesOf(pattern);
  const involved = profile.structuralVariants.flatMap((variant, index) => {
    if (!partnersOf(variant).some((gene) => genes.includes(gene))) return [];
    const fact: Fact = {
      text: describeStructuralVariant(variant),
      finding: { list: 'structuralVariants', index },
    };
    return [{ ...judgeFusion(variant, pattern), variant, fact }];
  });
  const matching = involved.filter(({ answer }) => answer === 'met');
  if (matching.length > 0) return met(matching.map(({ fact }) => fact));
  const open = involved.filter(({ answer }) => answer === 'unknown');
  if (open.length > 0) {
    return unknown(
      open.flatMap(({ reasons, variant }) =>
        genes
          .filter((gene) => partnersOf(variant).includes(gene))
          .flatMap((gene) =>
            reasons.map(
              (reason) => ({ kind: 'alteration', gene, alteration: 'structural-variant', reason }) as const,
            ),
          ),
      ),
      open.map(({ fact }) => fact),
    );
  }
  const outOfFrame = involved.filter(({ variant }) => variant.kind === 'fusion' && variant.inFrame === false);
  return answerAbsence(
    profile,
    { subject: `${genes.join('::')} fusion`, genes, alteration: 'structural-variant' },
    outOfFrame.map(({ fact }) => fact),
  );
}

/** The pattern's genes, the 5′ partner first. */
export const genesOf = ({ gene, fivePrime, threePrime }: FusionPattern): readonly string[] =>
  [gene, fivePrime, threePrime].filter((symbol) => symbol !== undefined);

const partnersOf = ({ fivePrimeGene, threePrimeGene }: StructuralVariant): readonly string[] =>
  [fivePrimeGene, threePrimeGene].filter((gene) => gene !== undefined);

function judgeFusion(variant: StructuralVariant, pattern: FusionPattern): Judgement {
  switch (variant.kind) {
    case 'fusion':
      return variant.inFrame === false ? no : judgePartners(variant, pattern);
    case 'rearrangement':
    case 'breakend':
    case 'inversion':
    case 'translocation':
      return toConfirm(variant);
    case 'deletion':
    case 'duplication':
    case 'insertion':
      // Within one gene it joins nothing; between two it may (FIP1L1::PDGFRA arises by a deletion).
      return new Set(partnersOf(variant)).size > 1 ? toConfirm(variant) : no;
    case 'exon-skipping':
      return no;
  }
}

function judgePartners(
  variant: StructuralVariant,
  { gene, fivePrime, threePrime, fivePrimeExon, threePrimeExon }: FusionPattern,
): Judgement {
  const { fivePrimeGene, threePrimeGene } = variant;
  const exon = (wanted: number | undefined, found: number | undefined): Judgement =>
    wanted === undefined || wanted === found
      ? yes
      : found === undefined
        ? unclear(`The exons joined by ${nameStructuralVariant(variant)} are not reported.`)
        : no;
  const place = (
    wanted: string | undefined,
    found: string | undefined,
    other: string | undefined,
  ): Judgement => {
    if (wanted === undefined || wanted === found) return yes;
    if (found === undefined)
      return unclear(`A partner of ${nameStructuralVariant(variant)} is not reported.`);
    // The reciprocal product; the functional one is usually made too.
    return wanted === other ? toConfirm(variant) : no;
  };
  return allJudged([
    gene === undefined ? yes : judge([fivePrimeGene, threePrimeGene].includes(gene)),
    place(fivePrime, fivePrimeGene, threePrimeGene),
    place(threePrime, threePrimeGene, fivePrimeGene),
    exon(fivePrimeExon, variant.fivePrimeExon),
    exon(threePrimeExon, variant.threePrimeExon),
  ]);
}

const toConfirm = (variant: StructuralVariant): Judgement =>
  unclear(`${nameStructuralVariant(variant)} may make a fusion: confirm fusion by RNA.`);
