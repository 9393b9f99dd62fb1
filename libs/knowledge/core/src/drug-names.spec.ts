import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDrugNames } from './drug-names.js';

const table = (...rows: readonly string[]): string =>
  ['# a comment', 'name\tgeneric\tsource', ...rows, ''].join('\n');
const genericName = readDrugNames(
  table(
    'Imatinib Mesylate\timatinib\tsalt',
    'AZD9291\tosimertinib\tcode',
    'T-DM1\ttrastuzumab emtansine\tcode',
  ),
);

describe(readDrugNames.name, () => {
  it.each([
    ['Imatinib Mesylate', 'imatinib'],
    [' imatinib  MESYLATE ', 'imatinib'],
    ['azd9291', 'osimertinib'],
    ['T-DM1', 'trastuzumab emtansine'],
    [' Vemurafenib ', 'vemurafenib'],
    ['2,4-pyrimidinediamine', '2,4-pyrimidinediamine'],
  ])('reads %s as %s', (name, generic) => {
    expect(genericName(name)).toBe(generic);
  });

  it('leaves a generic name as it is, however often it is asked', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom('AZD9291', 'T-DM1', 'Imatinib'), fc.string()), (name) => {
        const once = genericName(name);
        expect(genericName(once)).toBe(once);
      }),
    );
  });

  it.each([
    ['a cell too few', 'Gleevec\timatinib', '2 cells'],
    ['a generic name in upper case', 'Gleevec\tImatinib\tbrand', 'lower case'],
    ['a name that is the generic one', 'Imatinib\timatinib\tbrand', 'already'],
    ['an empty name', '\timatinib\tbrand', 'empty'],
    ['a name that stands twice', 'azd9291\tgefitinib\tcode', 'twice'],
  ])('refuses %s and names the line', (_, row, reason) => {
    expect(() => readDrugNames(table('AZD9291\tosimertinib\tcode', row))).toThrow(
      new RegExp(`line 4: .*${reason}`),
    );
  });

  it('refuses a generic name that is itself renamed', () => {
    expect(() => readDrugNames(table('STI571\tgleevec\tcode', 'Gleevec\timatinib\tbrand'))).toThrow(
      /becomes «gleevec», which becomes «imatinib»/,
    );
  });

  it.each([['name\tgeneric\n'], ['']])('refuses a table without its header', (text) => {
    expect(() => readDrugNames(text)).toThrow(/header/);
  });
});
