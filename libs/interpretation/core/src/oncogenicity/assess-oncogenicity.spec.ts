import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SmallVariant } from '@consilium/clinical';
import type { CancerGene } from '@consilium/knowledge-core';
import { assessOncogenicity, type CuratedCode, type OncogenicityInput } from './assess-oncogenicity.js';
import { granthamDistance } from './grantham-distance.js';
import { codeRules, oncogenicityCodes, type OncogenicityCode } from './oncogenicity-codes.js';
import { classify, cutOffProfiles } from './oncogenicity-cut-offs.js';

const variant = (proteinChange: string, more: Partial<SmallVariant> = {}): SmallVariant => ({
  gene: 'GENE',
  proteinChange,
  origin: 'somatic',
  ...more,
});
const oncogene: CancerGene = {
  symbol: 'GENE',
  role: 'oncogene',
  hotspots: ['V600E', 'G12D'],
  recurrence: [
    { residue: 'V600', samples: 60, changes: { V600E: 50, V600K: 8 } },
    { residue: 'G12', samples: 30, changes: { G12D: 12, G12R: 3 } },
  ],
  criticalDomains: [{ name: 'kinase domain', first: 590, last: 700, source: 'UniProt P15056' }],
  functional: [
    { change: 'V600E', effect: 'activating', pmid: '12068308' },
    { change: 'L597V', effect: 'neutral', pmid: '1' },
  ],
};
const suppressor: CancerGene = { symbol: 'GENE', role: 'tumour-suppressor', nmdEscapeFrom: 900 };
const assess = (input: Partial<OncogenicityInput> & Pick<OncogenicityInput, 'variant'>) =>
  assessOncogenicity({ gene: oncogene, ...input });
const codesOf = (input: Parameters<typeof assess>[0]) => assess(input).codes.map(({ code }) => code);

describe('each code of Horak 2022 (PMID 35101336), table 2', () => {
  it.each<[OncogenicityCode, OncogenicityInput]>([
    ['null_variant_in_suppressor', { variant: variant('R213*'), gene: suppressor }],
    ['null_variant_in_suppressor', { variant: variant('Q61fs'), gene: suppressor }],
    ['null_variant_in_suppressor', { variant: variant('X125_splice'), gene: suppressor }],
    ['established_same_change', { variant: variant('V600E'), gene: oncogene }],
    ['functional_damaging', { variant: variant('V600E'), gene: oncogene }],
    ['functional_neutral', { variant: variant('L597V'), gene: oncogene }],
    ['hotspot_moderate', { variant: variant('G12D'), gene: { ...oncogene, hotspots: [] } }],
    ['hotspot_strong', { variant: variant('V600E'), gene: { ...oncogene, hotspots: [] } }],
    ['hotspot_weak', { variant: variant('G12R'), gene: { ...oncogene, hotspots: [] } }],
    ['critical_domain', { variant: variant('K601N'), gene: oncogene }],
    ['inframe_in_cancer_gene', { variant: variant('E746_A750del'), gene: oncogene }],
    [
      'inframe_in_cancer_gene',
      { variant: variant('*394Sext*1', { consequence: 'stop-lost' }), gene: suppressor },
    ],
    // G12W is a larger step than G12D (Grantham 184 and 94).
    ['same_residue_missense', { variant: variant('G12W'), gene: oncogene }],
    ['computational_damaging', { variant: variant('A1C'), predictions: { damaging: 6, benign: 0 } }],
    ['computational_benign', { variant: variant('A1C'), predictions: { damaging: 0, benign: 4 } }],
    ['single_aetiology', { variant: variant('A1C'), singleAetiology: true }],
    ['absent_in_population', { variant: variant('A1C', { populationFrequency: 0 }) }],
    ['absent_in_population', { variant: variant('A1C', { populationFrequency: 1e-5 }) }],
    ['common_in_population', { variant: variant('A1C', { populationFrequency: 0.011 }) }],
    ['very_common_in_population', { variant: variant('A1C', { populationFrequency: 0.051 }) }],
  ])('%s', (code, input) => {
    expect(assessOncogenicity(input).codes.map((one) => one.code)).toContain(code);
  });

  it.each<[OncogenicityCode, string, Partial<OncogenicityInput>]>([
    ['null_variant_in_suppressor', 'R213*', { gene: oncogene }],
    ['established_same_change', 'V600K', { gene: oncogene }],
    ['same_residue_missense', 'G12A', { gene: oncogene }],
    ['hotspot_weak', 'G12D', { gene: oncogene }],
    ['critical_domain', 'K500N', { gene: oncogene }],
    ['inframe_in_cancer_gene', 'V600E', { gene: oncogene }],
  ])('not %s for %s', (code, change, more) => {
    expect(codesOf({ variant: variant(change), ...more })).not.toContain(code);
  });

  it('has the published points and both published labels where versions swap them', () => {
    const total = oncogenicityCodes.map((code) => codeRules[code].points);
    expect(total).toEqual([8, 4, 4, 4, 2, 2, 2, 2, 1, 1, 1, 1, -8, -4, -4, -1, -1]);
    expect(codeRules.hotspot_moderate).toMatchObject({ label: 'OM3', labelElsewhere: 'OM4' });
    expect(codeRules.same_residue_missense).toMatchObject({ label: 'OM4', labelElsewhere: 'OM3' });
  });

  it('never counts two codes together that exclude each other', () => {
    for (const change of ['V600E', 'G12D', 'G12W', 'K601N', 'V600K']) {
      const codes = codesOf({ variant: variant(change) });
      for (const code of codes) {
        expect(codes.filter((other) => codeRules[code].notWith.includes(other))).toEqual([]);
      }
    }
  });

  it('says which code gave way to which', () => {
    expect(assess({ variant: variant('V600E') }).excluded).toContainEqual({
      code: 'hotspot_strong',
      because: 'established_same_change',
    });
  });
});

