import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { granthamDistance } from './grantham-distance.js';

const residues = 'ARNDCQEGHILKMFPSTWYV'.split('');

describe(granthamDistance.name, () => {
  // Grantham 1974 (PMID 4843792), table 2.
  it.each([
    ['S', 'R', 110],
    ['L', 'I', 5],
    ['C', 'W', 215],
    ['G', 'D', 94],
    ['V', 'E', 121],
    ['K', 'R', 26],
    ['P', 'L', 98],
    ['R', 'H', 29],
    ['P', 'S', 74],
    ['M', 'T', 81],
    ['H', 'R', 29],
    ['G', 'V', 109],
  ])('%s to %s: %i', (from, to, distance) => {
    // The published table was rounded from finer properties.
    expect(Math.abs((granthamDistance(from, to) ?? NaN) - distance)).toBeLessThanOrEqual(1);
  });

  it('is the same both ways, nothing for the same residue, and unknown for what is none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...residues), fc.constantFrom(...residues), (a, b) => {
        expect(granthamDistance(a, b)).toBe(granthamDistance(b, a));
        expect(granthamDistance(a, b) === 0).toBe(a === b);
      }),
    );
    expect(granthamDistance('X', 'A')).toBeUndefined();
    expect(granthamDistance('A', '*')).toBeUndefined();
  });
});
