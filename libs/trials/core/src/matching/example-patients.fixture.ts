import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  readTumourTypes,
  type Assay,
  type ClinicalFacts,
  type MolecularProfile,
  type SmallVariant,
} from '@consilium/clinical';
import type { EligibilityReferences } from '../evaluation/eligibility-references.js';
import type { PatientRecord } from '../evaluation/patient-record.js';
import { readConditions } from '../evaluation/read-conditions.js';
import type { Criterion, Leaf } from '../language/criterion.js';
import type { Trial } from '../language/trial.js';

const root = new URL('../../../../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

export const references: EligibilityReferences = {
  tumourTypes: readTumourTypes(read('libs/shared/clinical/data/tumour-types.tsv')),
  genes: new Map(),
  conditions: readConditions(read('libs/trials/core/data/conditions.tsv')),
  drugs: {
    classesOf: (drug) =>
      drug === 'osimertinib' ? ['EGFR TKI'] : drug === 'carboplatin' ? ['platinum'] : undefined,
    halfLifeOf: (drug) => (drug === 'osimertinib' ? 2 : undefined),
    interactionsOf: () => [],
  },
};

export const today = '2026-11-23';

const panel: Assay = {
  name: 'Panel',
  kind: 'panel',
  pairing: 'tumour-only',
  build: 'GRCh38',
  genes: ['EGFR', 'KRAS', 'BRAF'],
  alterations: ['small-variant', 'copy-number'],
  biomarkers: ['TMB'],
};
const smallPanel: Assay = { ...panel, name: 'Small panel', genes: ['EGFR'] };

const variants: readonly SmallVariant[] = [
  { gene: 'EGFR', proteinChange: 'L858R', consequence: 'missense', origin: 'somatic' },
  { gene: 'KRAS', proteinChange: 'G12C', consequence: 'missense', origin: 'somatic' },
  { gene: 'BRAF', proteinChange: 'V600E', consequence: 'missense', origin: 'somatic' },
];

const dates = fc.constantFrom(
  '2024',
  '2025-10',
  '2026-01-15',
  '2026-10-20',
  '2026-11-10',
  '2026-11-20',
  '2026-12-05',
);

const profile: fc.Arbitrary<MolecularProfile> = fc
  .record({
    diagnosis: fc.constantFrom('LUAD', 'NSCLC', 'COADREAD', 'MEL'),
    found: fc.subarray([...variants]),
    assay: fc.constantFrom(panel, smallPanel),
    tmb: fc.constantFrom('positive', 'negative', 'failed', 'not-tested', 'indeterminate' as const),
    issuedAt: fc.constantFrom('2026-03-01T08:00:00Z', '2026-11-01T08:00:00Z', '2026-11-30T08:00:00Z'),
    plasma: fc.boolean(),
  })
  .map(({ diagnosis, found, assay, tmb, issuedAt, plasma }) => ({
    id: `${diagnosis} ${issuedAt}`,
    patient: 'p',
    hospital: 'h',
    reportId: 'r',
    version: 1,
    status: 'final',
    issuedAt,
    laboratory: 'Laboratory',
    diagnosis,
    specimen: { id: 's', site: 'lung', type: plasma ? 'plasma' : 'ffpe' },
    assay,
    smallVariants: found,
    copyNumberAlterations: [],
    structuralVariants: [],
    biomarkers: [{ kind: 'TMB', state: tmb as 'positive' }],
    recordCounts: [],
    remarks: [],
  }));

const facts: fc.Arbitrary<ClinicalFacts> = fc
  .record(
    {
      birthDate: fc.constantFrom('1950-02-28', '2008-11-24', '2008-12', '1990'),
      sex: fc.constantFrom('female' as const, 'male' as const),
      diagnoses: fc.constantFrom([{ code: 'LUAD' }], [{ code: 'NSCLC' }], [{ code: 'MEL' }]),
      performance: fc.array(
        fc.record({
          scale: fc.constant('ECOG' as const),
          value: fc.integer({ min: 0, max: 4 }),
          on: fc.constantFrom('2026-09-01', '2026-11-10', '2026-12-01'),
        }),
        { maxLength: 2 },
      ),
      therapies: fc.record(
        {
          completeOn: fc.constantFrom('2026-11-01', '2026-11-20'),
          entries: fc.array(
            fc.record(
              {
                type: fc.constant('systemic' as const),
                drugs: fc.constantFrom(['osimertinib'], ['carboplatin'], ['new-drug']),
                startedOn: fc.constantFrom('2025', '2026-05-01'),
                endedOn: dates,
                line: fc.integer({ min: 1, max: 3 }),
              },
              { requiredKeys: ['type', 'drugs'] },
            ),
            { maxLength: 3 },
          ),
        },
        { requiredKeys: ['entries'] },
      ),
      measurements: fc.array(
        fc.record({
          test: fc.constant('platelets' as const),
          state: fc.constantFrom('final' as const, 'pending' as const),
          value: fc.constantFrom(80, 100, 150),
          unit: fc.constant('10*9/L'),
          on: fc.constantFrom('2026-10-01', '2026-11-15', '2026-11-28'),
        }),
        { maxLength: 3 },
      ),
      metastases: fc.record(
        {
          completeOn: fc.constant('2026-11-01'),
          entries: fc.array(
            fc.record({
              site: fc.constant('brain' as const),
              state: fc.constant('treated' as const),
              stableSince: dates,
            }),
            { maxLength: 1 },
          ),
        },
        { requiredKeys: ['entries'] },
      ),
      deceasedOn: fc.constant('2026-12-10'),
    },
    { requiredKeys: [] },
  )
  .map((some) => ({ patient: 'p', hospital: 'h', version: 1, recordedAt: '2026-11-21T08:00:00Z', ...some }));

export const patients = (id: string): fc.Arbitrary<PatientRecord> =>
  fc
    .record({ facts: fc.option(facts, { nil: undefined }), profiles: fc.array(profile, { maxLength: 2 }) })
    .map((one) => ({
      patient: id,
      hospital: 'h',
      profiles: one.profiles,
      ...(one.facts === undefined ? {} : { facts: one.facts }),
    }));

const leaves: readonly Leaf[] = [
  { tumourType: { within: ['LUAD'] } },
  { tumourType: { within: ['NSCLC'] } },
  { tumourType: { within: 'SOLID', except: ['MEL'] } },
  { smallVariant: { gene: 'EGFR', changes: ['L858R'] } },
  { smallVariant: { gene: 'KRAS', codons: [12] } },
  { wildType: { gene: 'BRAF' } },
  { biomarker: { kind: 'TMB', states: ['positive'] } },
  { age: { atLeast: 18 } },
  { sex: 'female' },
  { performance: { scale: 'ECOG', atMost: 1, withinDays: 30 } },
  { priorTherapy: { classes: ['EGFR TKI'] } },
  { washout: { classes: ['EGFR TKI'], days: 14 } },
  { lines: { atMost: 1 } },
  { measurement: { test: 'platelets', atLeast: 100, unit: '10*9/L', withinDays: 14 } },
  { metastases: { sites: ['brain'], states: ['treated'], stableForDays: 28 } },
  { unstructured: { text: 'As the investigator judges.', list: 'inclusion' } },
];

export const leaf: fc.Arbitrary<Leaf> = fc.constantFrom(...leaves);

export const criterion: fc.Arbitrary<Criterion> = fc.letrec<{ node: Criterion }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
    fc
      .array(tie('node'), { minLength: 1, maxLength: 3 })
      .chain((of) => fc.integer({ min: 1, max: of.length }).map((count) => ({ atLeast: { count, of } }))),
  ),
})).node;

export const trials = (id: string): fc.Arbitrary<Trial> =>
  fc
    .record({
      eligibility: fc.option(criterion, { nil: undefined }),
      cohorts: fc.array(criterion, { maxLength: 2 }),
    })
    .map(({ eligibility, cohorts }) => ({
      id,
      title: id,
      status: 'open',
      statusOn: today,
      source: { kind: 'local', reference: id, retrievedOn: today },
      ...(eligibility === undefined ? {} : { eligibility }),
      arms: [
        {
          id: 'A',
          name: 'A',
          cohorts: cohorts.map((own, index) => ({
            id: String(index),
            name: String(index),
            eligibility: own,
          })),
        },
      ],
    }));
