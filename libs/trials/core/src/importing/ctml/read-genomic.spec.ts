import { describe, expect, it } from '@jest/globals';
import { criterionOf, ctmlOf, genomic, importedOf } from './ctml.fixture.js';

const braf = { hugo_symbol: 'BRAF', variant_category: 'Mutation' };
const either = (state: 'positive' | 'negative') => ({
  any: [{ biomarker: { kind: 'MSI', states: [state] } }, { biomarker: { kind: 'MMR', states: [state] } }],
});
const pair = (a: string, b: string) => ({
  any: [{ fusion: { fivePrime: a, threePrime: b } }, { fusion: { fivePrime: b, threePrime: a } }],
});
const openText = (text: string) => ({ unstructured: { text, list: 'not-stated' } });
const anyCall = ['amplification', 'gain', 'loss', 'deep-deletion'];

describe('a genomic criterion', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ['a gene’s mutation', braf, { smallVariant: { gene: 'BRAF' } }],
    [
      'a protein change',
      { ...braf, protein_change: 'p.V600E' },
      { smallVariant: { gene: 'BRAF', changes: ['V600E'] } },
    ],
    [
      'a change in three letters',
      { ...braf, protein_change: 'p.Val600Glu' },
      { smallVariant: { gene: 'BRAF', changes: ['V600E'] } },
    ],
    [
      'a list of changes',
      { ...braf, protein_change: ['p.V600E', 'p.V600K'] },
      { smallVariant: { gene: 'BRAF', changes: ['V600E', 'V600K'] } },
    ],
    [
      'any other residue at a codon',
      { ...braf, wildcard_protein_change: 'p.V600' },
      { smallVariant: { gene: 'BRAF', codons: [600], classes: ['missense'] } },
    ],
    [
      'a wildcard without p.',
      { ...braf, wildcard_protein_change: 'V600' },
      { smallVariant: { gene: 'BRAF', codons: [600], classes: ['missense'] } },
    ],
    ['an exon', { ...braf, exon: 15 }, { smallVariant: { gene: 'BRAF', exons: { first: 15, last: 15 } } }],
    [
      'an exon as text',
      { ...braf, exon: '15' },
      { smallVariant: { gene: 'BRAF', exons: { first: 15, last: 15 } } },
    ],
    [
      'exons in a row',
      { ...braf, exon: [18, 20, 19] },
      { smallVariant: { gene: 'BRAF', exons: { first: 18, last: 20 } } },
    ],
    [
      'a range of exons',
      { ...braf, exon: '18-21' },
      { smallVariant: { gene: 'BRAF', exons: { first: 18, last: 21 } } },
    ],
    [
      'exons apart',
      { ...braf, exon: [11, 15] },
      {
        any: [
          { smallVariant: { gene: 'BRAF', exons: { first: 11, last: 11 } } },
          { smallVariant: { gene: 'BRAF', exons: { first: 15, last: 15 } } },
        ],
      },
    ],
    [
      'a class',
      { ...braf, variant_classification: 'In_Frame_Del', exon: 19 },
      { smallVariant: { gene: 'BRAF', exons: { first: 19, last: 19 }, classes: ['inframe-deletion'] } },
    ],
    [
      'a lost start',
      { ...braf, variant_classification: 'Translation_Start_Site' },
      { smallVariant: { gene: 'BRAF', changes: ['M1?'] } },
    ],
    [
      'a class no profile tells',
      { ...braf, variant_classification: 'Silent' },
      openText('variant_classification: Silent'),
    ],
    [
      'a class narrower than ours',
      { ...braf, variant_classification: 'Missense and Splice_Region' },
      {
        all: [
          { smallVariant: { gene: 'BRAF', classes: ['missense'] } },
          openText('variant_classification: Missense and Splice_Region'),
        ],
      },
    ],
    ['a wild-type gene', { hugo_symbol: 'KRAS', wildtype: true }, { wildType: { gene: 'KRAS' } }],
    [
      'a wild-type gene as text',
      { hugo_symbol: 'KRAS', variant_category: 'Mutation', wildtype: 'True' },
      { wildType: { gene: 'KRAS' } },
    ],
    ['wildtype false', { ...braf, wildtype: false }, { smallVariant: { gene: 'BRAF' } }],
    [
      'a copy number change',
      { hugo_symbol: 'ERBB2', variant_category: 'Copy Number Variation' },
      { copyNumber: { gene: 'ERBB2', states: anyCall } },
    ],
    [
      'CNV for short',
      { hugo_symbol: 'ERBB2', variant_category: 'CNV', cnv_call: 'Gain' },
      { copyNumber: { gene: 'ERBB2', states: ['gain'] } },
    ],
    [
      'a structural variant',
      { hugo_symbol: 'ALK', variant_category: 'Structural Variation' },
      { rearrangement: { gene: 'ALK' } },
    ],
    [
      'a fusion in either order',
      { hugo_symbol: 'BCR', variant_category: 'SV', fusion_partner_hugo_symbol: 'ABL1' },
      pair('BCR', 'ABL1'),
    ],
    [
      'a fusion with any gene',
      { hugo_symbol: 'ALK', variant_category: 'SV', fusion_partner_hugo_symbol: 'Any Gene' },
      { fusion: { gene: 'ALK' } },
    ],
    [
      'a break between genes',
      { hugo_symbol: 'ALK', variant_category: 'SV', fusion_partner_hugo_symbol: 'Intergenic' },
      { all: [{ rearrangement: { gene: 'ALK' } }, openText('fusion_partner_hugo_symbol: intergenic')] },
    ],
    [
      'any variation',
      { hugo_symbol: 'PTEN', variant_category: 'Any Variation' },
      { any: [{ smallVariant: { gene: 'PTEN' } }, { copyNumber: { gene: 'PTEN', states: anyCall } }] },
    ],
    [
      'a gene alone',
      { hugo_symbol: 'PTEN' },
      {
        any: [
          { smallVariant: { gene: 'PTEN' } },
          { copyNumber: { gene: 'PTEN', states: anyCall } },
          { rearrangement: { gene: 'PTEN' } },
        ],
      },
    ],
    [
      'a call that tells the category',
      { hugo_symbol: 'PTEN', cnv_call: 'Homozygous Deletion' },
      { copyNumber: { gene: 'PTEN', states: ['deep-deletion'] } },
    ],
    [
      'a molecular function',
      { ...braf, molecular_function: 'Activating' },
      { all: [{ smallVariant: { gene: 'BRAF' } }, openText('molecular_function: Activating')] },
    ],
    [
      'tiers',
      { ...braf, tier: ['1', '2'] },
      { all: [{ smallVariant: { gene: 'BRAF' } }, openText('tier: 1 or 2')] },
    ],
    [
      'a germline variant',
      { hugo_symbol: 'BRCA2', variant_category: 'Mutation', germline: true },
      { smallVariant: { gene: 'BRCA2', origin: 'germline' } },
    ],
    [
      'a variant by OncoKB’s name',
      { hugo_symbol: 'BRAF', annotated_variant: 'V600E' },
      { smallVariant: { gene: 'BRAF', changes: ['V600E'] } },
    ],
    [
      'OncoKB’s oncogenic mutations',
      { hugo_symbol: 'KIT', annotated_variant: 'Oncogenic Mutations' },
      { smallVariant: { gene: 'KIT', classes: ['oncogenic'] } },
    ],
    [
      'OncoKB’s amplification, excluded',
      { hugo_symbol: 'MET', annotated_variant: '!Amplification' },
      { not: { copyNumber: { gene: 'MET', states: ['amplification'] } } },
    ],
    [
      'an OncoKB name without certain meaning',
      { hugo_symbol: 'EGFR', annotated_variant: 'Kinase Domain Duplication' },
      openText('EGFR Kinase Domain Duplication'),
    ],
    ['a burden', { tmb_numerical: '>=10' }, { biomarker: { kind: 'TMB', states: [], atLeast: 10 } }],
    ['all tumours', { match_all: 'true' }, { tumourType: { within: 'ANY' } }],
    [
      'labels beside the criterion',
      { ...braf, display_name: 'BRAF mutant', matching_examples: 'V600E' },
      { smallVariant: { gene: 'BRAF' } },
    ],
    [
      'keys in capitals',
      { HUGO_SYMBOL: 'BRAF', VARIANT_CATEGORY: 'MUTATION' },
      { smallVariant: { gene: 'BRAF' } },
    ],
    [
      'keys in camel case',
      { hugoSymbol: 'BRAF', variantCategory: 'Mutation' },
      { smallVariant: { gene: 'BRAF' } },
    ],
  ])('reads %s', (_what, keys, expected) => {
    expect(genomic(keys)).toEqual(expected);
  });

  it.each([
    ['High Amplification', 'amplification'],
    ['High level amplification', 'amplification'],
    ['Low Amplification', 'gain'],
    ['Gain', 'gain'],
    ['Homozygous Deletion', 'deep-deletion'],
    ['Homozygous deletion', 'deep-deletion'],
    ['Heterozygous Deletion', 'loss'],
  ])('reads the call %s as %s', (call, state) => {
    expect(
      genomic({ hugo_symbol: 'MET', variant_category: 'Copy Number Variation', cnv_call: call }),
    ).toEqual({
      copyNumber: { gene: 'MET', states: [state] },
    });
  });

  it.each([
    ['Missense_Mutation', ['missense']],
    ['In_Frame_Ins', ['inframe-insertion']],
    ['Inframe_Indel', ['inframe-deletion', 'inframe-insertion']],
    ['Frame_Shift_Del', ['frameshift']],
    ['Frame_Shift_Ins', ['frameshift']],
    ['Frameshift', ['frameshift']],
    ['Splice_Site', ['splice-site']],
    ['Splice_Donor', ['splice-site']],
    ['splice site_mutation', ['splice-site']],
    ['protein_altering', ['protein-altering']],
    ["5'Flank", ['promoter']],
  ])('reads the class %s as %j', (variant_classification, classes) => {
    expect(genomic({ ...braf, variant_classification })).toEqual({ smallVariant: { gene: 'BRAF', classes } });
  });

  it.each([
    ['mmr_status', 'MMR-Deficient', either('positive')],
    ['mmr_status', 'MMR-Proficient', either('negative')],
    ['mmr_status', 'Proficient (MMR-P / MSS)', either('negative')],
    ['ms_status', 'MSI-H', either('positive')],
    ['ms_status', 'MSI-L', either('negative')],
    ['ms_status', 'MSS', either('negative')],
    ['ms_status', '!MSI-H', { not: either('positive') }],
    ['tobacco_signature', 'Yes', { signature: { name: 'SBS4' } }],
    ['tobacco_signature', 'No', { not: { signature: { name: 'SBS4' } } }],
    ['temozolomide_signature', 'Yes', { signature: { name: 'SBS11' } }],
    ['pole_signature', true, { any: [{ signature: { name: 'SBS10a' } }, { signature: { name: 'SBS10b' } }] }],
    [
      'polymerase_signature',
      'Yes',
      { any: [{ signature: { name: 'SBS10a' } }, { signature: { name: 'SBS10b' } }] },
    ],
    ['apobec_signature', 'Yes', { any: [{ signature: { name: 'SBS2' } }, { signature: { name: 'SBS13' } }] }],
    [
      'uva_signature',
      'Yes',
      { any: ['a', 'b', 'c', 'd'].map((one) => ({ signature: { name: `SBS7${one}` } })) },
    ],
  ])('reads %s %s', (key, value, expected) => {
    expect(genomic({ [key]: value })).toEqual(expected);
    expect(genomic({ [key]: value, hugo_symbol: 'None', variant_category: 'Signature' })).toEqual(expected);
  });

  it.each<[string, Record<string, unknown>, unknown]>([
    [
      'a category',
      { hugo_symbol: 'NRAS', variant_category: '!Mutation' },
      { smallVariant: { gene: 'NRAS' } },
    ],
    ['a gene', { hugo_symbol: '!NRAS', variant_category: 'Mutation' }, { smallVariant: { gene: 'NRAS' } }],
    [
      'a change',
      { hugo_symbol: 'NRAS', variant_category: 'Mutation', protein_change: '!p.G12D' },
      { smallVariant: { gene: 'NRAS', changes: ['G12D'] } },
    ],
    [
      'the category of a change',
      { hugo_symbol: 'NRAS', variant_category: '!Mutation', protein_change: 'p.G12D' },
      { smallVariant: { gene: 'NRAS', changes: ['G12D'] } },
    ],
    [
      'a wildcard',
      { hugo_symbol: 'NRAS', variant_category: 'Mutation', wildcard_protein_change: '!p.G12' },
      { smallVariant: { gene: 'NRAS', codons: [12], classes: ['missense'] } },
    ],
    [
      'a class',
      { hugo_symbol: 'NRAS', variant_category: 'Mutation', variant_classification: '!Missense_Mutation' },
      { smallVariant: { gene: 'NRAS', classes: ['missense'] } },
    ],
    [
      'an exon',
      { hugo_symbol: 'NRAS', variant_category: 'Mutation', exon: '!2' },
      { smallVariant: { gene: 'NRAS', exons: { first: 2, last: 2 } } },
    ],
    [
      'a call',
      { hugo_symbol: 'NRAS', variant_category: 'Copy Number Variation', cnv_call: '!High Amplification' },
      { copyNumber: { gene: 'NRAS', states: ['amplification'] } },
    ],
    [
      'structural variants',
      { hugo_symbol: 'NRAS', variant_category: '!Structural Variation' },
      { rearrangement: { gene: 'NRAS' } },
    ],
    [
      'a partner',
      { hugo_symbol: 'BCR', variant_category: 'Structural Variation', fusion_partner_hugo_symbol: '!ABL1' },
      pair('BCR', 'ABL1'),
    ],
    [
      'two of its keys',
      { hugo_symbol: '!NRAS', variant_category: '!Mutation' },
      { smallVariant: { gene: 'NRAS' } },
    ],
  ])('negates the whole criterion by a ! on %s', (_what, keys, negated) => {
    expect(genomic(keys)).toEqual({ not: negated });
  });

  it('keeps nonsense apart from the other truncating classes', () => {
    expect(genomic({ ...braf, variant_classification: 'Nonsense_Mutation' })).toEqual({
      all: [
        { smallVariant: { gene: 'BRAF', classes: ['truncating'] } },
        {
          any: [
            {
              not: {
                any: [
                  { smallVariant: { gene: 'BRAF', classes: ['frameshift', 'splice-site'] } },
                  { smallVariant: { gene: 'BRAF', changes: ['M1?'] } },
                ],
              },
            },
            openText('variant_classification: Nonsense_Mutation'),
          ],
        },
      ],
    });
  });

  it('gives every leaf the fragment it was read from', () => {
    const { trial } = importedOf(ctmlOf([{ genomic: { ...braf, tier: ['1'] } }]));
    const text = 'genomic: {hugo_symbol: BRAF, variant_category: Mutation, tier: [1]}';
    expect(trial.arms[0]?.eligibility).toMatchObject({ all: [{ text }, { text }] });
  });

  it('resolves an alias of a gene and says so', () => {
    const { trial, remarks } = importedOf(
      ctmlOf([{ genomic: { hugo_symbol: 'HER2', variant_category: 'Mutation' } }]),
    );
    expect(trial.arms[0]?.eligibility).toMatchObject({ smallVariant: { gene: 'ERBB2' } });
    expect(remarks).toContain('The gene «HER2» was read as ERBB2.');
  });

  it('reads a list of genes as any of them', () => {
    expect(
      criterionOf({ genomic: { hugo_symbol: ['KRAS', 'NRAS'], variant_category: '!Mutation' } }),
    ).toEqual({
      not: { any: [{ smallVariant: { gene: 'KRAS' } }, { smallVariant: { gene: 'NRAS' } }] },
    });
  });
});
