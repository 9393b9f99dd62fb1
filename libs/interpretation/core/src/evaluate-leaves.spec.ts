import { describe, expect, it } from '@jest/globals';
import type { Answer, MolecularProfile, ProfilePattern } from '@consilium/clinical';
import { indexCancerGenes } from './cancer-genes.js';
import { evaluatePattern } from './evaluate-pattern.js';
import { assay, profileOf, releaseOf, variant } from './samples.fixture.js';

const genes = indexCancerGenes(releaseOf().genes);
const answer = (pattern: ProfilePattern, profile: MolecularProfile) =>
  evaluatePattern(pattern, profile, genes);

describe('structural variants and copy number', () => {
  const ordered: ProfilePattern = { fusion: { fivePrime: 'EML4', threePrime: 'ALK' } };
  const ntrk: ProfilePattern = { fusion: { gene: 'NTRK1' } };
  const skipping: ProfilePattern = { exonSkipping: { gene: 'MET', exons: { first: 14, last: 14 } } };
  it.each<[string, ProfilePattern, Partial<MolecularProfile['structuralVariants'][number]>, Answer]>([
    ['either partner', ntrk, { kind: 'fusion', fivePrimeGene: 'TPM3', threePrimeGene: 'NTRK1' }, 'met'],
    ['out of frame', ntrk, { kind: 'fusion', threePrimeGene: 'NTRK1', inFrame: false }, 'not-met'],
    ['a rearrangement', ntrk, { kind: 'rearrangement', fivePrimeGene: 'NTRK1' }, 'unknown'],
    ['a breakend', ntrk, { kind: 'breakend', fivePrimeGene: 'NTRK1' }, 'unknown'],
    ['a deletion within the gene', ntrk, { kind: 'deletion', fivePrimeGene: 'NTRK1' }, 'not-met'],
    [
      'a deletion between two genes',
      ntrk,
      { kind: 'deletion', fivePrimeGene: 'LMNA', threePrimeGene: 'NTRK1' },
      'unknown',
    ],
    ['the ordered pair', ordered, { kind: 'fusion', fivePrimeGene: 'EML4', threePrimeGene: 'ALK' }, 'met'],
    ['the reciprocal', ordered, { kind: 'fusion', fivePrimeGene: 'ALK', threePrimeGene: 'EML4' }, 'unknown'],
    [
      'another partner',
      ordered,
      { kind: 'fusion', fivePrimeGene: 'KIF5B', threePrimeGene: 'ALK' },
      'not-met',
    ],
    [
      'exon 14',
      skipping,
      { kind: 'exon-skipping', fivePrimeGene: 'MET', exons: { first: 14, last: 14 } },
      'met',
    ],
    ['no exon', skipping, { kind: 'exon-skipping', fivePrimeGene: 'MET' }, 'unknown'],
    [
      'exon 7',
      skipping,
      { kind: 'exon-skipping', fivePrimeGene: 'MET', exons: { first: 7, last: 7 } },
      'not-met',
    ],
  ])('%s', (_, pattern, found, expected) => {
    const structural = { kind: 'fusion', origin: 'somatic', ...found } as const;
    expect(answer(pattern, profileOf({ structuralVariants: [structural] })).answer).toBe(expected);
  });

  it('reads skipping of exon 14 from no small variant', () => {
    const spliced = profileOf({
      smallVariants: [variant('MET', 'X1010_splice', { consequence: 'splice-site' })],
    });
    expect(answer(skipping, spliced).answer).toBe('not-met');
  });

  it('keeps to the targets of a fusion panel', () => {
    const panel = profileOf({ assay: { ...assay, structuralVariantGenes: ['ALK'] } });
    expect(answer(ntrk, panel).answer).toBe('unknown');
    expect(answer(ordered, panel).answer).toBe('not-met');
  });

  it('tells gain from amplification', () => {
    const gain = profileOf({ copyNumberAlterations: [{ gene: 'ERBB2', state: 'gain', origin: 'somatic' }] });
    const asked = answer({ copyNumber: { gene: 'ERBB2', states: ['amplification'] } }, gain);
    expect(asked.answer).toBe('not-met');
    expect(asked.facts.map(({ text }) => text).join()).toContain('ERBB2 gain');
    expect(answer({ copyNumber: { gene: 'ERBB2', states: ['gain'] } }, gain).answer).toBe('met');
  });
});

describe('biomarkers', () => {
  const tmb: ProfilePattern = { biomarker: { kind: 'TMB', states: ['positive'], atLeast: 10 } };
  const pdl1: ProfilePattern = {
    biomarker: { kind: 'PD-L1', states: ['positive'], atLeast: 50, scoring: 'TPS' },
  };
  const msi: ProfilePattern = { biomarker: { kind: 'MSI', states: ['positive'] } };
  it.each<[string, ProfilePattern, MolecularProfile['biomarkers'], Answer]>([
    ['not reported', msi, [], 'unknown'],
    ['negative', msi, [{ kind: 'MSI', state: 'negative' }], 'not-met'],
    ['not tested', msi, [{ kind: 'MSI', state: 'not-tested' }], 'unknown'],
    ['failed', msi, [{ kind: 'MSI', state: 'failed' }], 'unknown'],
    ['indeterminate', msi, [{ kind: 'MSI', state: 'indeterminate' }], 'unknown'],
    [
      'repeated after failure',
      msi,
      [
        { kind: 'MSI', state: 'failed' },
        { kind: 'MSI', state: 'positive' },
      ],
      'met',
    ],
    [
      'contradictory',
      msi,
      [
        { kind: 'MSI', state: 'negative' },
        { kind: 'MSI', state: 'positive' },
      ],
      'unknown',
    ],
    ['at the least value', tmb, [{ kind: 'TMB', state: 'positive', value: 10, unit: 'mut/Mb' }], 'met'],
    [
      'below the least value',
      tmb,
      [{ kind: 'TMB', state: 'positive', value: 9.9, unit: 'mut/Mb' }],
      'not-met',
    ],
    ['no unit', tmb, [{ kind: 'TMB', state: 'positive', value: 12 }], 'unknown'],
    ['no value', tmb, [{ kind: 'TMB', state: 'positive' }], 'unknown'],
    [
      'negative by a higher cut-off',
      tmb,
      [{ kind: 'TMB', state: 'negative', value: 12, unit: 'mut/Mb' }],
      'unknown',
    ],
    [
      'the scoring meant',
      pdl1,
      [{ kind: 'PD-L1', state: 'positive', scoring: 'TPS', value: 60, unit: '%' }],
      'met',
    ],
    [
      'another scoring',
      pdl1,
      [{ kind: 'PD-L1', state: 'positive', scoring: 'CPS', value: 60, unit: 'score' }],
      'unknown',
    ],
  ])('%s', (_, pattern, biomarkers, expected) => {
    expect(answer(pattern, profileOf({ biomarkers })).answer).toBe(expected);
  });
});
