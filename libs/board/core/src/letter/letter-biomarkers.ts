import type { BiomarkerKind, MolecularProfile } from '@consilium/clinical';
import type { LetterBiomarker } from './letter.js';
import type { LetterSource } from './letter-source.js';

/** What a reader of any tumour looks for, so that a missing one is told. */
const expected: readonly BiomarkerKind[] = ['TMB', 'MSI', 'MMR', 'HRD', 'PD-L1'];

/** What was measured with its assay, and of what one would look for whether it was tested at all. */
export function composeBiomarkers({ profiles, clinicalFacts }: LetterSource): readonly LetterBiomarker[] {
  const standing = profiles.filter(({ status }) => status !== 'cancelled');
  const measured = standing.flatMap((profile) => measuredBy(profile));
  const receptors = (clinicalFacts?.receptors ?? []).map(({ receptor, state, source }): LetterBiomarker => ({
    kind: receptor,
    state,
    ...(source === undefined ? {} : { assay: source }),
  }));
  const isMeasured = (kind: string): boolean => measured.some((one) => one.kind === kind);
  const asked = new Set([...expected, ...standing.flatMap(({ assay }) => assay.biomarkers)]);
  const missing = [...asked]
    .filter((kind) => !isMeasured(kind))
    .map((kind): LetterBiomarker => {
      const covering = standing.find(({ assay }) => assay.biomarkers.includes(kind));
      return covering === undefined
        ? { kind, state: 'not-tested' }
        : { kind, state: 'no-result', assay: covering.assay.name };
    });
  return [...measured, ...receptors, ...missing];
}

const measuredBy = ({ biomarkers, assay }: MolecularProfile): readonly LetterBiomarker[] =>
  biomarkers.map(({ kind, scoring, clone, method, ...one }) => ({
    kind,
    state: one.state,
    ...(one.value === undefined ? {} : { value: one.value }),
    ...(one.unit === undefined ? {} : { unit: scoring === undefined ? one.unit : `${one.unit} ${scoring}` }),
    ...(one.cutoff === undefined ? {} : { cutoff: one.cutoff }),
    ...(one.result === undefined ? {} : { result: one.result }),
    assay: [assay.name, method, clone === undefined ? undefined : `clone ${clone}`]
      .filter((part) => part !== undefined)
      .join(', '),
  }));
