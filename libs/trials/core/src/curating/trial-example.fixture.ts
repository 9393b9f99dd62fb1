import type { ClinicalFacts } from '@consilium/clinical';
import type { Verdict } from '../matching/match-patient.js';
import { references, today } from '../matching/example-patients.fixture.js';
import type { TrialExample } from './trial-example.js';

export const tablesOfFixture = references;

export const exampleOf = (
  name: string,
  facts: Partial<ClinicalFacts>,
  verdict: Verdict,
  arm = 'A',
  cohort?: string,
): TrialExample => ({
  name,
  on: today,
  record: {
    patient: 'example',
    hospital: 'example',
    profiles: [],
    facts: {
      patient: 'example',
      hospital: 'example',
      version: 1,
      recordedAt: `${today}T00:00:00Z`,
      ...facts,
    },
  },
  expected: [{ arm, ...(cohort === undefined ? {} : { cohort }), verdict }],
});
