import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readGeneCatalogue, readTumourTypes } from '@consilium/clinical';
import { startReading } from './reading.js';
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
});
