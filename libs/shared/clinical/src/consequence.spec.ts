import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  altersProtein,
  consequenceFromMafClassification,
  consequenceFromProteinChange,
  consequenceFromSequenceOntology,
  severityOf,
} from './consequence.js';
import { parseProteinChange } from './parse-protein-change.js';
import { consequences } from './variant.js';

describe(consequenceFromSequenceOntology.name, () => {
  it.each([
    ['missense_variant', 'missense'],
    ['stop_gained', 'nonsense'],
    ['synonymous_variant&splice_region_variant', 'splice-region'],
    ['splice_region_variant&missense_variant', 'missense'],
    ['intron_variant,splice_donor_variant', 'splice-site'],
    ['frameshift_variant+stop_gained', 'nonsense'],
    ['*missense', 'missense'],
    ['5_prime_UTR_variant', 'utr'],
    ['upstream_gene_variant', 'promoter'],
    ['conservative_inframe_deletion', 'inframe-deletion'],
    ['stop_retained_variant', 'synonymous'],
    ['of_the_future_variant', 'other'],
    ['constructor', 'other'],
    ['', 'other'],
  ])('%s → %s', (text, expected) => {
    expect(consequenceFromSequenceOntology(text)).toBe(expected);
  });

  it('does not depend on the order of the terms', () => {
    const term = fc.constantFrom(
      'missense_variant',
      'stop_gained',
      'intron_variant',
      'unheard_of',
      'start_lost',
    );
    fc.assert(
      fc.property(fc.array(term, { minLength: 1 }), (terms) => {
        const one = consequenceFromSequenceOntology(terms.join('&'));
        expect(consequenceFromSequenceOntology(terms.toReversed().join(','))).toBe(one);
      }),
    );
  });
});

describe(severityOf.name, () => {
  it('orders terms from most severe to unknown', () => {
    const terms = [
      'splice_donor_variant',
      'stop_gained',
      'missense_variant',
      'synonymous_variant',
      'unheard_of',
    ];
    const ranks = terms.map(severityOf);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(new Set(ranks).size).toBe(terms.length);
  });
});

describe(consequenceFromMafClassification.name, () => {
  it.each([
    ['Missense_Mutation', 'missense'],
    ['Nonsense_Mutation', 'nonsense'],
    ['Frame_Shift_Del', 'frameshift'],
    ['In_Frame_Ins', 'inframe-insertion'],
    ['Splice_Site', 'splice-site'],
    ['Translation_Start_Site', 'start-lost'],
    ['Nonstop_Mutation', 'stop-lost'],
    ["5'Flank", 'promoter'],
    ["3' UTR", 'utr'],
    [' silent ', 'synonymous'],
    ['', undefined],
    ['Unheard_Of', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
  ])('%p → %s', (text, expected) => {
    expect(consequenceFromMafClassification(text)).toBe(expected);
  });
});

describe(consequenceFromProteinChange.name, () => {
  it.each([
    ['V600E', 'missense'],
    ['V600=', 'synonymous'],
    ['R213*', 'nonsense'],
    ['T1556Nfs*14', 'frameshift'],
    ['E746_A750del', 'inframe-deletion'],
    ['A767_V769dup', 'inframe-insertion'],
    ['D770_N771insSVD', 'inframe-insertion'],
    ['V600_K601delinsEN', 'missense'],
    ['L747_P753delinsS', 'inframe-deletion'],
    ['G776delinsVC', 'inframe-insertion'],
    ['K601_S602delinsN*', 'nonsense'],
    ['M1?', 'start-lost'],
    ['*394Rext*9', 'stop-lost'],
    ['X1010_splice', 'splice-site'],
    ['p.?', undefined],
  ])('%s → %s', (text, expected) => {
    const change = parseProteinChange(text);
    if (change === undefined) throw new Error('unread');
    expect(consequenceFromProteinChange(change)).toBe(expected);
  });
});

describe(altersProtein.name, () => {
  it('holds for what leaves another protein or none', () => {
    expect(consequences.filter((one) => !altersProtein(one))).toEqual([
      'splice-region',
      'synonymous',
      'promoter',
      'utr',
      'intronic',
      'non-coding',
      'intergenic',
      'other',
    ]);
  });
});
