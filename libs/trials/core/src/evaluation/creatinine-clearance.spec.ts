import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clearanceByCockcroftGault } from './creatinine-clearance.js';

describe('clearanceByCockcroftGault', () => {
  it.each([
    // The factors cancel: 72 kg and 1 mg/dL leave 140 less the age.
    [40, 'male', 72, 1, 100],
    [40, 'female', 72, 1, 85],
    [68, 'male', 72, 2, 36],
    [140, 'male', 72, 1, 0],
  ] as const)('gives for %d years, %s, %d kg and %d mg/dL %d mL/min', (age, sex, kg, mg, expected) => {
    expect(clearanceByCockcroftGault(age, sex, kg, mg)).toBe(expected);
  });

  it('falls with age and creatinine, and rises with weight', () => {
    const some = fc.record({
      age: fc.integer({ min: 18, max: 100 }),
      kg: fc.integer({ min: 35, max: 180 }),
      mg: fc.integer({ min: 3, max: 80 }).map((tenths) => tenths / 10),
      sex: fc.constantFrom('female' as const, 'male' as const),
    });
    fc.assert(
      fc.property(some, ({ age, kg, mg, sex }) => {
        const clearance = clearanceByCockcroftGault(age, sex, kg, mg);
        expect(clearanceByCockcroftGault(age + 1, sex, kg, mg)).toBeLessThan(clearance);
        expect(clearanceByCockcroftGault(age, sex, kg, mg + 0.1)).toBeLessThan(clearance);
        expect(clearanceByCockcroftGault(age, sex, kg + 1, mg)).toBeGreaterThan(clearance);
      }),
    );
  });
});
