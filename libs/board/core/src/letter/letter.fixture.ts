import type { MolecularProfile, SmallVariant } from '@consilium/clinical';
import type { Recommendation, RecommendationItem } from '../recommendation/recommendation.js';
import type { LetterSignature } from './compose-letter.js';
import type { LetterSource, SeenOption, SeenResult } from './letter-source.js';

/** A lung cancer after osimertinib, as a signature freezes it. */
export const t790m: SmallVariant = {
  gene: 'EGFR',
  proteinChange: 'T790M',
  codingChange: 'c.2369C>T',
  consequence: 'missense',
  vaf: 0.754,
  origin: 'unknown',
};

export const profile: MolecularProfile = {
  id: 'p1',
  patient: 'P-17',
  hospital: 'university-hospital',
  reportId: 'UH-PAN-2026-0417',
  version: 1,
  status: 'final',
  issuedAt: '2026-06-09T08:15:00Z',
  laboratory: 'Molecular Pathology, University Hospital',
  diagnosis: 'LUAD',
  specimen: { id: 's', site: 'lung', type: 'ffpe', tumourFraction: 0.6, collectedOn: '2026-05-28' },
  assay: {
    name: 'Lung DNA panel 25',
    version: '2.3',
    kind: 'panel',
    pairing: 'tumour-only',
    build: 'GRCh38',
    genes: ['EGFR', 'TP53', 'MET'],
    alterations: ['small-variant', 'copy-number'],
    biomarkers: ['PD-L1', 'TMB'],
  },
  smallVariants: [
    { gene: 'TP53', proteinChange: 'R273H', consequence: 'missense', vaf: 0.99, origin: 'somatic' },
    t790m,
  ],
  copyNumberAlterations: [{ gene: 'MET', state: 'amplification', copies: 11, origin: 'somatic' }],
  structuralVariants: [],
  biomarkers: [
    { kind: 'PD-L1', state: 'negative', value: 0, unit: '%', scoring: 'TPS', clone: '22C3', cutoff: 1 },
  ],
  pharmacogenes: {
    source: 'blood',
    reported: [{ gene: 'DPYD', state: 'called', diplotype: '*1/*2A' }],
    genotypes: [],
  },
  recordCounts: [],
  remarks: [],
};

export const option = (name: string, given: Partial<SeenOption> = {}): SeenOption => ({
  drugs: [name],
  direction: 'sensitive',
  level: 'A',
  tumourTypeFit: 'this-type',
  facts: ['EGFR T790M (missense, exon 20, allele fraction 75.4 %, origin not determined)'],
  wouldSettle: [],
  evidence: [
    {
      id: `e-${name}`,
      statement: `EGFR T790M sensitises to ${name} after an earlier inhibitor.`,
      level: 'A',
      citations: [`label of ${name}`, 'PMID:27959700'],
      unverified: false,
    },
  ],
  explanation: [],
  ...given,
});

export const result: SeenResult = {
  profileId: 'p1',
  profileVersion: 1,
  releaseName: 'consilium 2026.11 + civic 2026-11-01',
  releaseHash: '5f'.repeat(32),
  evaluatedOn: '2026-11-21',
  interpretation: {
    options: [
      option('osimertinib'),
      option('amivantamab', { level: 'B', facts: ['MET amplification (11 copies)'] }),
    ],
    avoid: [option('erlotinib', { direction: 'resistant' })],
    possible: [option('pembrolizumab', { facts: [], wouldSettle: ['TMB'] })],
    withheld: [
      option('dacomitinib', { withheldBecause: 'another tumour type', tumourTypeFit: 'another-type' }),
    ],
  },
};

export const amivantamab: RecommendationItem = {
  id: 'one',
  kind: 'combination',
  priority: 1,
  drugs: ['amivantamab', 'lazertinib'],
  biomarkers: ['EGFR T790M', 'MET amplification'],
  evidence: [
    { scale: 'ESCAT', level: 'II-B', source: 'PMID:34169849' },
    { scale: 'OncoKB', level: '2', source: 'OncoKB 2026-10' },
  ],
  label: 'off-label',
  rationale: 'Progress on osimertinib with amplification of MET as the likely cause.',
  references: ['PMID:34169849', 'PMID:37870974'],
};
export const trial: RecommendationItem = {
  id: 'two',
  kind: 'trial',
  priority: 2,
  drugs: [],
  biomarkers: ['MET amplification'],
  evidence: [],
  label: 'trial',
  trial: { id: 'NCT03778229', cohort: 'B' },
  rationale: 'Recruits at this hospital.',
  references: ['NCT03778229'],
};

export const recommendation: Recommendation = {
  items: [amivantamab, trial],
  gates: {
    one: {
      outcome: 'test-first',
      drugs: ['amivantamab', 'lazertinib'],
      reasons: ['lazertinib: the QT interval is not known'],
      at: '2026-11-25T10:10:00Z',
    },
  },
  overrides: { one: { by: 'jana', reason: 'An ECG is booked for tomorrow.', at: '2026-11-25T10:20:00Z' } },
  dissents: [{ item: 'one', by: 'ada', text: 'Chemotherapy first.' }],
};

export const source: LetterSource = {
  case: 'c0ffee00-0000-4000-8000-000000000001',
  file: {
    hospital: 'university-hospital',
    patient: 'P-17',
    diagnosis: 'LUAD',
    diagnosisName: 'Lung Adenocarcinoma',
  },
  version: 1,
  signer: { id: 'elif', name: 'Elif (chair)' },
  meeting: {
    board: 'lung',
    boardName: 'Lung board',
    on: '2026-11-25',
    attendance: [
      { person: 'elif', specialties: ['medical-oncologist'], presence: 'in-room' },
      { person: 'chen', specialties: ['molecular-pathologist'], presence: 'remote' },
    ],
  },
  amendment: null,
  proposal: { by: 'hana', findings: ['EGFR T790M'] },
  qualityWaived: null,
  recommendation,
  referral: {
    reason: 'Progress on osimertinib',
    question: 'Is there a targeted option?',
    diagnoses: [{ code: 'LUAD', topography: 'C34.1', morphology: '8140/3', isMain: true }],
  },
  standing: { meeting: 'm1', quorumLacks: [], undeclared: [], recused: ['chen'] },
  clinicalFacts: {
    patient: 'P-17',
    hospital: 'university-hospital',
    version: 1,
    recordedAt: '2026-11-20T09:00:00Z',
    stage: { value: { system: 'AJCC 8', group: 'IVA', extent: 'metastatic' }, on: '2026-10-28' },
    performance: [
      { scale: 'ECOG', value: 0, on: '2026-01-01' },
      { scale: 'ECOG', value: 1, on: '2026-11-20' },
    ],
    therapies: {
      entries: [
        {
          type: 'systemic',
          drugs: ['osimertinib'],
          startedOn: '2025-02-03',
          endedOn: '2026-11-12',
          line: 1,
          bestResponse: 'PR',
          outcome: 'progressed',
        },
      ],
    },
  },
  profiles: [profile],
  results: [result],
  trialMatches: {
    evaluatedOn: '2026-11-22',
    matches: [{ trial: 'NCT03778229', arm: 'main', cohort: 'B', verdict: 'possible' }],
  },
};

export const signature: LetterSignature = {
  version: 1,
  contentHash: '3a'.repeat(32),
  by: 'elif',
  at: '2026-11-25T10:30:00.000Z',
};
