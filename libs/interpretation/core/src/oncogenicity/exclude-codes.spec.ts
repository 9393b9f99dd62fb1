import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excludeCodes } from './exclude-codes.js';
import { codeRules, oncogenicityCodes, type OncogenicityCode } from './oncogenicity-codes.js';

const pointsOf = (codes: readonly OncogenicityCode[]): number => {
  const gone = excludeCodes(codes).map(({ code }) => code);
  return codes.reduce((sum, code) => (gone.includes(code) ? sum : sum + codeRules[code].points), 0);
};

describe(excludeCodes.name, () => {
  // The column "not together with" of the rules; the first of each row is worth more or stands first.
  it.each<[OncogenicityCode, OncogenicityCode]>([
    ['established_same_change', 'hotspot_strong'],
    ['established_same_change', 'critical_domain'],
    ['hotspot_strong', 'critical_domain'],
    ['null_variant_in_suppressor', 'inframe_in_cancer_gene'],
    ['critical_domain', 'hotspot_moderate'],
    ['hotspot_moderate', 'same_residue_missense'],
    ['established_same_change', 'same_residue_missense'],
    ['hotspot_strong', 'same_residue_missense'],
    ['critical_domain', 'same_residue_missense'],
    ['hotspot_strong', 'hotspot_moderate'],
    ['hotspot_strong', 'hotspot_weak'],
    ['hotspot_moderate', 'hotspot_weak'],
    ['very_common_in_population', 'common_in_population'],
    ['common_in_population', 'absent_in_population'],
    ['very_common_in_population', 'absent_in_population'],
  ])('%s stays, %s gives way', (kept, gone) => {
    expect(excludeCodes([gone, kept])).toEqual([{ code: gone, because: kept }]);
    expect(pointsOf([gone, kept])).toBe(codeRules[kept].points);
  });

  it.each<[OncogenicityCode, OncogenicityCode]>([
    ['functional_damaging', 'functional_neutral'],
    ['computational_damaging', 'computational_benign'],
    ['established_same_change', 'hotspot_weak'],
    ['critical_domain', 'hotspot_weak'],
    ['functional_damaging', 'hotspot_strong'],
  ])('%s and %s sum: nobody published that they exclude each other', (one, other) => {
    expect(pointsOf([one, other])).toBe(codeRules[one].points + codeRules[other].points);
  });

  const codes = fc.uniqueArray(fc.constantFrom(...oncogenicityCodes));

  it('leaves no two codes that exclude each other, and takes none without a cause that stays', () => {
    fc.assert(
      fc.property(codes, (some) => {
        const excluded = excludeCodes(some);
        const kept = some.filter((code) => !excluded.some((one) => one.code === code));
        for (const code of kept) {
          expect(kept.filter((other) => codeRules[code].notWith.includes(other))).toEqual([]);
        }
        expect(excluded.every(({ because }) => kept.includes(because))).toBe(true);
      }),
    );
  });

  it('a code that speaks against an oncogenic effect never raises the points', () => {
    const benign = oncogenicityCodes.filter((code) => codeRules[code].points < 0);
    fc.assert(
      fc.property(codes, fc.constantFrom(...benign), (some, code) => {
        expect(pointsOf([...new Set([...some, code])])).toBeLessThanOrEqual(pointsOf(some));
      }),
    );
  });

  it('the order does not matter', () => {
    fc.assert(
      fc.property(codes, (some) => {
        expect(excludeCodes([...some].reverse())).toEqual(excludeCodes(some));
      }),
    );
  });
});