describe('bands', () => {
  it.each<[number, string, string]>([
    [10, 'oncogenic', 'oncogenic'],
    [9, 'likely-oncogenic', 'oncogenic'],
    [6, 'likely-oncogenic', 'likely-oncogenic'],
    [5, 'uncertain', 'likely-oncogenic'],
    [4, 'uncertain', 'uncertain'],
    [0, 'uncertain', 'uncertain'],
    [-1, 'likely-benign', 'likely-benign'],
    [-6, 'likely-benign', 'likely-benign'],
    [-7, 'benign', 'benign'],
  ])('%i points: %s by Horak, %s by PCGR', (points, horak, pcgr) => {
    expect(classify(points, cutOffProfiles['horak-2022'])).toBe(horak);
    expect(classify(points, cutOffProfiles.pcgr)).toBe(pcgr);
  });

  it('lets PCGR take a majority of tools, and Horak all of them', () => {
    const input = { variant: variant('A1C'), gene: oncogene, predictions: { damaging: 9, benign: 2 } };
    expect(assessOncogenicity(input).codes).toEqual([]);
    expect(assessOncogenicity(input, cutOffProfiles.pcgr).codes.map(({ code }) => code)).toEqual([
      'computational_damaging',
    ]);
  });
});

describe('a null variant', () => {
  it('that may escape decay is left to a curator, with the reason', () => {
    const late = assessOncogenicity({ variant: variant('R950*'), gene: suppressor });
    expect(late.points).toBe(0);
    expect(late.cautions[0]).toMatch(/3′ end/);
    const curated: CuratedCode = {
      code: 'null_variant_in_suppressor',
      applies: true,
      reason: 'Read.',
      by: 'chen',
    };
    expect(
      assessOncogenicity({ variant: variant('R950*'), gene: suppressor, curated: [curated] }).codes,
    ).toMatchObject([{ origin: 'curated', points: 8, reason: 'Read. (chen)' }]);
  });
});

describe('a gene that truncation does not disable', () => {
  it('leaves the code open, and the variant uncertain', () => {
    const gene: CancerGene = { symbol: 'GENE', role: 'tumour-suppressor', truncationUncertain: true };
    const { classification, notAssessed } = assessOncogenicity({ variant: variant('R213*'), gene });
    expect(classification).toBe('uncertain');
    expect(notAssessed.find(({ code }) => code === 'null_variant_in_suppressor')?.why).toMatch(
      /not how GENE/,
    );
  });
});

describe('a hotspot that shifts the frame', () => {
  it.each([
    ['L367fs', 'L367fs', true],
    ['L367fs', 'L367Tfs*46', true],
    ['L367fs*46', 'L367Tfs*46', true],
    ['L367fs*46', 'L367Tfs*3', false],
    ['L367fs*46', 'L368fs*46', false],
  ])('%s is found in %s: %s', (hotspot, change, known) => {
    const gene: CancerGene = { symbol: 'GENE', role: 'oncogene', hotspots: [hotspot] };
    const codes = assessOncogenicity({ variant: variant(change), gene }).codes.map(({ code }) => code);
    expect(codes.includes('established_same_change')).toBe(known);
  });
});

describe('Grantham distances', () => {
  // Grantham 1974, table 2.
  it.each([
    ['L', 'I', 5],
    ['S', 'R', 110],
    ['C', 'W', 215],
    ['G', 'D', 94],
    ['V', 'E', 121],
    ['K', 'R', 26],
    ['P', 'L', 98],
  ])('%s to %s: %i', (from, to, distance) => {
    expect(Math.abs((granthamDistance(from, to) ?? 0) - distance)).toBeLessThanOrEqual(1);
  });
});

describe('for every variant', () => {
  const curated = fc.uniqueArray(
    fc.record({
      code: fc.constantFrom(...oncogenicityCodes),
      applies: fc.boolean(),
      reason: fc.constant('reason'),
      by: fc.constant('someone'),
    }),
    { selector: ({ code }) => code },
  );
  const change = fc.constantFrom('V600E', 'G12W', 'K601N', 'R213*', 'A1C', 'E746_A750del');

  it('the points are the sum of the codes counted', () => {
    fc.assert(
      fc.property(change, curated, (text, codes) => {
        const { points, codes: counted } = assess({ variant: variant(text), curated: codes });
        expect(points).toBe(counted.reduce((sum, one) => sum + one.points, 0));
      }),
    );
  });

  it('the order of curated codes does not matter', () => {
    fc.assert(
      fc.property(change, curated, (text, codes) => {
        expect(assess({ variant: variant(text), curated: [...codes].reverse() })).toEqual(
          assess({ variant: variant(text), curated: codes }),
        );
      }),
    );
  });

  it('what is not known never makes it benign', () => {
    fc.assert(
      fc.property(fc.constantFrom('A1C', 'K2N', 'Q3*', 'D4_E5del'), (text) => {
        const { classification, notAssessed } = assessOncogenicity({ variant: variant(text) });
        expect(classification).toBe('uncertain');
        expect(notAssessed.length).toBeGreaterThan(0);
      }),
    );
  });
});
