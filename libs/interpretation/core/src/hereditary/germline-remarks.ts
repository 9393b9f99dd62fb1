import type { MolecularProfile, PatientFacts, SmallVariant } from '@consilium/clinical';
import type { GermlineFilter } from '@consilium/knowledge-core';
import type { Situation } from './check-circumstances.js';

/** Variants that are no flag, each group for one reason. */
export interface Unflagged {
  readonly belowFraction: readonly string[];
  readonly withoutClass: readonly string[];
}

/** What bears on one flag: blood, loss of the other allele, few tumour cells. */
export function notesOn(
  { gene = '', origin }: SmallVariant,
  { profile, tables, tumourTypes }: Situation,
): readonly string[] {
  const { specimen, copyNumberAlterations, diagnosis } = profile;
  const blood = ['blood', 'bone-marrow', 'plasma'].includes(specimen.type) || !tumourTypes.isSolid(diagnosis);
  const lost = copyNumberAlterations.some(
    (one) => one.gene === gene && (one.state === 'loss' || one.state === 'neutral-loh'),
  );
  return [
    lost
      ? `A copy of ${gene} is lost in the tumour: the allele fraction moves away from one half.`
      : 'The allele fraction moves with the share of tumour cells and with loss of the other allele.',
    ...(blood && tables.filter.haematopoiesisGenes.includes(gene)
      ? [`In blood, ${gene} is often changed by clonal haematopoiesis: confirm in fibroblasts, not in blood.`]
      : []),
    ...(origin === 'somatic'
      ? ['The laboratory calls it somatic; without normal tissue that is a prediction.']
      : []),
  ];
}

export function remarksOn(
  profile: MolecularProfile,
  { familyHistory }: PatientFacts,
  filter: GermlineFilter,
  { belowFraction, withoutClass }: Unflagged,
): readonly string[] {
  const list = (names: readonly string[]): string => [...new Set(names)].sort().join(', ');
  return [
    ...(profile.assay.pairing === 'paired'
      ? [
          'Tumour and normal tissue were compared: the rule for tumour-only data does not apply, and what both hold may have been taken away.',
        ]
      : []),
    ...(familyHistory === 'suggestive'
      ? [
          'The family history suggests an inherited risk: offer a germline test whatever was found in the tumour.',
        ]
      : []),
    ...(familyHistory === undefined
      ? ['Personal and family history are not stated; they call for a germline test by themselves.']
      : []),
    ...(belowFraction.length > 0
      ? [
          `Pathogenic, but at or below the allele fraction of the filter: ${list(belowFraction)}. About 3 % of inherited ones lie outside the filter (PMID 36529447).`,
        ]
      : []),
    ...(withoutClass.length > 0
      ? [`Without a class, and so not judged: ${list(withoutClass)}. Classification by ACMG would settle it.`]
      : []),
    'No flag is not no risk: about 8 % of pathogenic germline variants are missed by tests of the tumour (PMC7542302).',
    ...(filter.unverified === true
      ? ['The thresholds of the filter were not verified at their source.']
      : []),
  ];
}
