import { rememberLast } from '@consilium/kernel';
import type { ExonRange, MolecularProfile, SmallVariant, SmallVariantPattern } from '@consilium/clinical';
import { answerAbsence } from './absence.js';
import type { CancerGenes } from './cancer-genes.js';
import { describeSmallVariant } from './describe-finding.js';
import { judgeSmallVariant } from './judge-small-variant.js';
import { met, unknown, type Fact, type PatternAnswer } from './pattern-answer.js';

export function evaluateSmallVariant(
  pattern: SmallVariantPattern,
  profile: MolecularProfile,
  genes: CancerGenes,
): PatternAnswer {
  const { gene } = pattern;
  const judged = variantsIn(profile, gene).map(({ variant, index }) => {
    const fact: Fact = { text: describeSmallVariant(variant), finding: { list: 'smallVariants', index } };
    return { ...judgeSmallVariant(variant, pattern, genes), fact };
  });
  const matching = judged.filter(({ answer }) => answer === 'met');
  if (matching.length > 0) return met(matching.map(({ fact }) => fact));
  const open = judged.filter(({ answer }) => answer === 'unknown');
  if (open.length > 0) {
    const reasons = open.flatMap((judgement) => judgement.reasons);
    return unknown(
      reasons.map((reason) => ({ kind: 'alteration', gene, alteration: 'small-variant', reason })),
      open.map(({ fact }) => fact),
    );
  }
  const subject = describeSmallVariantPattern(pattern);
  const absence = answerAbsence(profile, { subject, genes: [gene], alteration: 'small-variant' });
  // A tumour compared with its normal tissue: what both hold is usually taken away, and so is a germline variant.
  if (pattern.origin === 'germline' && profile.assay.pairing === 'paired' && absence.answer === 'not-met') {
    const reason = `${subject}: an assay that subtracts normal tissue may not report it; test the germline.`;
    return unknown([{ kind: 'alteration', gene, alteration: 'small-variant', reason }]);
  }
  return absence;
}

interface PlacedVariant {
  readonly variant: SmallVariant;
  /** Place in the profile's list. */
  readonly index: number;
}

/** A profile is asked hundreds of questions, each about one gene. */
const byGene = rememberLast((profile: MolecularProfile): ReadonlyMap<string, readonly PlacedVariant[]> => {
  const fresh = new Map<string, PlacedVariant[]>();
  profile.smallVariants.forEach((variant, index) => {
    if (variant.gene === undefined) return;
    const others = fresh.get(variant.gene);
    if (others === undefined) fresh.set(variant.gene, [{ variant, index }]);
    else others.push({ variant, index });
  });
  return fresh;
}, 8);

const variantsIn = (profile: MolecularProfile, gene: string): readonly PlacedVariant[] =>
  byGene(profile).get(gene) ?? [];

/** The pattern in words: `BRAF V600E or V600K`, `EGFR exon 19 inframe-deletion`, `germline BRCA1 oncogenic variant`. */
export function describeSmallVariantPattern(pattern: SmallVariantPattern): string {
  const { gene, changes, exceptChanges, codons, residues, exons, classes, origin } = pattern;
  const words = [
    origin,
    gene,
    changes?.join(' or '),
    codons === undefined ? undefined : `codon ${codons.join(', ')}`,
    exons === undefined ? residues?.name : `exon ${range(exons)}`,
    changes === undefined ? `${classes?.join(' or ') ?? 'protein-altering'} variant` : undefined,
    exceptChanges === undefined ? undefined : `other than ${exceptChanges.join(', ')}`,
  ];
  return words.filter((word) => word !== undefined).join(' ');
}

const range = ({ first, last }: ExonRange): string =>
  first === last ? String(first) : `${String(first)} to ${String(last)}`;
