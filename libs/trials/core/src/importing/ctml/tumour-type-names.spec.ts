import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readGeneCatalogue, readTumourTypes } from '@consilium/clinical';
import { startReading } from './reading.js';
import { retiredTumourNames } from './retired-tumour-names.js';
import { readTumourType, tissueCodes } from './tumour-type-names.js';

const { resolve } = createRequire(join(process.cwd(), 'libs/trials/core/package.json'));
const table = readFileSync(resolve('@consilium/clinical/data/tumour-types.tsv'), 'utf8');
const tumourTypes = readTumourTypes(table);
const rows = table
  .split('\n')
  .filter((line) => line !== '' && !/^(?:#|code\t|TISSUE\t)/.test(line))
  .map((line) => line.split('\t'));

describe('the names of OncoTree', () => {
  it('lie below the tissues that are listed, all of them', () => {
    expect(tissueCodes.every((tissue) => tumourTypes.find(tissue)?.parent === 'TISSUE')).toBe(true);
    const below = tissueCodes.flatMap((tissue) => tumourTypes.codesWithin(tissue));
    expect([...below].sort()).toEqual(rows.map(([code]) => code).sort());
  });

  it('lead each to the codes that bear it', () => {
    const reading = startReading({ tumourTypes, genes: readGeneCatalogue('') });
    for (const [code = '', , name = ''] of rows) expect(readTumourType(name, '', reading)).toContain(code);
    expect(reading.problems).toEqual([]);
  });

  it.each([
    ['Multiple Myeloma', ['PCM']],
    ['Acute Lymphoid Leukemia', ['BLL', 'TLL']],
    ['Chronic Lymphocytic Leukaemia', ['CLLSLL']],
    ['Myelodysplasia', ['MDS']],
  ])('are read from the earlier name %s where it means the same disease', (name, codes) => {
    const reading = startReading({ tumourTypes, genes: readGeneCatalogue('') });
    expect(readTumourType(name, '', reading)).toEqual(codes);
    expect(reading.remarks.join()).toContain('an earlier name');
  });

  it.each([
    ['Glioblastoma Multiforme', 'Glioblastoma, IDH-Wildtype'],
    ['Diffuse Intrinsic Pontine Glioma', 'Diffuse Midline Glioma, H3 K27-Altered'],
    ['Blood', 'Myeloid'],
  ])('refuse the earlier name %s, divided since, and suggest %s', (name, today) => {
    const reading = startReading({ tumourTypes, genes: readGeneCatalogue('') });
    expect(readTumourType(name, '', reading)).toBeUndefined();
    expect(reading.problems[0]?.remedy).toContain(today);
  });

  it('are never an earlier name as well', () => {
    const names = new Set(rows.map(([, , name = '']) => name.toLowerCase()));
    expect(Object.keys(retiredTumourNames).filter((name) => names.has(name))).toEqual([]);
  });

  it('replace every earlier name by some code of today', () => {
    const codes = Object.values(retiredTumourNames).map(({ code }) => code);
    const gone = codes.filter(
      (code) => tumourTypes.find(code) === undefined && tumourTypes.replacementsFor(code).length === 0,
    );
    expect(gone).toEqual([]);
  });
});
