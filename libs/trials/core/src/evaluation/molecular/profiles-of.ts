import { rememberLast } from '@consilium/kernel';
import { coverageOf, type AlterationClass, type MolecularProfile } from '@consilium/clinical';
import { lacksAnnotation } from '@consilium/interpretation-core';
import { dayOf, type Day } from '../../calendar.js';
import type { PatientRecord } from '../patient-record.js';

/** A profile as criteria look at it. */
export interface ViewedProfile {
  readonly profile: MolecularProfile;
  readonly issuedOn: Day;
  /** Genes of which any alteration is reported. */
  readonly genesSeen: ReadonlySet<string>;
  /** Whether nothing found in the gene means that nothing is there. */
  excludes(alteration: AlterationClass, gene: string): boolean;
}

const viewsOf = rememberLast((patient: PatientRecord): readonly ViewedProfile[] =>
  patient.profiles
    .filter(({ status }) => status !== 'cancelled')
    .map(view)
    .sort((a, b) => b.issuedOn - a.issuedOn || (a.profile.id < b.profile.id ? -1 : 1)),
);

/** The patient's profiles that count on a day, newest first: issued by then, and not cancelled. */
export function profilesOf(patient: PatientRecord, on: Day): readonly ViewedProfile[] {
  const all = viewsOf(patient);
  return (all[0]?.issuedOn ?? on) <= on ? all : all.filter(({ issuedOn }) => issuedOn <= on);
}

function view(profile: MolecularProfile): ViewedProfile {
  const genesSeen = new Set<string>();
  for (const { gene } of profile.smallVariants) if (gene !== undefined) genesSeen.add(gene);
  for (const { gene } of profile.copyNumberAlterations) genesSeen.add(gene);
  for (const { fivePrimeGene, threePrimeGene } of profile.structuralVariants) {
    if (fivePrimeGene !== undefined) genesSeen.add(fivePrimeGene);
    if (threePrimeGene !== undefined) genesSeen.add(threePrimeGene);
  }
  const covers = coverageOf(profile.assay);
  const smallVariantsHidden = lacksAnnotation(profile);
  return {
    profile,
    issuedOn: dayOf(profile.issuedAt),
    genesSeen,
    excludes: (alteration, gene) =>
      profile.specimen.type !== 'plasma' &&
      !(smallVariantsHidden && alteration === 'small-variant') &&
      covers(alteration, gene),
  };
}
