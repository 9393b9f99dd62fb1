import { describe, expect, it } from '@jest/globals';
import { isHotspot, isProteinChange } from './change-form.js';

describe(isProteinChange.name, () => {
  it.each([
    'V600E',
    'R130*',
    'E746_A750del',
    'T790del',
    'S768_D770dup',
    'A763_Y764insFQEA',
    'L747_A750delinsP',
    'G776delinsVC',
    'T1556fs*14',
    'W288fs',
    'X1010_splice',
  ])('takes %s', (change) => {
    expect(isProteinChange(change)).toBe(true);
  });

  it.each([
    'p.V600E',
    'Val600Glu',
    'V600',
    'V600V',
    'v600e',
    'V0600E',
    '600E',
    'exon 19 deletion',
    'V600E ',
    'B600E',
    '',
  ])('refuses «%s»', (change) => {
    expect(isProteinChange(change)).toBe(false);
  });
});

describe(isHotspot.name, () => {
  it('also takes a codon, with its residue', () => {
    expect(['V600', 'V600E', '600', 'V'].map(isHotspot)).toEqual([true, true, false, false]);
  });
});
