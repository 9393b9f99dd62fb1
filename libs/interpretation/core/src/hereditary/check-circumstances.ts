import { assertUnreachable } from '@consilium/kernel';
import type { MolecularProfile, PatientFacts, SmallVariant, TumourTypeTree } from '@consilium/clinical';
import type { GermlineFilter, HereditaryGene, HereditaryTables } from '@consilium/knowledge-core';
import { isHarmful, isHarmless, readAcmgClass } from './acmg-class.js';
import { failed, missing, passed, type GermlineCheck } from './germline-check.js';

export interface Situation {
  readonly profile: MolecularProfile;
  readonly patient: PatientFacts;
  readonly tables: HereditaryTables;
  readonly tumourTypes: TumourTypeTree;
}

/** The rule was made on solid tumours that are not hypermutated (PMID 36529447). */
export function checkTumour({ profile, tumourTypes }: Situation): GermlineCheck {
  if (!tumourTypes.isSolid(profile.diagnosis)) {
    return missing(
      'The rule was made on solid tumours.',
      'a germline test in tissue free of the disease (skin fibroblasts)',
    );
  }
  const measured = profile.biomarkers.filter(({ kind }) => kind === 'TMB' || kind === 'MSI');
  const high = measured.find(({ state }) => state === 'positive');
  if (high !== undefined) {
    return missing(
      `The tumour may be hypermutated (${high.kind} positive): the rule was not made for it.`,
      'a germline test by the clinical indication (MMR deficiency has its own work-up)',
    );
  }
  return measured.some(({ kind, state }) => kind === 'TMB' && state === 'negative')
    ? passed('Not hypermutated.')
    : passed('Not known to be hypermutated; TMB was not reported as low.');
}

/** Whether the gene is followed up in this tumour and at this age: one of its rows is enough. */
export function checkFollowUp(rows: readonly HereditaryGene[], situation: Situation): GermlineCheck {
  const checks = rows.map((row) => checkRow(row, situation));
  return (
    checks.find(({ holds }) => holds === true) ?? checks.find(({ holds }) => holds === undefined) ?? failed
  );
}

function checkRow(row: HereditaryGene, { profile, patient, tables, tumourTypes }: Situation): GermlineCheck {
  const { gene, followUp, tumours = [] } = row;
  if (followUp === undefined) return failed;
  if (followUp === 'any-tumour') return passed(`${gene} is followed up whatever the tumour.`);
  const fits = tumourTypes.isWithin(tumours, profile.diagnosis);
  if (!fits && tumourTypes.fit(tumours, profile.diagnosis) !== 'subtype') return failed;
  const age = followUp === 'on-tumour-when-young' ? checkAge(gene, patient, tables.filter) : undefined;
  if (age?.holds === false || fits) {
    return age ?? passed(`${gene} is followed up in this tumour.`);
  }
  return missing(`${gene} is followed up in ${tumours.join(', ')}.`, 'a more precise diagnosis');
}

function checkAge(
  gene: string,
  { ageAtDiagnosis }: PatientFacts,
  { youngBelow }: GermlineFilter,
): GermlineCheck {
  if (ageAtDiagnosis === undefined) {
    return missing(
      `${gene} is followed up in this tumour when it is diagnosed before ${String(youngBelow)} years.`,
      'the age at diagnosis',
    );
  }
  return ageAtDiagnosis < youngBelow
    ? passed(`${gene} is followed up in this tumour at ${String(ageAtDiagnosis)} years.`)
    : failed;
}

/** A recessive condition needs both copies: a second variant of the gene that is not known to be harmless. */
export function checkCopies(
  { inheritance, gene }: HereditaryGene,
  variant: SmallVariant,
  { smallVariants }: MolecularProfile,
): GermlineCheck {
  switch (inheritance) {
    case 'dominant':
      return passed('One changed copy suffices.');
    case 'recessive': {
      const others = smallVariants.filter((other) => other !== variant && other.gene === gene);
      const classes = others.map((other) => readAcmgClass(other.significanceAsReported));
      if (classes.some(isHarmful)) return passed(`A second variant of ${gene} was found.`);
      return classes.some((acmg) => !isHarmless(acmg) && acmg !== 'uncertain')
        ? missing(`The class of a second variant of ${gene} is not known.`, 'classification by ACMG')
        : missing(
            `${gene} matters where both copies are changed; one variant was found.`,
            `whether the other copy of ${gene} is changed too`,
          );
    }
    default:
      return assertUnreachable(inheritance);
  }
}
