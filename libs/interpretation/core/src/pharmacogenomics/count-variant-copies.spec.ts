import { describe, expect, it } from '@jest/globals';
import type { GermlineGenotype } from '@consilium/clinical';
import type { PharmacogeneTable } from '@consilium/knowledge-core';
import { countVariantCopies } from './count-variant-copies.js';

const repeat = { grch37: 234668879, grch38: 233760233, reference: 'CAT' };
const table: PharmacogeneTable = {
  gene: 'UGT1A1',
  chromosome: '2',
  referenceAllele: '*1',
  fromGenotypes: true,
  source: 'any',
  variants: [
    { hgvs: '(TA)7', ...repeat, alternate: 'CATAT' },
    { hgvs: '(TA)8', ...repeat, alternate: 'CATATAT' },
    { hgvs: '(TA)5', ...repeat, alternate: 'C' },
    { hgvs: 'c.211G>A', grch37: 234669144, grch38: 233760498, reference: 'G', alternate: 'A' },
  ],
  alleles: [],
};
const at = (
  reference: string,
  alternate: string | undefined,
  genotype: GermlineGenotype['genotype'],
): GermlineGenotype => ({
  chromosome: 'chr2',
  position: 233760233,
  reference,
  ...(alternate === undefined ? {} : { alternate }),
  genotype,
});
const count = (...positions: readonly GermlineGenotype[]) =>
  countVariantCopies(table, { build: 'GRCh38', source: 'blood', positions });

describe(countVariantCopies.name, () => {
  it.each([
    ['as in the table', at('CAT', 'CATAT', '0/1'), { '(TA)7': 1 }],
    ['as an insertion', at('C', 'CAT', '1/1'), { '(TA)7': 2 }],
    ['two alternates', at('CAT', 'CATAT,CATATAT', '1/2'), { '(TA)7': 1, '(TA)8': 1 }],
    ['alternates trimmed each', at('CAT', 'C,CATAT', '0/2'), { '(TA)7': 1, '(TA)5': 0 }],
    ['reference', at('C', undefined, '0/0'), { '(TA)7': 0, '(TA)8': 0, '(TA)5': 0 }],
  ])('counts a repeat written %s', (_, record, expected) => {
    const { known, missing, problems } = count(record);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(known)).toMatchObject(expected);
    expect(missing).toEqual(['c.211G>A']);
  });

  it('takes what was not read for unknown, never for reference', () => {
    expect(count(at('CAT', 'CATAT', './.')).known.size).toBe(0);
    expect(count().missing).toHaveLength(4);
  });

  it.each([
    ['another reference', [at('G', undefined, '0/0')], 'is the build right'],
    ['two genotypes', [at('C', 'CAT', '0/1'), at('CAT', 'CATAT', '1/1')], 'disagree'],
    ['reference and variant', [at('C', undefined, '0/0'), at('C', 'CAT', '0/1')], 'disagree'],
    ['an allele of nobody', [at('C', 'CG', '0/1')], 'does not know'],
  ])('calls nothing from %s', (_, records, problem) => {
    expect(count(...records).problems.join()).toContain(problem);
  });

  it('reads the other build at its own positions', () => {
    const old = { ...at('CAT', 'CATAT', '0/1'), position: 234668879 };
    const counts = countVariantCopies(table, { build: 'GRCh37', source: 'blood', positions: [old] });
    expect(counts.known.get('(TA)7')).toBe(1);
  });
});
