import { describe, expect, it } from '@jest/globals';
import { problemsOf } from './ctml.fixture.js';

const braf = { hugo_symbol: 'BRAF', variant_category: 'Mutation' };

describe('a genomic criterion', () => {
  it.each<[string, Record<string, unknown>, string, string, RegExp]>([
    ['a misspelt key', { hugo_symbl: 'BRAF' }, 'UNKNOWN_KEY', '/hugo_symbl', /Did you mean «hugo_symbol»/],
    [
      'a key that is none',
      { ...braf, allele_frequency: 5 },
      'UNKNOWN_KEY',
      '/allele_frequency',
      /Known keys/,
    ],
    [
      'an unknown gene',
      { hugo_symbol: 'BRAFF', variant_category: 'Mutation' },
      'UNKNOWN_GENE',
      '/hugo_symbol',
      /BRAF/,
    ],
    [
      'an unknown category',
      { hugo_symbol: 'BRAF', variant_category: 'Mutatoin' },
      'UNKNOWN_VALUE',
      '/variant_category',
      /Did you mean «Mutation»/,
    ],
    [
      'a misspelt call',
      { hugo_symbol: 'MET', variant_category: 'CNV', cnv_call: 'High Amplication' },
      'UNKNOWN_VALUE',
      '/cnv_call',
      /«High Amplification»/,
    ],
    [
      'an unknown class',
      { ...braf, variant_classification: 'Missens_Mutation' },
      'UNKNOWN_VALUE',
      '/variant_classification',
      /«Missense_Mutation»/,
    ],
    [
      'a change that is none',
      { ...braf, protein_change: 'V600 mutated' },
      'UNKNOWN_VALUE',
      '/protein_change',
      /p\.V600E/,
    ],
    [
      'a wildcard among the changes',
      { ...braf, protein_change: 'p.V600' },
      'UNKNOWN_VALUE',
      '/protein_change',
      /wildcard_protein_change: p\.V600/,
    ],
    [
      'a change among the wildcards',
      { ...braf, wildcard_protein_change: 'p.V600E' },
      'UNKNOWN_VALUE',
      '/wildcard_protein_change',
      /protein_change: p\.V600E/,
    ],
    [
      'an X that may be a stop',
      { ...braf, protein_change: 'p.G12X' },
      'UNKNOWN_VALUE',
      '/protein_change',
      /p\.G12\* for a stop/,
    ],
    [
      'a change and a wildcard',
      { ...braf, protein_change: 'p.V600E', wildcard_protein_change: 'p.G469' },
      'CONTRADICTION',
      '/protein_change',
      /Leave one/,
    ],
    [
      'a class its change is not',
      { ...braf, protein_change: 'p.V600E', variant_classification: 'In_Frame_Del' },
      'CONTRADICTION',
      '/variant_classification',
      /class or the change/,
    ],
    ['a call of a mutation', { ...braf, cnv_call: 'Gain' }, 'CONTRADICTION', '/cnv_call', /two criteria/],
    [
      'a class of a copy number change',
      {
        hugo_symbol: 'ATM',
        variant_category: 'CNV',
        cnv_call: 'Homozygous deletion',
        variant_classification: 'Nonsense_Mutation',
      },
      'CONTRADICTION',
      '/variant_classification',
      /two criteria/,
    ],
    [
      'a change of a wild-type gene',
      { hugo_symbol: 'KRAS', wildtype: true, protein_change: 'p.G12D' },
      'CONTRADICTION',
      '/wildtype',
      /Remove wildtype/,
    ],
    [
      'a call beside a change',
      { hugo_symbol: 'KRAS', cnv_call: 'Gain', protein_change: 'p.G12D' },
      'CONTRADICTION',
      '/cnv_call',
      /each/,
    ],
    [
      'values for and against',
      { ...braf, protein_change: ['p.V600E', '!p.V600K'] },
      'CONTRADICTION',
      '/protein_change',
      /two criteria/,
    ],
    [
      'a change beside a signature',
      { mmr_status: 'MMR-Deficient', protein_change: 'p.V600E' },
      'CONTRADICTION',
      '/protein_change',
      /two criteria/,
    ],
    [
      'a signature without a name',
      { hugo_symbol: 'BRAF', variant_category: 'Signature' },
      'CONTRADICTION',
      '/variant_category',
      /…_signature/,
    ],
    ['an unknown status', { ms_status: 'MSI' }, 'UNKNOWN_VALUE', '/ms_status', /MSI-H/],
    ['a burden without direction', { tmb: 10 }, 'UNKNOWN_VALUE', '/tmb', />=10/],
    ['an empty criterion', {}, 'EMPTY', '', /gene/],
    ['nothing but a label', { display_name: 'BRAF' }, 'EMPTY', '', /gene/],
    ['an empty value', { ...braf, protein_change: '' }, 'EMPTY', '/protein_change', /leave the key out/],
    ['a category without a gene', { variant_category: 'Mutation' }, 'MISSING', '', /hugo_symbol/],
    ['the same key twice', { ...braf, HUGO_SYMBOL: 'KRAS' }, 'CONTRADICTION', '/HUGO_SYMBOL', /one of them/],
    ['a mapping as a value', { hugo_symbol: { name: 'BRAF' } }, 'WRONG_TYPE', '/hugo_symbol', /single value/],
  ])('refuses %s, with the place and what to do', (_what, keys, reason, place, remedy) => {
    const [problem, ...others] = problemsOf({ genomic: keys });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: `TRIALS.CTML_${reason}`,
      place: `/treatment_list/step/0/arm/0/match/0/genomic${place}`,
      remedy: expect.stringMatching(remedy),
    });
  });

  it('refuses a name of several genes and lists them', () => {
    const [problem] = problemsOf({ genomic: { hugo_symbol: 'MLL2', variant_category: 'Mutation' } });
    expect(problem?.remedy).toMatch(/KMT2[BD]/);
  });
});
