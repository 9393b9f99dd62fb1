import { residuesOf, type SmallVariant, type SmallVariantPattern } from '@consilium/clinical';
import { nameSmallVariant } from './describe-finding.js';
import { allJudged, judge, unclear, yes, type Judgement } from './judgement.js';
import { readChange } from './variant-effect.js';

/** Whether a variant lies where the pattern says: codons, and exons or residues. */
export function judgePlace(variant: SmallVariant, pattern: SmallVariantPattern): Judgement {
  return allJudged([
    pattern.codons === undefined ? yes : judgeCodons(variant, pattern.codons),
    judgeRegion(variant, pattern),
  ]);
}

function judgeCodons(variant: SmallVariant, codons: readonly number[]): Judgement {
  const change = readChange(variant);
  const touched = change === undefined ? undefined : residuesOf(change);
  if (change === undefined || touched === undefined) return noPlace(variant);
  const touches = codons.some((codon) => touched.first <= codon && codon <= touched.last);
  // An insertion's residues only flank it: it is neither at the codon nor clearly elsewhere.
  return touches && change.kind === 'insertion'
    ? unclear(`${nameSmallVariant(variant)} lies beside the codon that is meant.`)
    : judge(touches);
}

/** Exon by its reported number and residues by the protein change; each stands in for the other, not against it. */
function judgeRegion(variant: SmallVariant, pattern: SmallVariantPattern): Judgement {
  const { exons, residues } = pattern;
  const byResidues = residues === undefined ? undefined : judgeResidues(variant, residues);
  if (exons === undefined) return byResidues ?? yes;
  const name = nameSmallVariant(variant);
  const byExon =
    variant.exon === undefined
      ? unclear(`The exon of ${name} is not reported.`)
      : judge(exons.first <= variant.exon && variant.exon <= exons.last);
  if (byResidues === undefined || byResidues.answer === 'unknown') {
    return byExon.answer === 'unknown' && byResidues !== undefined ? byResidues : byExon;
  }
  if (byExon.answer === 'unknown' || byExon.answer === byResidues.answer) return byResidues;
  return unclear(`The reported exon and the protein change of ${name} disagree.`);
}

function judgeResidues(
  variant: SmallVariant,
  { first, last, name }: { readonly first: number; readonly last: number; readonly name: string },
): Judgement {
  const change = readChange(variant);
  const touched = change === undefined ? undefined : residuesOf(change);
  if (touched === undefined) return noPlace(variant);
  if (first <= touched.first && touched.last <= last) return yes;
  return touched.last < first || last < touched.first
    ? judge(false)
    : unclear(`${nameSmallVariant(variant)} lies only partly in ${name}.`);
}

const noPlace = (variant: SmallVariant): Judgement =>
  unclear(`The protein change of ${nameSmallVariant(variant)} is not reported, so its place is not known.`);
