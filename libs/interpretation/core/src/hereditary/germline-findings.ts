import type { MolecularProfile, PatientFacts } from '@consilium/clinical';
import type { HereditaryTables } from '@consilium/knowledge-core';
import { nameSmallVariant } from '../describe-finding.js';
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
  /** How many are held back because of the refusal. */
  readonly heldBack: number;
  readonly sentence: string;
}

/**
 * Germline findings as reported, with their class, and what consent says. Refused, they are not shown: only that some
 * are held back. Not stated, they are shown to the team, and consent comes before they are told.
 */
export function germlineFindings(
  profile: MolecularProfile,
  patient: PatientFacts,
  tables: HereditaryTables,
): GermlineReport {
  const consent = profile.germlineConsent ?? 'not-stated';
  const all = profile.smallVariants.flatMap((variant, index): GermlineFinding[] => {
    if (variant.origin !== 'germline' || variant.gene === undefined) return [];
    const { gene } = variant;
    const acmg = readAcmgClass(variant.significanceAsReported);
    const known = tables.genes.find((one) => one.gene === gene);
    const name = nameSmallVariant(variant);
    return [
      {
        gene,
        variant: name,
        index,
        acmg,
        ...(known === undefined ? {} : { condition: known.condition, inheritance: known.inheritance }),
        sentence: sentenceOf(name, acmg, known?.condition),
        nextSteps: isHarmful(acmg) ? stepsForCarrier(gene, patient, tables) : [],
      },
    ];
  });
  const refused = consent === 'refused';
  return {
    consent,
    findings: refused ? [] : all,
    heldBack: refused ? all.length : 0,
    sentence:
      consent === 'given'
        ? 'The patient agreed to learn of inherited findings.'
        : refused
          ? 'The patient does not wish to learn of inherited findings: none is shown.'
          : 'Consent to learn of inherited findings is not stated: obtain it before telling any.',
  };
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
    default:
      return `${name}${of}: ${acmg === 'uncertain' ? 'of uncertain significance' : acmg.replace('-', ' ')}, found in the germline; no measure rests on it.`;
  }
}
