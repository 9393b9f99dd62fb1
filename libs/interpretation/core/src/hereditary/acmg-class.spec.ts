import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isHarmful, readAcmgClass, type AcmgClass } from './acmg-class.js';

describe(readAcmgClass.name, () => {
  // Terms of ClinVar (germline classification), of ACMG 2015 (PMID 25741868) and of IARC's five classes (PMID 18951446).
  it.each<[string, AcmgClass]>([
    ['Pathogenic|risk_factor', 'pathogenic'],
    ['Pathogenic; drug response', 'pathogenic'],
    ['Pathogenic,_low_penetrance', 'pathogenic'],
    ['pathogenic; germline testing advised', 'pathogenic'],
    ['P', 'pathogenic'],
    ['ACMG class 5', 'pathogenic'],
    ['Klasse 4', 'likely-pathogenic'],
    ['(Likely) pathogenic', 'likely-pathogenic'],
    ['probably pathogenic', 'likely-pathogenic'],
    ['LP', 'likely-pathogenic'],
    ['VUS', 'uncertain'],
    ['variant of unknown significance', 'uncertain'],
    ['Likely-benign', 'likely-benign'],
    ['class 1', 'benign'],
    ['Conflicting_classifications_of_pathogenicity|other', 'conflicting'],
    ['VUS/Pathogenic', 'conflicting'],
  ])('%s: %s', (text, acmg) => {
    expect(readAcmgClass(text)).toBe(acmg);
  });

  it.each([
    'not pathogenic',
    'non-pathogenic',
    'no known pathogenicity',
    'suspected pathogenic',
    'pathogenic, disputed',
    'Established risk allele',
    '5',
    'oncogenic',
  ])('makes no class of %s', (text) => {
    expect(readAcmgClass(text)).toBe('not-stated');
  });

  it('never makes a word that is not known pathogenic', () => {
    const words = fc.string({ minLength: 1 }).filter((text) => !/path|klasse|class|[pl]/i.test(text));
    fc.assert(
      fc.property(words, (text) => {
        expect(isHarmful(readAcmgClass(text))).toBe(false);
      }),
    );
  });

  it('does not depend on the order of the terms', () => {
    const terms = fc.array(
      fc.constantFrom('Pathogenic', 'Likely pathogenic', 'VUS', 'Likely benign', 'Benign', 'other', 'odd'),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(terms, (parts) => {
        expect(readAcmgClass([...parts].reverse().join('; '))).toBe(readAcmgClass(parts.join('; ')));
      }),
    );
  });
});
