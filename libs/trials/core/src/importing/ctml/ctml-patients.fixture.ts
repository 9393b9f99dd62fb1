import type { Assay, ClinicalFacts, MolecularProfile } from '@consilium/clinical';
import { readConditions } from '../../evaluation/read-conditions.js';
import type { EligibilityReferences } from '../../evaluation/eligibility-references.js';
import type { PatientRecord } from '../../evaluation/patient-record.js';
import { tumourTypes } from './names.fixture.js';

export const on = '2026-11-23';

export const eligibilityReferences: EligibilityReferences = {
  tumourTypes,
  genes: new Map(),
  conditions: readConditions(''),
  drugs: {
    classesOf: () => [],
    halfLifeOf: () => undefined,
    interactionsOf: () => [],
  },
};

const panel: Assay = {
  name: 'Panel of a test',
  kind: 'panel',
  pairing: 'tumour-only',
  build: 'GRCh38',
  genes: ['ABL1', 'ALK', 'BCR', 'BRAF', 'BRCA1', 'EGFR', 'ERBB2', 'KRAS', 'MET', 'NRAS', 'PTEN', 'TERT'],
  alterations: ['small-variant', 'copy-number', 'structural-variant'],
  biomarkers: ['TMB', 'MSI', 'MMR'],
};

const profileWith = (findings: Partial<MolecularProfile>): MolecularProfile => ({
  id: '00000000-0000-4000-8000-000000000001',
  patient: 'P1',
  hospital: 'H1',
  reportId: 'R1',
  version: 1,
  status: 'final',
  issuedAt: '2026-10-01T08:00:00.000Z',
  laboratory: 'Laboratory',
  diagnosis: findings.diagnosis ?? 'LUAD',
  specimen: { id: 'S1', site: 'lung', type: 'ffpe' },
  assay: panel,
  smallVariants: [],
  copyNumberAlterations: [],
  structuralVariants: [],
  biomarkers: [],
  recordCounts: [],
  remarks: [],
  ...findings,
});

const factsWith = (facts: Partial<ClinicalFacts>): ClinicalFacts => ({
  patient: 'P1',
  hospital: 'H1',
  version: 1,
  recordedAt: '2026-11-01T08:00:00.000Z',
  ...facts,
});

/** Tested by a panel whose report holds these findings and no others. */
export const tested = (findings: Partial<MolecularProfile> = {}): PatientRecord => ({
  patient: 'P1',
  hospital: 'H1',
  profiles: [profileWith(findings)],
});

/** Known by clinical facts alone. */
export const known = (facts: Partial<ClinicalFacts>): PatientRecord => ({
  patient: 'P1',
  hospital: 'H1',
  facts: factsWith(facts),
  profiles: [],
});

export const nobodyTested: PatientRecord = { patient: 'P1', hospital: 'H1', profiles: [] };

export const onPlasma = (findings: Partial<MolecularProfile> = {}): PatientRecord =>
  tested({ ...findings, specimen: { id: 'S2', site: 'blood', type: 'plasma' } });

/** A small variant by gene and protein change, somatic. */
export const mutated = (gene: string, proteinChange: string, more: object = {}): PatientRecord =>
  tested({ smallVariants: [{ gene, proteinChange, origin: 'somatic', ...more }] });

export const withDiagnosis = (code: string): PatientRecord => known({ diagnoses: [{ code }] });
