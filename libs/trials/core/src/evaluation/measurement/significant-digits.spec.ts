import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roundTo12Digits } from './significant-digits.js';

describe('roundTo12Digits', () => {
  it.each([
    [1.4999999999999998, 1.5],
    [0.1 + 0.2, 0.3],
    [3.3 / 1.1, 3],
    [0, 0],
    [Infinity, Infinity],
  ])('makes of %d %d', (value, expected) => {
    expect(roundTo12Digits(value)).toBe(expected);
  });

  it('agrees with decimal notation', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.integer({ min: -30, max: 30 }),
        fc.boolean(),
        (digits, exponent, negative) => {
          const value = Number(`${negative ? '-' : ''}${String(digits)}e${String(exponent)}`);
          expect(roundTo12Digits(value)).toBe(value);
        },
      ),
    );
  });

  it('is never further off than the twelfth digit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-20, max: 1e20, noNaN: true }), (value) => {
        expect(Math.abs(roundTo12Digits(value) / value - 1)).toBeLessThanOrEqual(5.1e-12);
      }),
    );
  });
});
