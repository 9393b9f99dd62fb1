import { describe, expect, it } from '@jest/globals';
import type { Answer, Biomarker, MolecularProfile, SmallVariant } from '@consilium/clinical';
import type { BiomarkerTables } from '@consilium/knowledge-core';
import { indexCancerGenes } from '../cancer-genes.js';
import { assay, profileOf, variant } from '../samples.fixture.js';
import { readHomologousRecombination } from './homologous-recombination.js';
import { readMarkers } from './read-marker.js';

const tables: BiomarkerTables = {
  sources: [],
  rules: [
    { marker: 'HRD', unit: 'score', cutOff: 42, greyZone: { from: 38, to: 45 }, notes: [], source: 's' },
    { marker: 'LOH', unit: '%', cutOff: 16, notes: [], source: 's' },
  ],
  lowTumourFraction: 0.2,
  proofreading: [],
  cautions: [],
};
const genes = indexCancerGenes([
  { symbol: 'BRCA1', role: 'tumour-suppressor' },
  { symbol: 'BRCA2', role: 'tumour-suppressor' },
]);
const read = (biomarkers: readonly Biomarker[], more: Partial<MolecularProfile> = {}) => {
  const profile = profileOf({ biomarkers, ...more });
  return readHomologousRecombination(profile, readMarkers(profile, tables), genes);
};
const score = (value: number): Biomarker => ({
  kind: 'HRD',
  state: value >= 42 ? 'positive' : 'negative',
  value,
  unit: 'score',
});
const truncated = [variant('BRCA1', 'Q1756fs')];
const uncovered = { assay: { ...assay, genes: ['KRAS'] } };

// A pathogenic BRCA1/2 variant of the tumour, or a score of at least 42 (PMID 26957554).
describe(readHomologousRecombination.name, () => {
  it.each<[string, readonly Biomarker[], Partial<MolecularProfile>, Answer]>([
    ['score 42, no BRCA variant', [score(42)], {}, 'met'],
    ['score 20, BRCA1 truncated', [score(20)], { smallVariants: truncated }, 'met'],
    ['no score, BRCA1 truncated', [], { smallVariants: truncated }, 'met'],
    ['score 20, no BRCA variant', [score(20)], {}, 'not-met'],
    ['no score, no BRCA variant', [], {}, 'unknown'],
    ['failed, no BRCA variant', [{ kind: 'HRD', state: 'failed' }], {}, 'unknown'],
    ['score 20, BRCA not covered', [score(20)], uncovered, 'unknown'],
    [
      'score 20, BRCA2 of uncertain significance',
      [score(20)],
      { smallVariants: [variant('BRCA2', 'A75P')] },
      'unknown',
    ],
    [
      'LOH 20 % alone: another scale',
      [{ kind: 'LOH', state: 'positive', value: 20, unit: '%' }],
      {},
      'unknown',
    ],
  ])('%s: %s', (_, biomarkers, more, answer) => {
    expect(read(biomarkers, more).answer).toBe(answer);
  });

  it('names a second variant of the gene as a possible reversion', () => {
    const smallVariants: SmallVariant[] = [...truncated, variant('BRCA1', 'D1739_Q1756del')];
    expect(read([], { smallVariants }).sentences.join(' ')).toMatch(/may be a reversion/);
    expect(read([], { smallVariants: truncated }).sentences.join(' ')).not.toMatch(/reversion/);
  });

  it('says that a failed score is not negative', () => {
    expect(read([{ kind: 'HRD', state: 'failed' }]).sentences.join(' ')).toMatch(/not HRD-negative/);
  });
});
