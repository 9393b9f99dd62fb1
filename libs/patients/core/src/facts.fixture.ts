import { readTumourTypes, type ClinicalFacts } from '@consilium/clinical';
import type { FactsContext } from './check-clinical-facts.js';

export const context: FactsContext = {
  tumourTypes: readTumourTypes(
    [
      'code\tparent\tname\tformerly',
      'TISSUE\t\tTissue\t',
      'LUNG\tTISSUE\tLung\t',
      'NSCLC\tLUNG\tNon-Small Cell Lung Cancer\t',
      'LUAD\tNSCLC\tLung Adenocarcinoma\tLNAC',
      'BREAST\tTISSUE\tBreast\t',
      'IDC\tBREAST\tBreast Invasive Ductal Carcinoma\t',
    ].join('\n'),
  ),
  now: new Date('2026-11-23T12:00:00Z'),
  genericName: (drug) => (drug.toLowerCase() === 'tagrisso' ? 'osimertinib' : drug),
};

/** A patient with something in every list. */
export const facts: ClinicalFacts = {
  patient: 'P-1',
  hospital: 'h',
  version: 1,
  recordedAt: '2026-11-20T10:00:00Z',
  birthDate: '1961-05',
  sex: 'female',
  diagnoses: [{ code: 'LUAD', diagnosedOn: '2024-02', histology: { entries: ['Acinar'] } }],
  stage: { value: { system: 'AJCC 8', group: 'IVB', extent: 'metastatic' }, on: '2026-11-01' },
  metastases: {
    completeOn: '2026-11-01',
    entries: [
      { site: 'brain', state: 'treated', foundOn: '2026', treatedOn: '2026-03', stableSince: '2026-05' },
    ],
  },
  performance: [{ scale: 'ECOG', value: 1, on: '2026-11-18' }],
  therapies: {
    completeOn: '2026-11-18',
    entries: [
      { type: 'systemic', drugs: ['Tagrisso'], startedOn: '2024-03', endedOn: '2026-02-10', line: 1 },
      { type: 'radiotherapy', drugs: [], site: 'Brain', startedOn: '2026-03-02', endedOn: '2026-03-06' },
    ],
  },
  measurements: [
    {
      test: 'platelets',
      state: 'final',
      value: 210,
      unit: '10*9/L',
      lowerLimit: 150,
      upperLimit: 400,
      on: '2026-11-18',
    },
    { test: 'inr', state: 'final', value: 1.1, on: '2026-11-18' },
    { test: 'tsh', state: 'pending', on: '2026-11-18' },
  ],
  conditions: {
    entries: [{ name: 'Arterial  Hypertension', kind: 'comorbidity', state: 'controlled', since: '2010' }],
  },
  infections: [{ agent: 'HBV', state: 'none', on: '2026-11-02' }],
  medication: { entries: [{ drug: 'Ramipril', startedOn: '2010' }] },
  otherCancers: {
    entries: [
      { name: 'Breast Cancer', code: 'IDC', state: 'cured', diagnosedOn: '2005', diseaseFreeSince: '2006' },
    ],
  },
  consents: [{ to: 'trial', answer: 'given', on: '2026-11-18' }],
  receptors: [{ receptor: 'ER', state: 'negative', on: '2024-02-20' }],
};
