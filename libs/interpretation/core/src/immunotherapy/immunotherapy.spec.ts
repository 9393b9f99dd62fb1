import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { biomarkerKinds, biomarkerStates, type Biomarker, type MolecularProfile } from '@consilium/clinical';
import type { BiomarkerTables } from '@consilium/knowledge-core';
import { indexCancerGenes } from '../cancer-genes.js';
import { assay, profileOf, tumourTypes, variant } from '../samples.fixture.js';
import { readImmunotherapy } from './read-immunotherapy.js';

const tables: BiomarkerTables = {
  sources: [{ key: 's', name: 'Source', date: '2020', pmid: '1' }],
  rules: [
    { marker: 'TMB', unit: 'mut/Mb', cutOff: 10, greyZone: { from: 9.5, to: 10.5 }, notes: [], source: 's' },
    { marker: 'MSI', notes: [], source: 's' },
    { marker: 'MMR', notes: [], source: 's' },
    { marker: 'HRD', unit: 'score', cutOff: 42, greyZone: { from: 38, to: 45 }, notes: [], source: 's' },
    { marker: 'LOH', unit: '%', cutOff: 16, notes: [], source: 's' },
    { marker: 'PD-L1', notes: [], source: 's' },
  ],
  lowTumourFraction: 0.2,
  proofreading: [{ gene: 'POLE', changes: ['P286R'], source: 's' }],
  cautions: [
    {
      name: 'STK11',
      pattern: { smallVariant: { gene: 'STK11', classes: ['truncating'] } },
      tumours: ['NSCLC'],
      text: 'STK11 is lost.',
      source: 's',
      unverified: true,
    },
  ],
};
const read = (more: Partial<MolecularProfile>) =>
  readImmunotherapy(profileOf(more), tables, indexCancerGenes([]), tumourTypes);
const marker = (biomarker: Biomarker, more: Partial<MolecularProfile> = {}) => {
  const found = read({ biomarkers: [biomarker], ...more }).markers.find(
    (one) => one.marker === biomarker.kind,
  );
  if (found === undefined) throw new Error('no answer');
  return found;
};

describe('markers (RULES of labels and assays, each with its source)', () => {
  it.each<[string, Biomarker, string]>([
    [
      'TMB 10 by the approved cut-off',
      { kind: 'TMB', state: 'positive', value: 10, unit: 'mut/Mb' },
      'positive',
    ],
    ['TMB 9.9', { kind: 'TMB', state: 'negative', value: 9.9, unit: 'mut/Mb' }, 'negative'],
    [
      'TMB whose state contradicts its value',
      { kind: 'TMB', state: 'negative', value: 12, unit: 'mut/Mb' },
      'indeterminate',
    ],
    [
      'a cut-off of the laboratory',
      { kind: 'TMB', state: 'negative', value: 12, unit: 'mut/Mb', cutoff: 16 },
      'negative',
    ],
    ['HRD score 42', { kind: 'HRD', state: 'positive', value: 42, unit: 'score' }, 'positive'],
    [
      'HRD as a share: another scale',
      { kind: 'HRD', state: 'positive', value: 50, unit: '%' },
      'indeterminate',
    ],
    ['genomic LOH of 16 %', { kind: 'LOH', state: 'positive', value: 16, unit: '%' }, 'positive'],
    [
      'PD-L1 without its scoring',
      { kind: 'PD-L1', state: 'positive', value: 60, unit: '%', clone: '22C3' },
      'indeterminate',
    ],
    [
      'PD-L1 without its clone',
      { kind: 'PD-L1', state: 'positive', value: 60, unit: '%', scoring: 'TPS' },
      'indeterminate',
    ],
    [
      'PD-L1 whole',
      { kind: 'PD-L1', state: 'positive', value: 60, unit: '%', scoring: 'TPS', clone: '22C3' },
      'positive',
    ],
    ['a failed test', { kind: 'MSI', state: 'failed' }, 'failed'],
  ])('%s: %s', (_, biomarker, state) => {
    expect(marker(biomarker).state).toBe(state);
  });

  it.each([
    [9.5, true],
    [10.5, true],
    [9.4, false],
    [10.6, false],
  ])('TMB %d in the grey zone: %s', (value, within) => {
    const state = value >= 10 ? 'positive' : 'negative';
    expect(marker({ kind: 'TMB', state, value, unit: 'mut/Mb' }).inGreyZone).toBe(within);
  });

  it('warns of few tumour cells, of a small panel and of a missing normal', () => {
    const { sentences } = marker(
      { kind: 'TMB', state: 'negative', value: 4, unit: 'mut/Mb' },
      { specimen: { id: 's', site: 'x', type: 'ffpe', tumourFraction: 0.1 } },
    );
    expect(sentences.join(' ')).toMatch(/Few tumour cells.*small panel.*without normal tissue/);
  });

  it('tells what was not tested from what was tested without a result', () => {
    const { markers } = read({ assay });
    const sentence = (kind: string) => markers.find((one) => one.marker === kind)?.sentences[0];
    expect(sentence('TMB')).toMatch(/can measure it, and no result was reported/);
    expect(sentence('HRD')).toBe('HRD: not tested.');
    expect(markers.every(({ state }) => state === 'not-tested')).toBe(true);
  });

  it('never makes an unknown positive or negative', () => {
    const unknown = biomarkerStates.filter((state) => state !== 'positive' && state !== 'negative');
    fc.assert(
      fc.property(fc.constantFrom(...biomarkerKinds), fc.constantFrom(...unknown), (kind, state) => {
        const { markers } = read({ biomarkers: [{ kind, state }] });
        expect(markers.filter((one) => one.state === 'positive' || one.state === 'negative')).toEqual([]);
      }),
    );
  });
});

describe('what stands around them', () => {
  it('POLE: known exchanges are established, others in the proofreading domain uncertain', () => {
    const { proofreading } = read({
      smallVariants: [variant('POLE', 'P286R'), variant('POLE', 'A300T'), variant('POLE', 'A900T')],
    });
    expect(proofreading.map(({ variant: name, state }) => [name, state])).toEqual([
      ['POLE P286R', 'established'],
      ['POLE A300T', 'uncertain'],
    ]);
  });

  it('a caution stands only in its tumour, and with the finding', () => {
    const smallVariants = [variant('STK11', 'Q37*')];
    expect(read({ smallVariants, diagnosis: 'LUAD' }).cautions).toMatchObject([
      { name: 'STK11', facts: [expect.stringContaining('STK11 Q37*')], unverified: true },
    ]);
    expect(read({ smallVariants, diagnosis: 'MEL' }).cautions).toEqual([]);
  });

  it('lost mismatch repair: BRAF V600E or methylation of MLH1 before a Lynch work-up', () => {
    const lost = [{ kind: 'MMR', state: 'positive' }] as const;
    const remarks = (more: Partial<MolecularProfile>) =>
      read({ biomarkers: lost, ...more }).remarks.join(' ');
    expect(remarks({})).toMatch(/test BRAF V600E or methylation/);
    expect(remarks({ smallVariants: [variant('BRAF', 'V600E')] })).toMatch(/acquired loss of MLH1/);
    expect(
      remarks({ observations: [{ gene: 'MLH1', feature: 'promoter-methylation', state: 'present' }] }),
    ).toMatch(/an acquired loss/);
    expect(read({}).remarks).toEqual([]);
  });
});
