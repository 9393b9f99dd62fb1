import { readFileSync } from 'node:fs';
import { readGeneCatalogue } from '@consilium/clinical';
import type { Criterion } from '../language/criterion.js';
import type { Trial } from '../language/trial.js';
import type { TrialReferences } from '../language/trial-references.js';
import { references as tables } from '../matching/example-patients.fixture.js';
import type { TrialDraft } from './draft.js';

const genes = new URL('../../../../shared/clinical/data/genes.tsv', import.meta.url);

export const names: TrialReferences = {
  tumourTypes: tables.tumourTypes,
  genes: readGeneCatalogue(readFileSync(genes, 'utf8')),
  drugs: { knownClasses: new Set(), isKnownDrug: () => false, classesOf: () => undefined },
  conditions: tables.conditions.names,
};

export const trialOf = (id: string, ...all: readonly Criterion[]): Trial => ({
  id,
  title: 'An invented trial',
  status: 'open',
  statusOn: '2026-11-23',
  source: { kind: 'local', reference: 'protocol 1.0', retrievedOn: '2026-11-23' },
  ...(all.length === 0 ? {} : { eligibility: { all } }),
  arms: [{ id: 'A', name: 'A' }],
});

export const draftOf = (document: unknown, more: Partial<TrialDraft> = {}): TrialDraft => ({
  id: 'd',
  version: 1,
  state: 'draft',
  text: JSON.stringify(document),
  document,
  authors: ['hana'],
  examples: [],
  proposals: [],
  ...more,
});
