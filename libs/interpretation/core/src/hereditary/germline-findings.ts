import { assertUnreachable } from '@consilium/kernel';
import type { GermlineConsent, MolecularProfile, PatientFacts, SmallVariant } from '@consilium/clinical';
import type { HereditaryTables } from '@consilium/knowledge-core';
import { describeCopyNumber, describeStructuralVariant, nameSmallVariant } from '../describe-finding.js';
import { isHarmful, readAcmgClass, type AcmgClass } from './acmg-class.js';
import { stepsForCarrier, type NextStep } from './carrier-measures.js';

/** A variant that the laboratory found in the germline. */
export interface GermlineFinding {
  readonly gene: string;
  readonly variant: string;
  /** 0-based place among the small variants. */
  readonly index: number;
  readonly acmg: AcmgClass;
  readonly condition?: string;
  readonly inheritance?: 'dominant' | 'recessive';
  readonly sentence: string;
  readonly nextSteps: readonly NextStep[];
}

export interface GermlineReport {
  readonly consent: 'given' | 'refused' | 'not-stated';
  /** Empty where the patient refused to learn of them. */
  readonly findings: readonly GermlineFinding[];
  /** Copy number and structural changes of the germline, in words; laboratories give them no class. */
  readonly otherAlterations: readonly string[];
  readonly sentence: string;
}

/**
 * Germline findings as reported, with their class, and what consent says. Refused, neither they are shown nor whether
 * there are any. Not stated, they are shown to the team, and consent comes before they are told.
 */
export function germlineFindings(
  profile: MolecularProfile,
  patient: PatientFacts,
  tables: HereditaryTables,
): GermlineReport {
  const consent = profile.germlineConsent ?? 'not-stated';
  if (profile.status === 'cancelled') {
    const sentence = 'The report was cancelled: it says nothing.';
    return { consent, findings: [], otherAlterations: [], sentence };
  }
  const findings = profile.smallVariants.flatMap((variant, index) =>
    variant.origin === 'germline' && variant.gene !== undefined
      ? [readFinding(variant, variant.gene, index, { profile, patient, tables })]
      : [],
  );
  const otherAlterations = alterationsBeside(profile);
  const refused = consent === 'refused';
  return {
    consent,
    findings: refused ? [] : findings,
    otherAlterations: refused ? [] : otherAlterations,
    sentence: [sentenceOnConsent(consent), ...(refused ? [] : otherAlterations)].join(' '),
  };
}

interface Facts {
  readonly profile: MolecularProfile;
  readonly patient: PatientFacts;
  readonly tables: HereditaryTables;
}

function readFinding(
  variant: SmallVariant,
  gene: string,
  index: number,
  { profile, patient, tables }: Facts,
): GermlineFinding {
  const acmg = readAcmgClass(variant.significanceAsReported);
  const known = tables.genes.find((one) => one.gene === gene);
  const name = nameSmallVariant(variant);
  const oneCopy =
    known?.inheritance === 'recessive' && isHarmful(acmg) && harmfulInGermline(gene, profile) === 1
      ? ' The condition needs both copies changed; one variant was found.'
      : '';
  return {
    gene,
    variant: name,
    index,
    acmg,
    ...(known === undefined ? {} : { condition: known.condition, inheritance: known.inheritance }),
    sentence: `${sentenceOf(name, acmg, known?.condition)}${oneCopy}`,
    nextSteps: isHarmful(acmg) ? stepsForCarrier(gene, patient, tables, variant) : [],
  };
}

const harmfulInGermline = (gene: string, { smallVariants }: MolecularProfile): number =>
  smallVariants.filter(
    (one) =>
      one.gene === gene && one.origin === 'germline' && isHarmful(readAcmgClass(one.significanceAsReported)),
  ).length;

function alterationsBeside({
  copyNumberAlterations,
  structuralVariants,
}: MolecularProfile): readonly string[] {
  const described = [
    ...copyNumberAlterations.filter(({ origin }) => origin === 'germline').map(describeCopyNumber),
    ...structuralVariants.filter(({ origin }) => origin === 'germline').map(describeStructuralVariant),
  ];
  return described.map((text) => `${text}: found in the germline; its class is not reported.`);
}

function sentenceOnConsent(consent: GermlineConsent | 'not-stated'): string {
  switch (consent) {
    case 'given':
      return 'The patient agreed to learn of inherited findings.';
    case 'refused':
      return 'The patient does not wish to learn of inherited findings: none is shown.';
    case 'not-stated':
      return 'Consent to learn of inherited findings is not stated: obtain it before telling any.';
    default:
      return assertUnreachable(consent);
  }
}

function sentenceOf(name: string, acmg: AcmgClass, condition: string | undefined): string {
  const of = condition === undefined ? '' : ` (${condition})`;
  switch (acmg) {
    case 'pathogenic':
    case 'likely-pathogenic':
      return `${name}${of}: ${acmg.replace('-', ' ')}, found in the germline.`;
    case 'not-stated':
      return `${name}${of}: found in the germline; its class is not reported, and ACMG classification would settle it.`;
    case 'conflicting':
      return `${name}${of}: found in the germline; its reported classes conflict.`;
    case 'uncertain':
    case 'likely-benign':
    case 'benign':
      return `${name}${of}: ${acmg === 'uncertain' ? 'of uncertain significance' : acmg.replace('-', ' ')}, found in the germline; no measure rests on it.`;
    default:
      return assertUnreachable(acmg);
  }
}
