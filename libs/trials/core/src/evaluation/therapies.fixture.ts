import type { ClinicalFacts, Medication, Recorded, TherapyCourse } from '@consilium/clinical';
import { dayOf } from '../calendar.js';
import type { EligibilityReferences } from './eligibility-references.js';
import type { Evaluate } from './evaluate-leaf.js';
import type { LeafBody, LeafKind } from '../language/criterion.js';
import type { Judged } from './judged.js';
import { readDrugReference } from './read-drug-reference.js';

/** A few drugs under names of the real tables, so that specs do not depend on the whole of them. */
export const drugs = readDrugReference({
  halfLives: [
    'drug\tdays\tsource',
    'pembrolizumab\t22\tlabel',
    'erlotinib\t1.5\tlabel',
    'ibrutinib\t4.2\tlabel',
  ].join('\n'),
  classes: [
    'class\tbroader',
    'chemotherapy\t-',
    'platinum chemotherapy\tchemotherapy',
    'immune checkpoint inhibitor\t-',
    'PD-1 antibody\timmune checkpoint inhibitor',
    'EGFR TKI\t-',
    'BTK inhibitor\t-',
    'glucocorticoid\t-',
    'other medicine\t-',
  ].join('\n'),
  moreDrugs: [
    'drug\tclasses\tsource',
    'ibrutinib\tBTK inhibitor\tATC',
    'prednisolone\tglucocorticoid\tATC',
    'clarithromycin\tother medicine\tATC',
    'paracetamol\tother medicine\tATC',
  ].join('\n'),
  drugs: [
    { name: 'carboplatin', classes: ['platinum chemotherapy'] },
    { name: 'erlotinib', classes: ['EGFR TKI'] },
    { name: 'pembrolizumab', classes: ['PD-1 antibody'] },
    { name: 'pemetrexed', classes: ['chemotherapy'] },
  ],
  interactions: {
    sources: [],
    comedications: [
      { name: 'clarithromycin', roles: ['CYP3A4-strong-inhibitor', 'QT-prolonging'], source: 's' },
      { name: 'paracetamol', aliases: ['acetaminophen'], roles: [], source: 's' },
    ],
    oncology: [],
  },
  rename: (name) => (name === 'Keytruda' ? 'pembrolizumab' : name.toLowerCase()),
});

const missing = (): never => {
  throw new Error('Therapies ask for drugs only.');
};
export const references: EligibilityReferences = {
  drugs,
  get tumourTypes() {
    return missing();
  },
  get genes() {
    return missing();
  },
  get conditions() {
    return missing();
  },
};

export const recordedOn = '2026-11-20';
/** The day asked where a spec does not say. */
export const today = '2026-11-23';

export const factsWith = (
  lists: { readonly therapies?: Recorded<TherapyCourse>; readonly medication?: Recorded<Medication> },
  at: string = recordedOn,
): ClinicalFacts => ({ patient: 'p', hospital: 'h', version: 1, recordedAt: `${at}T08:00:00Z`, ...lists });

/** Asks a criterion of a patient of whom these facts are known. */
export const asking =
  <K extends LeafKind>(evaluate: Evaluate<K>) =>
  (criterion: LeafBody<K>, facts: ClinicalFacts, on: string = today): Judged =>
    evaluate(criterion, { patient: 'p', hospital: 'h', facts, profiles: [] }, dayOf(on), references);

export const systemic = (course: Partial<TherapyCourse>): TherapyCourse => ({
  type: 'systemic',
  drugs: ['carboplatin'],
  ...course,
});

/** Question keys of an answer. */
export const keysOf = (judged: Judged): readonly string[] => judged.reasons().missing.map(({ key }) => key);
