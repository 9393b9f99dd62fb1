import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeFraction, percentOf, reducedBy } from './fraction-of-normal.js';

describe(percentOf.name, () => {
  it('keeps "30 to 80 % of" as it stands', () => {
    expect(percentOf(30, 80)).toEqual({ atLeast: 0.3, atMost: 0.8 });
  });

  it.each([
    [-1, 10],
    [0, 101],
    [80, 30],
    [Number.NaN, 10],
  ])('refuses %s to %s per cent', (from, to) => {
    expect(() => percentOf(from, to)).toThrow(RangeError);
  });
});

describe(reducedBy.name, () => {
  it.each([
    // RNPGx for *28/*28: reduce by 25 to 30 % (NBK294473).
    [25, 30, { atLeast: 0.7, atMost: 0.75 }],
    // NUDT15 poor and thioguanine: by 75 % is 25 % of (PMID 30447069).
    [75, 75, { atLeast: 0.25, atMost: 0.25 }],
    [0, 0, { atLeast: 1, atMost: 1 }],
  ])('by %s to %s %% leaves the rest', (from, to, left) => {
    expect(reducedBy(from, to)).toEqual(left);
  });

  it('is not the same as "of": thioguanine 50 to 80 % of normal against a hospital page that cuts by it', () => {
    expect(reducedBy(50, 80)).toEqual({ atLeast: 0.2, atMost: 0.5 });
    expect(percentOf(50, 80)).toEqual({ atLeast: 0.5, atMost: 0.8 });
  });

  it('leaves what "of" does not take, in order and within 0 to 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const left = reducedBy(from, to);
        expect(left.atLeast).toBeLessThanOrEqual(left.atMost);
        expect(left.atLeast + percentOf(from, to).atMost).toBeCloseTo(1);
        expect(left.atMost + percentOf(from, to).atLeast).toBeCloseTo(1);
      }),
    );
  });
});

describe(describeFraction.name, () => {
  it.each([
    [percentOf(30, 80), '30 to 80 % of the normal dose'],
    [percentOf(50), '50 % of the normal dose'],
    [reducedBy(30), '70 % of the normal dose'],
  ])('says «of»', (fraction, text) => {
    expect(describeFraction(fraction)).toBe(text);
  });
});
