import type { Biomarker, CopyNumberState, MutationalSignature, StructuralVariant } from '@consilium/clinical';
import type { PatientRecord } from '../../evaluation/patient-record.js';
import { known, mutated, tested } from './ctml-patients.fixture.js';

/** A criterion, a patient of whom all is known that it asks, and what its documentation says of the two. */
export interface DocumentedMatch {
  readonly what: string;
  readonly says: string;
  readonly node: unknown;
  readonly patient: PatientRecord;
  readonly matches: boolean;
}

export const row = (
  what: string,
  node: unknown,
  patient: PatientRecord,
  matches: boolean,
): DocumentedMatch => ({
  what,
  says: `${JSON.stringify(node)} ${matches ? 'matches' : 'does not match'}`,
  node,
  patient,
  matches,
});

export const genomic = (keys: Readonly<Record<string, unknown>>) => ({ genomic: keys });
export const clinical = (keys: Readonly<Record<string, unknown>>) => ({ clinical: keys });
export const mutation = (hugo_symbol: string, more: object = {}) =>
  genomic({ hugo_symbol, variant_category: 'Mutation', ...more });
export const call = (gene: string, state: CopyNumberState): PatientRecord =>
  tested({ copyNumberAlterations: [{ gene, state, origin: 'somatic' }] });
export const structural = (variant: Partial<StructuralVariant>): PatientRecord =>
  tested({ structuralVariants: [{ kind: 'fusion', origin: 'somatic', ...variant }] });
export const fused = (fivePrimeGene: string, threePrimeGene: string): PatientRecord =>
  structural({ fivePrimeGene, threePrimeGene, inFrame: true });
export const measured = (...biomarkers: readonly Biomarker[]): PatientRecord => tested({ biomarkers });
export const signed = (...signatures: readonly MutationalSignature[]): PatientRecord =>
  tested({ signatures });
export const present = (name: string): MutationalSignature => ({ name, state: 'present' });
export const absent = (...names: readonly string[]) =>
  signed(...names.map((name) => ({ name, state: 'absent' as const })));

export const v600e = mutated('BRAF', 'V600E');
export const wild = tested();
export const male = known({ sex: 'male' });
export const born = (birthDate: string): PatientRecord => known({ birthDate });
export const receptor = (name: 'ER' | 'PR' | 'HER2', state: 'positive' | 'negative'): PatientRecord =>
  known({ receptors: [{ receptor: name, state, on: '2026-10-01' }] });
export const treated = (...drugs: readonly string[]): PatientRecord =>
  known({
    therapies: {
      completeOn: '2026-11-20',
      entries:
        drugs.length === 0
          ? []
          : [
              {
                type: 'systemic',
                drugs,
                startedOn: '2025-01-10',
                endedOn: '2025-06-10',
                setting: 'advanced',
                line: 1,
              },
            ],
    },
  });
export const transplanted = known({
  therapies: {
    completeOn: '2026-11-20',
    entries: [
      {
        type: 'stem-cell-transplant',
        drugs: [],
        site: 'allogeneic',
        startedOn: '2025-01-10',
        endedOn: '2025-01-10',
      },
    ],
  },
});
export const staged = (extent: 'localised' | 'metastatic'): PatientRecord =>
  known({ stage: { value: { group: extent === 'metastatic' ? 'IV' : 'I', extent }, on: '2026-10-01' } });
export const brain = (state: 'active' | 'treated'): PatientRecord =>
  known({ metastases: { completeOn: '2026-11-20', entries: [{ site: 'brain', state }] } });
