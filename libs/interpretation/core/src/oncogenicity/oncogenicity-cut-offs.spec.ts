import { describe, expect, it } from '@jest/globals';
import type { OncogenicityCode } from './oncogenicity-codes.js';
import { classify, cutOffProfiles } from './oncogenicity-cut-offs.js';

describe(classify.name, () => {
  // Horak: PMC8011844, table 3. PCGR: ONCOGENICITY_THRESHOLDS of pcgr_vars.py.
  it.each<[number, string, string]>([
    [20, 'oncogenic', 'oncogenic'],
    [10, 'oncogenic', 'oncogenic'],
    [9, 'likely-oncogenic', 'oncogenic'],
    [8, 'likely-oncogenic', 'likely-oncogenic'],
    [6, 'likely-oncogenic', 'likely-oncogenic'],
    [5, 'uncertain', 'likely-oncogenic'],
    [4, 'uncertain', 'uncertain'],
    [0, 'uncertain', 'uncertain'],
    [-1, 'likely-benign', 'likely-benign'],
    [-6, 'likely-benign', 'likely-benign'],
    [-7, 'benign', 'benign'],
    [-14, 'benign', 'benign'],
  ])('%i points: %s by Horak, %s by PCGR', (points, horak, pcgr) => {
    expect(classify(points, cutOffProfiles['horak-2022'])).toBe(horak);
    expect(classify(points, cutOffProfiles.pcgr)).toBe(pcgr);
  });

  // _classify_oncogenicity_score of PCGR's oncogenicity.py.
  it.each<[string, readonly OncogenicityCode[], string]>([
    ['the established change alone', ['established_same_change'], 'likely-oncogenic'],
    [
      'three codes',
      ['critical_domain', 'computational_damaging', 'absent_in_population'],
      'likely-oncogenic',
    ],
    ['two codes', ['critical_domain', 'inframe_in_cancer_gene'], 'uncertain'],
    ['one code', ['functional_damaging'], 'uncertain'],
    [
      'a code that speaks against it',
      ['established_same_change', 'absent_in_population', 'computational_benign'],
      'uncertain',
    ],
  ])('4 points of %s at the edge of PCGR', (_, codes, expected) => {
    expect(classify(4, cutOffProfiles.pcgr, codes)).toBe(expected);
    expect(classify(4, cutOffProfiles['horak-2022'], codes)).toBe('uncertain');
  });
});
