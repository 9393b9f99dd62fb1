import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readGeneCatalogue } from './gene-catalogue.js';

const small = readGeneCatalogue(
  [
    '# a comment',
    'symbol\thgnc\taliases',
    'AAA1\t1\tOLD|BOTH',
    'BBB1\t2\tBOTH|AAA1',
    'C9orf72\t3\tALS',
    '',
  ].join('\n'),
);
const whole = readGeneCatalogue(readFileSync(new URL('../data/genes.tsv', import.meta.url), 'utf8'));

describe('a catalogue', () => {
  it.each([
    ['AAA1', { kind: 'approved', symbol: 'AAA1' }],
    ['OLD', { kind: 'alias', symbol: 'AAA1' }],
    ['old', { kind: 'alias', symbol: 'AAA1' }],
    ['aaa1', { kind: 'alias', symbol: 'AAA1' }],
    [' AAA1 ', { kind: 'alias', symbol: 'AAA1' }],
    ['C9ORF72', { kind: 'alias', symbol: 'C9orf72' }],
    ['BOTH', { kind: 'ambiguous', candidates: ['AAA1', 'BBB1'] }],
    ['AAB1', { kind: 'unknown', suggestions: ['AAA1', 'BBB1'] }],
    ['ZZZZZZZZ', { kind: 'unknown', suggestions: [] }],
    ['', { kind: 'unknown', suggestions: [] }],
    ['# a comment', { kind: 'unknown', suggestions: [] }],
    ['constructor', { kind: 'unknown', suggestions: [] }],
    ['__proto__', { kind: 'unknown', suggestions: [] }],
  ])('answers to %p', (symbol, answer) => {
    expect(small.resolve(symbol)).toEqual(answer);
  });

  it('gives an approved symbol before the same text as an alias of another gene', () => {
    expect(small.resolve('AAA1')).toEqual({ kind: 'approved', symbol: 'AAA1' });
  });
});

describe('the catalogue of the product', () => {
  it.each([
    ['HER2', 'ERBB2'],
    ['ERBB1', 'EGFR'],
    ['MLL', 'KMT2A'],
    ['C11orf30', 'EMSY'],
    ['PD-L1', 'CD274'],
    ['p53', 'TP53'],
  ])('reads %s as %s', (alias, symbol) => {
    expect(whole.resolve(alias)).toEqual({ kind: 'alias', symbol });
  });

  it.each(['EGFR', 'BRAF', 'KRAS', 'TP53', 'H3-3A', 'C9orf72', 'NTRK1'])('approves %s', (symbol) => {
    expect(whole.resolve(symbol)).toEqual({ kind: 'approved', symbol });
  });

  it('does not choose between the two genes that were MLL2', () => {
    expect(whole.resolve('MLL2')).toEqual({ kind: 'ambiguous', candidates: ['KMT2B', 'KMT2D'] });
  });

  it('has at most three suggestions for any text, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const answer = whole.resolve(text);
        if (answer.kind === 'unknown') expect(answer.suggestions.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 30 },
    );
  });
});
