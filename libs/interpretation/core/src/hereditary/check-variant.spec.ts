import { describe, expect, it } from '@jest/globals';
import type { SmallVariant } from '@consilium/clinical';
import type { GermlineFilter } from '@consilium/knowledge-core';
import { profileOf } from '../samples.fixture.js';
import { checkClass, checkFraction, checkRarity } from './check-variant.js';

const filter: GermlineFilter = {
  smallestVafOfSubstitution: 0.3,
  smallestVafOfIndel: 0.2,
  rareBelow: 0.01,
  youngBelow: 30,
  haematopoiesisGenes: [],
  source: 'esmo',
};
const change = (more: Partial<SmallVariant>): SmallVariant => ({ gene: 'BRCA2', origin: 'unknown', ...more });
const genomic = (reference: string, alternate: string) =>
  ({ build: 'GRCh38', chromosome: '13', position: 32340301, reference, alternate }) as const;

// ESMO PMWG 2019 (PMID 31050713): above 30 % for substitutions, above 20 % for small insertions and deletions.
describe(checkFraction.name, () => {
  const holds = (more: Partial<SmallVariant>) => checkFraction(change(more), profileOf(), filter).holds;

  it.each<[string, Partial<SmallVariant>, boolean | undefined]>([
    ['a substitution above its threshold', { genomic: genomic('C', 'T'), vaf: 0.31 }, true],
    ['a substitution at its threshold', { genomic: genomic('C', 'T'), vaf: 0.3 }, false],
    ['several bases exchanged, as a substitution', { genomic: genomic('CA', 'TG'), vaf: 0.25 }, false],
    ['a deletion above its threshold', { genomic: genomic('CA', 'C'), vaf: 0.21 }, true],
    ['a deletion in the spelling of MAF', { genomic: genomic('C', '-'), vaf: 0.21 }, true],
    ['an insertion by its coding change', { codingChange: 'c.5946dup', vaf: 0.21 }, true],
    ['a frameshift by its protein change', { proteinChange: 'S1982fs', vaf: 0.21 }, true],
    ['a missense change', { proteinChange: 'D2723H', vaf: 0.25 }, false],
    [
      'a splice change that may be either, between both',
      { consequence: 'splice-site', vaf: 0.25 },
      undefined,
    ],
    ['a splice change above both', { consequence: 'splice-site', vaf: 0.4 }, true],
    ['a splice change below both', { consequence: 'splice-site', vaf: 0.1 }, false],
    ['a fraction that is none', { genomic: genomic('C', 'T'), vaf: 48 }, undefined],
    ['no fraction', { genomic: genomic('C', 'T') }, undefined],
  ])('%s', (_, more, expected) => {
    expect(holds(more)).toBe(expected);
  });

  it('does not use its thresholds on circulating DNA', () => {
    const plasma = profileOf({ specimen: { id: 's', site: 'blood', type: 'plasma' } });
    expect(checkFraction(change({ vaf: 0.5 }), plasma, filter).holds).toBeUndefined();
  });
});

describe(checkRarity.name, () => {
  it.each<[number | undefined, boolean]>([
    [0, true],
    [0.0099, true],
    [0.01, false],
    [undefined, true],
  ])('a population frequency of %s: %s', (populationFrequency, expected) => {
    const variant = change(populationFrequency === undefined ? {} : { populationFrequency });
    expect(checkRarity(variant, filter).holds).toBe(expected);
  });
});

describe(checkClass.name, () => {
  it.each<[string | undefined, boolean | undefined]>([
    ['Pathogenic', true],
    ['Likely pathogenic', true],
    ['Uncertain significance', false],
    ['Likely benign', false],
    ['Conflicting classifications of pathogenicity', undefined],
    [undefined, undefined],
    ['in words of its own', undefined],
  ])('%s: %s', (significanceAsReported, expected) => {
    const variant = change(significanceAsReported === undefined ? {} : { significanceAsReported });
    expect(checkClass(variant).holds).toBe(expected);
  });
});
