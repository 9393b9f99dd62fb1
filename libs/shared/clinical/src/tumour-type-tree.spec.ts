import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readTumourTypes, type TumourTypeScope } from './tumour-type-tree.js';

const whole = readTumourTypes(readFileSync(new URL('../data/tumour-types.tsv', import.meta.url), 'utf8'));
const tree = (...rows: readonly string[]): string =>
  ['# a comment', 'code\tparent\tname\tformerly', 'TISSUE\t\tTissue\t', ...rows, ''].join('\n');

describe('a table is refused for', () => {
  it('a code that stands twice, by its line', () => {
    expect(() => readTumourTypes(tree('LUNG\tTISSUE\tLung\t', 'LUNG\tTISSUE\tLung\t'))).toThrow(
      'line 5: LUNG stands twice',
    );
  });

  it.each([
    ['two', ['A\tB\ta\t', 'B\tA\tb\t']],
    ['one', ['A\tA\ta\t']],
    ['three, seen from below', ['D\tA\td\t', 'A\tB\ta\t', 'B\tC\tb\t', 'C\tA\tc\t']],
  ])('a circle of %s', (_, rows) => {
    expect(() => readTumourTypes(tree(...rows))).toThrow('lies in a circle');
  });

  it('a parent that is not in it', () => {
    expect(() => readTumourTypes(tree('LUAD\tNSCLC\tLung Adenocarcinoma\t'))).toThrow(
      'the parent NSCLC of LUAD is not in the table',
    );
  });
});

describe('retired codes', () => {
  const renamed = readTumourTypes(
    tree('LYMPH\tTISSUE\tLymphoid\t', 'ONE\tLYMPH\tone\tOLD|SPLIT', 'TWO\tLYMPH\ttwo\tSPLIT|ONE'),
  );

  it.each([
    ['OLD', ['ONE']],
    ['SPLIT', ['ONE', 'TWO']],
    ['ONE', []],
    ['NEVER', []],
  ])('%s became %j', (code, codes) => {
    expect(renamed.replacementsFor(code)).toEqual(codes);
  });
});

describe('evidence and patient', () => {
  it.each<[TumourTypeScope, string, string]>([
    [['LUAD'], 'LUAD', 'this-type'],
    [['NSCLC'], 'LUAD', 'parent-type'],
    [['LUNG'], 'LUAD', 'parent-type'],
    [['LUAD'], 'NSCLC', 'subtype'],
    [['LUSC'], 'LUAD', 'another-type'],
    [['LUSC', 'LUAD'], 'LUAD', 'this-type'],
    [['LUAD', 'NSCLC'], 'NSCLC', 'this-type'],
    [['LUSC', 'NSCLC'], 'LUAD', 'parent-type'],
    [[], 'LUAD', 'another-type'],
    [['NONE'], 'LUAD', 'another-type'],
    ['ANY', 'LUAD', 'any-tumour'],
    ['ANY', 'AML', 'any-tumour'],
    ['SOLID', 'LUAD', 'any-tumour'],
    ['SOLID', 'AML', 'another-type'],
    ['SOLID', 'NONE', 'another-type'],
  ])('%j for %s: %s', (scope, code, fit) => {
    expect(whole.fit(scope, code)).toBe(fit);
  });
});

describe('the table of the product', () => {
  it('has LUAD within NSCLC within lung', () => {
    expect(whole.ancestors('LUAD')).toEqual(['NSCLC', 'LUNG']);
    expect(whole.isWithin(['NSCLC'], 'LUAD')).toBe(true);
    expect(whole.isWithin(['LUAD'], 'NSCLC')).toBe(false);
    expect(whole.codesWithin('NSCLC')).toEqual(expect.arrayContaining(['NSCLC', 'LUAD', 'LUSC']));
    expect(whole.codesWithin('NSCLC')).not.toContain('SCLC');
  });

  it.each([
    ['LUAD', true],
    ['NSCLC', true],
    ['LUNG', false],
    ['TISSUE', false],
    ['NONE', false],
    ['constructor', false],
  ])('takes %s as a diagnosis: %s', (code, expected) => {
    expect(whole.isDiagnosis(code)).toBe(expected);
  });

  it.each([
    ['LUAD', true],
    ['GB', true],
    ['AML', false],
    ['MYELOID', false],
    ['DLBCLNOS', false],
    ['TISSUE', false],
    ['NONE', false],
  ])('takes %s as solid: %s', (code, expected) => {
    expect(whole.isSolid(code)).toBe(expected);
  });

  it('suggests the nearest codes, in whatever case', () => {
    expect(whole.suggestionsFor('luadd')[0]).toBe('LUAD');
    expect(whole.suggestionsFor('ZZZZZZZZZZ')).toEqual([]);
  });

  it('knows what retired codes became', () => {
    expect(whole.find('DLBCL')).toBeUndefined();
    expect(whole.replacementsFor('DLBCL')).toEqual(['DLBCLNOS']);
  });
});
