import { describe, expect, it } from '@jest/globals';
import { readDiseaseBridge } from './disease-bridge.js';

const table = (...rows: readonly string[]): string =>
  ['# a comment', 'doid\tname\toncotree\tnote', ...rows, ''].join('\n');
const bridge = readDiseaseBridge(
  table(
    '162\tCancer\tANY\t',
    '\tSolid Tumor\tSOLID\t',
    '0080830\tChildhood Low-grade Glioma|Pediatric Low-grade Glioma\tPDIFLG|PAST\tage not expressed',
    '14175\tVon Hippel-Lindau Disease\t-\tsyndrome, no tumour',
    '4972\tMyelodysplastic/myeloproliferative Neoplasm\tMDS/MPN\t',
  ),
);

describe(readDiseaseBridge.name, () => {
  it.each([
    [{ doid: '162', name: 'Cancer' }, 'ANY'],
    [{ name: 'Solid Tumor' }, 'SOLID'],
    [{ doid: '0080830', name: 'Pediatric Low-grade Glioma' }, ['PDIFLG', 'PAST']],
    [{ doid: 'DOID:0080830', name: '' }, ['PDIFLG', 'PAST']],
    [{ name: ' childhood low-grade GLIOMA ' }, ['PDIFLG', 'PAST']],
    [{ name: 'Pediatric Low-grade Glioma' }, ['PDIFLG', 'PAST']],
    [{ doid: '4972', name: '' }, ['MDS/MPN']],
  ])('finds %j', (disease, expected) => {
    expect(bridge.tumourTypes(disease)).toEqual(expected);
  });

  it('goes by the number where number and name disagree', () => {
    expect(bridge.tumourTypes({ doid: '0080830', name: 'Cancer' })).toEqual(['PDIFLG', 'PAST']);
  });

  it('goes by the name where the number is not in the table', () => {
    expect(bridge.tumourTypes({ doid: '9999999', name: 'Cancer' })).toBe('ANY');
  });

  it.each([
    ['without a counterpart', { doid: '14175', name: 'Cancer' }],
    ['unknown', { doid: '9999999', name: 'Measles' }],
    ['without number and name', { name: '' }],
    ['whose leading zeros were lost', { doid: '80830', name: '' }],
  ])('gives nothing for a disease %s', (_, disease) => {
    expect(bridge.tumourTypes(disease)).toBeUndefined();
  });

  it('knows a number without a counterpart from one that is not there', () => {
    expect([bridge.knows('14175'), bridge.knows('9999999')]).toEqual([true, false]);
  });

  it.each([
    ['a cell too few', '162\tCancer\tANY', '3 cells'],
    ['a number that is none', 'C162\tCancer\tANY\t', 'C162'],
    ['no codes', '162\tCancer\t\t', '«»'],
    ['a code twice', '1\tMelanoma\tMEL|MEL\t', 'MEL'],
    ['ANY among codes', '1\tMelanoma\tMEL|ANY\t', 'ANY'],
    ['an empty name', '1\tMelanoma|\tMEL\t', 'name'],
    ['a code in lower case', '1\tMelanoma\tmel\t', 'mel'],
  ])('refuses %s and names the line', (_, row, reason) => {
    expect(() => readDiseaseBridge(table('2\tLymphoma\tNHL\t', row))).toThrow(
      new RegExp(`line 4: .*${reason}`),
    );
  });

  it.each([
    ['number', '162\tMalignancy\tANY\t'],
    ['name', '163\tCANCER\tANY\t'],
  ])('refuses a %s that stands twice', (_, row) => {
    expect(() => readDiseaseBridge(table('162\tCancer\tANY\t', row))).toThrow(/line 4: .*twice/);
  });

  it.each([['doid\tname\tcodes\tnote\n'], ['']])('refuses a table without its header', (text) => {
    expect(() => readDiseaseBridge(text)).toThrow(/header/);
  });
});
