import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AlleleFunction, Phenotype } from '@consilium/knowledge-core';
import { phenotypeOfFunctions, phenotypeOfG6pd, phenotypeOfScore } from './assign-phenotype.js';

describe(phenotypeOfScore.name, () => {
  it.each<['DPYD' | 'CYP2D6', number, Phenotype]>([
    // CPIC, PMID 29152729
    ['DPYD', 2, 'Normal Metabolizer'],
    ['DPYD', 1.5, 'Intermediate Metabolizer'],
    ['DPYD', 1, 'Intermediate Metabolizer'],
    ['DPYD', 0.5, 'Poor Metabolizer'],
    ['DPYD', 0, 'Poor Metabolizer'],
    // CPIC and DPWG 2019, PMID 31647186
    ['CYP2D6', 0, 'Poor Metabolizer'],
    ['CYP2D6', 0.25, 'Intermediate Metabolizer'],
    ['CYP2D6', 1, 'Intermediate Metabolizer'],
    ['CYP2D6', 1.25, 'Normal Metabolizer'],
    ['CYP2D6', 2.25, 'Normal Metabolizer'],
    ['CYP2D6', 2.5, 'Ultrarapid Metabolizer'],
  ])('%s %s is %s', (gene, score, phenotype) => {
    expect(phenotypeOfScore(gene, score)).toBe(phenotype);
  });
});

type StarGene = Parameters<typeof phenotypeOfFunctions>[0];

describe(phenotypeOfFunctions.name, () => {
  it.each<[StarGene, AlleleFunction, AlleleFunction, Phenotype]>([
    // PMID 30447069, table 1
    ['TPMT', 'normal', 'normal', 'Normal Metabolizer'],
    ['TPMT', 'normal', 'no', 'Intermediate Metabolizer'],
    ['TPMT', 'uncertain', 'no', 'Possible Intermediate Metabolizer'],
    ['NUDT15', 'unknown', 'no', 'Possible Intermediate Metabolizer'],
    ['NUDT15', 'no', 'no', 'Poor Metabolizer'],
    ['NUDT15', 'normal', 'uncertain', 'Indeterminate'],
    ['TPMT', 'uncertain', 'unknown', 'Indeterminate'],
    // CPIC diplotype table of UGT1A1
    ['UGT1A1', 'normal', 'increased', 'Normal Metabolizer'],
    ['UGT1A1', 'increased', 'decreased', 'Intermediate Metabolizer'],
    ['UGT1A1', 'decreased', 'decreased', 'Poor Metabolizer'],
    ['UGT1A1', 'decreased', 'unknown', 'Indeterminate'],
    // CPIC diplotype table of CYP2C19
    ['CYP2C19', 'increased', 'increased', 'Ultrarapid Metabolizer'],
    ['CYP2C19', 'normal', 'increased', 'Rapid Metabolizer'],
    ['CYP2C19', 'normal', 'normal', 'Normal Metabolizer'],
    ['CYP2C19', 'increased', 'no', 'Intermediate Metabolizer'],
    ['CYP2C19', 'normal', 'decreased', 'Likely Intermediate Metabolizer'],
    ['CYP2C19', 'decreased', 'decreased', 'Likely Intermediate Metabolizer'],
    ['CYP2C19', 'decreased', 'no', 'Likely Poor Metabolizer'],
    ['CYP2C19', 'no', 'no', 'Poor Metabolizer'],
    ['CYP2C19', 'no', 'uncertain', 'Indeterminate'],
  ])('%s %s and %s is %s', (gene, first, second, phenotype) => {
    expect(phenotypeOfFunctions(gene, first, second)).toBe(phenotype);
  });

  it('does not depend on the order of the alleles', () => {
    const functions = fc.constantFrom<AlleleFunction>(
      'no',
      'decreased',
      'normal',
      'increased',
      'uncertain',
      'unknown',
    );
    const genes = fc.constantFrom<StarGene>('CYP2C19', 'NUDT15', 'TPMT', 'UGT1A1');
    fc.assert(
      fc.property(genes, functions, functions, (gene, a, b) => {
        expect(phenotypeOfFunctions(gene, a, b)).toBe(phenotypeOfFunctions(gene, b, a));
      }),
    );
  });
});

describe(phenotypeOfG6pd.name, () => {
  it.each<[readonly AlleleFunction[], Phenotype]>([
    // PMID 24787449, table 1
    [['normal'], 'Normal'],
    [['deficient'], 'Deficient'],
    [['deficient-with-CNSHA'], 'Deficient with CNSHA'],
    [['normal', 'normal'], 'Normal'],
    [['normal', 'deficient'], 'Variable'],
    [['deficient', 'deficient'], 'Deficient'],
    [['deficient', 'deficient-with-CNSHA'], 'Deficient'],
    [['deficient-with-CNSHA', 'deficient-with-CNSHA'], 'Deficient with CNSHA'],
    [['uncertain', 'normal'], 'Indeterminate'],
    [[], 'Indeterminate'],
  ])('%j is %s', (functions, phenotype) => {
    expect(phenotypeOfG6pd(functions)).toBe(phenotype);
  });
});
