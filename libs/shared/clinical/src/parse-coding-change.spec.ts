import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseCodingChange } from './parse-coding-change.js';

describe(normaliseCodingChange.name, () => {
  it.each([
    ['c.1799T>A', 'c.1799T>A'],
    ['NM_004333.6:c.1799T>A', 'c.1799T>A'],
    ['ENST00000288602.11%3Ac.1799T%3EA', 'c.1799T>A'],
    ['c.1799t>a', 'c.1799T>A'],
    ['C.1799T>A', 'c.1799T>A'],
    [' c.1799T>A ', 'c.1799T>A'],
    ['c.(1799T>A)', 'c.1799T>A'],
    ['c.2235_2249del', 'c.2235_2249del'],
    ['c.2235_2249del15', 'c.2235_2249del'],
    ['c.2235_2249delGGAATTAAGAGAAGC', 'c.2235_2249del'],
    ['c.2235_2249DELGGAATTAAGAGAAGC', 'c.2235_2249del'],
    ['c.2236del', 'c.2236del'],
    ['c.2300_2308dupCCAGCGTGG', 'c.2300_2308dup'],
    ['c.2310_2311insGGT', 'c.2310_2311insGGT'],
    ['c.2310_2311ins3', 'c.2310_2311ins3'],
    ['c.2237_2251delinsTTC', 'c.2237_2251delinsTTC'],
    ['c.2237_2251delAATinsTTC', 'c.2237_2251delinsTTC'],
    ['c.100_102inv', 'c.100_102inv'],
    ['c.3028+1G>T', 'c.3028+1G>T'],
    ['c.2888-18_2888-2del', 'c.2888-18_2888-2del'],
    ['c.-124C>T', 'c.-124C>T'],
    ['c.*32A>G', 'c.*32A>G'],
    ['c.570A=', 'c.570='],
    ['c.570%3D', 'c.570='],
  ])('%s → %s', (text, expected) => {
    expect(normaliseCodingChange(text)).toBe(expected);
  });

  it.each([
    '',
    'c.',
    '1799T>A',
    'g.140453136A>T',
    'p.Val600Glu',
    'c.1799T>',
    'c.T1799A',
    'c.?',
    'c.2310ins',
    'c.2310insA',
    'c.1799T>A;c.1800G>T',
    `c.1799T>${'A'.repeat(5000)}`,
    `c.${'('.repeat(1900)}`,
  ])('reads nothing in %p', (text) => {
    expect(normaliseCodingChange(text)).toBeUndefined();
  });

  it('leaves what it wrote as it is, and throws on no text', () => {
    const like = fc.string({
      unit: fc.constantFrom(...Array.from('c.123+-*_ACGTNdelinsupv>=()')),
      maxLength: 25,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          like.map((text) => `c.${text}`),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const normal = normaliseCodingChange(text);
          if (normal !== undefined) expect(normaliseCodingChange(normal)).toBe(normal);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
