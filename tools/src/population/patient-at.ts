import type { Assay, Biomarker, ClinicalFacts, MolecularProfile } from '@consilium/clinical';
import type { PatientRecord } from '@consilium/trials-core';
import { addAlteration, passenger, type Alterations } from './alterations.js';
import { dayBefore } from './days.js';
import { conditionsFrom, measurementsFrom, performanceFrom, therapiesFrom } from './health.js';
import { normal, pick, pickWeighted, randomFrom, type Random } from './random.js';
import { tumours, type Tumour } from './tumours.js';

/** Patients of one seed as of a day (ISO date); `genes` are those the panels cover, drivers first. */
export interface Population {
  readonly seed: number;
  readonly today: string;
  readonly assays: readonly (Assay & { readonly weight: number })[];
}

/** Two panels and an exome, as hospitals have them. */
export function newPopulation(seed: number, today: string, genes: readonly string[]): Population {
  const drivers = [
    ...new Set(
      tumours.flatMap(({ alterations }) =>
        alterations.flatMap(({ what }) => what.replace(/ .*/, '').split('::')),
      ),
    ),
  ];
  const covered = [...drivers, ...genes.filter((gene) => !drivers.includes(gene))];
  const panel = (name: string, size: number, weight: number): Assay & { readonly weight: number } => ({
    name,
    kind: 'panel',
    pairing: 'tumour-only',
    build: 'GRCh38',
    genes: covered.slice(0, size),
    alterations: ['small-variant', 'copy-number', 'structural-variant'],
    biomarkers: ['TMB', 'MSI'],
    weight,
  });
  return {
    seed,
    today,
    assays: [
      panel('Panel 50', 50, 20),
      panel('Panel 324', 324, 45),
      panel('Panel 505', 505, 30),
      { ...panel('Exome', 0, 5), kind: 'exome', pairing: 'paired', genes: 'all' },
    ],
  };
}

/** The same number gives the same patient, so that a population need not be held. */
export function patientAt(population: Population, number: number): PatientRecord {
  const random = randomFrom(population.seed * 1_000_003 + number);
  const tumour = pickWeighted(random, tumours);
  const patient = `S${String(number).padStart(7, '0')}`;
  const hospital = `hospital-${String(number % 10)}`;
  return {
    patient,
    hospital,
    // One in eight has not been sequenced yet.
    profiles: random() < 0.125 ? [] : [profileFrom(random, population, tumour, patient, hospital)],
    facts: factsFrom(random, population.today, tumour, patient, hospital),
  };
}

function profileFrom(
  random: Random,
  { assays, today }: Population,
  tumour: Tumour,
  patient: string,
  hospital: string,
): MolecularProfile {
  const assay = pickWeighted(random, assays);
  const found: Alterations = { smallVariants: [], copyNumberAlterations: [], structuralVariants: [] };
  for (const { what, percent } of tumour.alterations) {
    const [gene = ''] = what.split(/ |::/);
    const covered = assay.genes === 'all' || assay.genes.includes(gene);
    if (random() * 100 < percent && covered) addAlteration(found, what, random);
  }
  const tmbHigh = random() * 100 < tumour.tmbHigh;
  const genes = assay.genes === 'all' ? (assays[2]?.genes ?? []) : assay.genes;
  const passengers = Math.floor((tmbHigh ? 12 : 3) * random());
  if (genes !== 'all')
    for (let at = 0; at < passengers; at += 1) found.smallVariants.push(passenger(genes, random));
  return {
    id: `profile-${patient}`,
    patient,
    hospital,
    reportId: `R-${patient}`,
    version: 1,
    status: 'final',
    issuedAt: `${dayBefore(today, Math.floor(random() * 200))}T10:00:00Z`,
    laboratory: 'Laboratory',
    diagnosis: tumour.code,
    specimen: { id: 'S', site: 'tumour', type: 'ffpe' },
    assay,
    ...found,
    biomarkers: biomarkersFrom(random, tumour, tmbHigh),
    recordCounts: [],
    remarks: [],
  };
}

function biomarkersFrom(random: Random, tumour: Tumour, tmbHigh: boolean): Biomarker[] {
  const msiHigh = random() * 100 < tumour.msiHigh;
  const tmb = tmbHigh || msiHigh ? 10 + random() * 30 : random() * 10;
  const found: Biomarker[] = [
    { kind: 'MSI', state: msiHigh ? 'positive' : 'negative' },
    random() < 0.05
      ? { kind: 'TMB', state: 'failed' }
      : {
          kind: 'TMB',
          state: tmb >= 10 ? 'positive' : 'negative',
          value: Math.round(tmb * 10) / 10,
          unit: 'mut/Mb',
        },
  ];
  // PD-L1 is stained in some, and has a third each below 1 %, from 1 to 49 %, and above, as in lung cancer.
  if (random() < 0.4) {
    const band = random();
    const tps = band < 0.33 ? 0 : band < 0.67 ? 1 + random() * 48 : 50 + random() * 50;
    found.push({
      kind: 'PD-L1',
      state: tps >= 1 ? 'positive' : 'negative',
      value: Math.round(tps),
      unit: '%',
      scoring: 'TPS',
      clone: '22C3',
    });
  }
  return found;
}

function factsFrom(
  random: Random,
  today: string,
  tumour: Tumour,
  patient: string,
  hospital: string,
): ClinicalFacts {
  const age = Math.min(95, Math.max(19, tumour.medianAge + 11 * normal(random)));
  const sex = random() * 100 < tumour.female ? 'female' : 'male';
  const on = dayBefore(today, Math.floor(random() * 40));
  const complete = (): { readonly completeOn?: string } => (random() < 0.8 ? { completeOn: on } : {});
  return {
    patient,
    hospital,
    version: 1,
    recordedAt: `${dayBefore(today, 0)}T06:00:00Z`,
    birthDate: dayBefore(today, Math.floor(age * 365.25)).slice(0, 7),
    sex,
    diagnoses: [{ code: tumour.code }],
    ...(random() < 0.9
      ? { stage: { value: { group: 'IV', extent: 'metastatic' as const }, on: dayBefore(today, 60) } }
      : {}),
    metastases: {
      ...complete(),
      entries: [
        ...(random() < 0.15
          ? [{ site: 'brain' as const, state: random() < 0.6 ? ('treated' as const) : ('active' as const) }]
          : []),
        ...(random() < 0.35 ? [{ site: 'liver' as const }] : []),
        ...(random() < 0.35 ? [{ site: 'bone' as const }] : []),
      ],
    },
    ...(random() < 0.7
      ? { measurableDisease: { value: random() < 0.85, criteria: 'RECIST 1.1', on: dayBefore(today, 30) } }
      : {}),
    ...(random() < 0.92
      ? { performance: [{ scale: 'ECOG' as const, value: performanceFrom(random), on }] }
      : {}),
    therapies: { ...complete(), entries: therapiesFrom(random, today) },
    measurements: measurementsFrom(random, today),
    conditions: { ...complete(), entries: conditionsFrom(random) },
    medication: {
      ...complete(),
      entries:
        random() < 0.12 ? [{ drug: 'prednisone', prednisoneMgPerDay: pick(random, [5, 10, 20, 40]) }] : [],
    },
    otherCancers: { ...complete(), entries: [] },
    ...(random() < 0.5 ? { consents: [{ to: 'trial' as const, answer: 'given' as const, on }] } : {}),
  };
}
