import { describe, expect, it } from '@jest/globals';
import { patternCovers, type TherapyPattern } from './index.js';

const catalogue = [
  { name: 'encorafenib', classes: ['BRAF inhibitor'] },
  { name: 'dabrafenib', classes: ['BRAF inhibitor'] },
  { name: 'trametinib', classes: ['MEK inhibitor'] },
  { name: 'cetuximab', classes: ['EGFR antibody'] },
];
const brafAlone: TherapyPattern = { drugClass: 'BRAF inhibitor', withoutClass: 'EGFR antibody' };

describe(patternCovers.name, () => {
  it.each<[TherapyPattern, string[], boolean]>([
    [{ drugs: ['dabrafenib'] }, ['dabrafenib'], true],
    [{ drugs: ['dabrafenib'] }, ['trametinib', 'dabrafenib'], true],
    [{ drugs: ['dabrafenib', 'trametinib'] }, ['dabrafenib'], false],
    [{ drugs: ['dabrafenib'] }, [' Dabrafenib '], true],
    [{ drugs: [] }, ['dabrafenib'], false],
    [{ drugClass: 'BRAF inhibitor' }, ['encorafenib', 'cetuximab'], true],
    [{ drugClass: 'EGFR antibody' }, ['Cetuximab'], true],
    [{ drugClass: 'EGFR antibody' }, ['dabrafenib'], false],
    [{ drugClass: 'EGFR antibody' }, [], false],
    [brafAlone, ['encorafenib'], true],
    [brafAlone, ['dabrafenib', 'trametinib'], true],
    [brafAlone, ['encorafenib', 'cetuximab'], false],
    [brafAlone, ['encorafenib', 'a drug nobody knows'], true],
  ])('says of %j and %j: %s', (pattern, drugs, covered) => {
    expect(patternCovers(pattern, drugs, catalogue)).toBe(covered);
  });
});
