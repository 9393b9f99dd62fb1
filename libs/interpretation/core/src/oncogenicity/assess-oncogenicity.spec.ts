import { describe, expect, it } from '@jest/globals';
import type { SmallVariant } from '@consilium/clinical';
import type { CancerGene } from '@consilium/knowledge-core';
import { assessOncogenicity, type OncogenicityInput } from './assess-oncogenicity.js';
import type { OncogenicityCode } from './oncogenicity-codes.js';
import { cutOffProfiles } from './oncogenicity-cut-offs.js';

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
const codesIn = (input: OncogenicityInput, cutOffs = cutOffProfiles['horak-2022']) =>
  assessOncogenicity(input, cutOffs).codes.map(({ code }) => code);
const openIn = (input: OncogenicityInput) => assessOncogenicity(input).notAssessed.map(({ code }) => code);
const counted = { ...oncogene, hotspots: [] };

describe(assessOncogenicity.name, () => {
  // The rules of Horak 2022 (PMID 35101336), tables 2 and 3.
  it.each<[OncogenicityCode, string, OncogenicityInput]>([
    ['null_variant_in_suppressor', 'nonsense', { variant: variant('R213*'), gene: suppressor }],
    ['null_variant_in_suppressor', 'frameshift', { variant: variant('Q61fs'), gene: suppressor }],
    ['null_variant_in_suppressor', 'splice site', { variant: variant('X125_splice'), gene: suppressor }],
    ['null_variant_in_suppressor', 'start lost', { variant: variant('M1?'), gene: suppressor }],
    ['established_same_change', 'listed', { variant: variant('V600E'), gene: oncogene }],
    [
      'established_same_change',
      'listed as a codon',
      { variant: variant('C634R'), gene: { ...oncogene, hotspots: ['C634'] } },
    ],
    ['functional_damaging', 'recorded', { variant: variant('V600E'), gene: oncogene }],
    ['functional_damaging', 'stated', { variant: variant('A1C'), functional: 'damaging' }],
    ['functional_neutral', 'recorded', { variant: variant('L597V'), gene: oncogene }],
    ['functional_neutral', 'stated', { variant: variant('A1C'), functional: 'neutral' }],
    ['hotspot_strong', '60 and 50', { variant: variant('V600E'), gene: counted }],
    ['hotspot_moderate', '30 and 12', { variant: variant('G12D'), gene: counted }],
    ['hotspot_weak', '3', { variant: variant('G12R'), gene: counted }],
    ['critical_domain', 'inside', { variant: variant('K601N'), gene: oncogene }],
    ['critical_domain', 'reaching in', { variant: variant('A585_T592del'), gene: oncogene }],
    ['inframe_in_cancer_gene', 'deletion', { variant: variant('E746_A750del'), gene: oncogene }],
    [
      'inframe_in_cancer_gene',
      'stop loss in a suppressor',
      { variant: variant('*394Sext*1'), gene: suppressor },
    ],
    // Grantham distance 184, and 94 for G12D.
    ['same_residue_missense', 'larger', { variant: variant('G12W'), gene: oncogene }],
    ['computational_damaging', 'all', { variant: variant('A1C'), predictions: { damaging: 6, benign: 0 } }],
    ['computational_benign', 'all', { variant: variant('A1C'), predictions: { damaging: 0, benign: 4 } }],
    ['single_aetiology', 'stated', { variant: variant('A1C'), singleAetiology: true }],
    ['absent_in_population', 'absent', { variant: variant('A1C'), population: 'absent' }],
    ['absent_in_population', '1e-5', { variant: variant('A1C', { populationFrequency: 1e-5 }) }],
    ['common_in_population', '1.1 %', { variant: variant('A1C', { populationFrequency: 0.011 }) }],
    ['very_common_in_population', '5.1 %', { variant: variant('A1C'), population: { maximum: 0.051 } }],
  ])('%s holds: %s', (code, _, input) => {
    expect(codesIn(input)).toContain(code);
  });

  it.each<[OncogenicityCode, string, OncogenicityInput]>([
    ['null_variant_in_suppressor', 'in an oncogene', { variant: variant('R213*'), gene: oncogene }],
    ['established_same_change', 'another change', { variant: variant('V600K'), gene: oncogene }],
    [
      'established_same_change',
      'at a splice site',
      { variant: variant('V600E', { consequence: 'splice-site' }), gene: oncogene },
    ],
    // Grantham distance 60, and 94 for G12D.
    ['same_residue_missense', 'smaller', { variant: variant('G12A'), gene: oncogene }],
    // 96, and 121 for V600E: below four fifths.
    ['same_residue_missense', 'smaller', { variant: variant('V600R'), gene: oncogene }],
    ['hotspot_weak', '12 with the change', { variant: variant('G12D'), gene: counted }],
    ['hotspot_strong', 'truncating', { variant: variant('V600*'), gene: counted }],
    ['critical_domain', 'outside', { variant: variant('K500N'), gene: oncogene }],
    ['critical_domain', 'truncating', { variant: variant('K601*'), gene: oncogene }],
    ['inframe_in_cancer_gene', 'missense', { variant: variant('V600E'), gene: oncogene }],
    [
      'inframe_in_cancer_gene',
      'stop loss in an oncogene',
      { variant: variant('*767Qext*1'), gene: oncogene },
    ],
    ['absent_in_population', '1.1e-5', { variant: variant('A1C', { populationFrequency: 1.1e-5 }) }],
    ['common_in_population', '1 %', { variant: variant('A1C', { populationFrequency: 0.01 }) }],
    ['very_common_in_population', '5 %', { variant: variant('A1C', { populationFrequency: 0.05 }) }],
    [
      'computational_damaging',
      'not all',
      { variant: variant('A1C'), predictions: { damaging: 9, benign: 1 } },
    ],
    ['silent_no_effect', 'missense', { variant: variant('V600E'), gene: oncogene }],
  ])('%s does not hold: %s', (code, _, input) => {
    expect(codesIn(input)).not.toContain(code);
    expect(openIn(input)).not.toContain(code);
  });

  it.each<[OncogenicityCode, string, OncogenicityInput]>([
    ['hotspot_strong', 'counts are lower bounds', { variant: variant('G12D'), gene: counted }],
    ['hotspot_moderate', 'counts are lower bounds', { variant: variant('G12R'), gene: counted }],
    ['hotspot_weak', 'the change was not seen', { variant: variant('G12W'), gene: counted }],
    ['hotspot_strong', 'the residue was not counted', { variant: variant('A1C'), gene: counted }],
    ['hotspot_strong', 'in frame', { variant: variant('E746_A750del'), gene: counted }],
    ['null_variant_in_suppressor', 'past the decay', { variant: variant('R950*'), gene: suppressor }],
    [
      'established_same_change',
      'in a splice region',
      { variant: variant('V600E', { consequence: 'splice-region' }), gene: oncogene },
    ],
    [
      'established_same_change',
      'effect and change disagree',
      { variant: variant('V600E', { consequence: 'frameshift' }), gene: oncogene },
    ],
    // Grantham distance 97, and 121 for V600E: whether that is about as large the paper does not say.
    ['same_residue_missense', 'slightly smaller', { variant: variant('V600K'), gene: oncogene }],
    ['silent_no_effect', 'conservation unknown', { variant: variant('V600=') }],
    ['absent_in_population', 'no share', { variant: variant('A1C', { populationFrequency: NaN }) }],
    [
      'computational_benign',
      'no tools',
      { variant: variant('A1C'), predictions: { damaging: 0, benign: 0 } },
    ],
    [
      'functional_damaging',
      'studies disagree',
      { variant: variant('V600E'), gene: oncogene, functional: 'neutral' },
    ],
    [
      'functional_neutral',
      'studies disagree',
      { variant: variant('V600E'), gene: oncogene, functional: 'neutral' },
    ],
    ['critical_domain', 'gene not in the release', { variant: variant('V600E') }],
    [
      'hotspot_strong',
      'facts of another gene',
      { variant: variant('V600E', { gene: 'OTHER' }), gene: oncogene },
    ],
  ])('%s stays open: %s', (code, _, input) => {
    expect(codesIn(input)).not.toContain(code);
    expect(openIn(input)).toContain(code);
  });

  it('takes from PCGR a majority of tools and four fifths of the size, and asks Horak for all', () => {
    const tools = { variant: variant('A1C'), gene: oncogene, predictions: { damaging: 8, benign: 2 } };
    expect(codesIn(tools)).toEqual([]);
    expect(codesIn(tools, cutOffProfiles.pcgr)).toEqual(['computational_damaging']);
    expect(codesIn({ ...tools, predictions: { damaging: 7, benign: 0 } }, cutOffProfiles.pcgr)).toEqual([]);
    // Without the domain, which excludes it.
    const smaller = { variant: variant('V600K'), gene: { ...oncogene, criticalDomains: [] } };
    expect(codesIn(smaller, cutOffProfiles.pcgr)).toContain('same_residue_missense');
  });

  it('names the profile it used', () => {
    const input = { variant: variant('V600E'), gene: oncogene };
    expect(assessOncogenicity(input).cutOffs).toBe('horak-2022');
    expect(assessOncogenicity(input, cutOffProfiles.pcgr).cutOffs).toBe('pcgr');
  });

  it.each<[string, OncogenicityInput, RegExp]>([
    ['3′ end', { variant: variant('R950*'), gene: suppressor }, /escape nonsense-mediated decay/],
    [
      'last exon not recorded',
      { variant: variant('R950*'), gene: { symbol: 'GENE', role: 'tumour-suppressor' } },
      /last exon is not known/,
    ],
    ['exon skipping', { variant: variant('X125_splice'), gene: suppressor }, /reading frame/],
    ['both roles', { variant: variant('R2*'), gene: { ...suppressor, role: 'both' } }, /some settings/],
    ['common', { variant: variant('A1C'), gene: oncogene, population: { maximum: 0.2 } }, /expert panel/],
    ['gene unknown', { variant: variant('A1C') }, /not in the release/],
    ['another gene', { variant: variant('A1C', { gene: 'OTHER' }), gene: oncogene }, /not used/],
    ['studies', { variant: variant('L597V'), gene: oncogene, functional: 'damaging' }, /disagree/],
  ])('warns: %s', (_, input, caution) => {
    expect(assessOncogenicity(input).cautions.join(' ')).toMatch(caution);
  });

  it('says which code alone would change the class, and to what', () => {
    const { classification, notAssessed } = assessOncogenicity({ variant: variant('K601N'), gene: oncogene });
    expect(classification).toBe('uncertain');
    expect(notAssessed).toContainEqual(
      expect.objectContaining({ code: 'functional_damaging', wouldBecome: 'likely-oncogenic' }),
    );
    expect(notAssessed.find(({ code }) => code === 'absent_in_population')).not.toHaveProperty('wouldBecome');
  });

  it('takes the population stated with the question before that of the variant', () => {
    const known = variant('A1C', { populationFrequency: 0.2 });
    expect(codesIn({ variant: known, population: 'absent' })).toEqual(['absent_in_population']);
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
