import { describe, expect, it } from '@jest/globals';
import { measurementTests, type MeasurementTest } from '@consilium/clinical';
import fc from 'fast-check';
import { canConvert, canMeasureIn, convertUnit, isUnit, suggestUnits } from './convert-unit.js';
import { usualUnitsOf } from './measurement/measurement-tests.js';

type Row = readonly [number, string, string, MeasurementTest | undefined, number | undefined];

describe('convertUnit', () => {
  it.each<Row>([
    [1.5, '10*3/uL', '10*9/L', 'neutrophils', 1.5],
    [1500, '/uL', '10*9/L', 'neutrophils', 1.5],
    [1500, '{cells}/uL', '10*9/L', 'neutrophils', 1.5],
    [1.5, '10*9{cells}/L', '10*9/L', 'neutrophils', 1.5],
    [8.5, 'g/dL', 'g/L', 'haemoglobin', 85],
    [35, 'g/L', 'g/dL', 'albumin', 3.5],
    [1, 'kPa', 'Pa', 'systolic-pressure', 1000],
    [0.5, 'ukat/L', 'U/L', 'ast', 30],
    [0.45, 's', 'ms', 'qtcf', 450],
    [37, 'Cel', '[degF]', undefined, 98.6],
    [1.2, '{INR}', '1', 'inr', 1.2],
    [0.55, '1', '%', 'lvef', 55],
    [2, '[IU]/mL', '[IU]/L', 'hbv-dna', 2000],
  ])('tells %d %s in %s (%s)', (value, from, to, test, expected) => {
    expect(convertUnit(value, from, to, test)).toBe(expected);
  });

  it.each<Row>([
    [1, 'mg/dL', 'umol/L', 'creatinine', 1e4 / 113.12],
    [1, 'mg/dL', 'umol/L', 'bilirubin', 1e4 / 584.66],
    [1, 'mg/dL', 'umol/L', 'direct-bilirubin', 1e4 / 584.66],
    [1, 'mmol/L', 'mg/dL', 'glucose', 18.016],
    [1, 'mmol/L', 'mg/dL', 'calcium', 4.0078],
    [1, 'mmol/L', 'mg/dL', 'magnesium', 2.4305],
    [1, 'nmol/L', 'ng/dL', 'testosterone', 28.842],
    [1, 'mmol/L', 'g/dL', 'haemoglobin', 1.6114],
    [1, 'mmol/L', 'mg/dL', 'phosphate', 3.0974],
    [4, 'meq/L', 'mmol/L', 'potassium', 4],
    [4, 'meq/L', 'mmol/L', 'calcium', 2],
    [1, 'mg/mmol', 'mg/g', 'urine-protein', 1000 / 113.12],
    [48, 'mmol/mol', '%', 'hba1c', 0.09148 * 48 + 2.152],
    [6.5, '%', 'mmol/mol', 'hba1c', (6.5 - 2.152) / 0.09148],
  ])('takes %d %s to %s by what %s is made of', (value, from, to, test, expected) => {
    expect(convertUnit(value, from, to, test)).toBeCloseTo(expected ?? Number.NaN, 9);
  });

  it.each<Row>([
    [1.5, 'x10^9/L', '10*9/L', undefined, 1.5],
    [1.5, '10^9/L', '10*9/L', undefined, 1.5],
    [1.5, '×10⁹/L', '10*9/L', undefined, 1.5],
    [150, 'K/uL', '10*9/L', 'platelets', 150],
    [150, '10*3/µL', '10*9/L', 'platelets', 150],
    [150, 'G/L', '10*9/L', 'platelets', 150],
    [88, 'µmol/L', 'umol/L', 'creatinine', 88],
    [120, 'mm Hg', 'mm[Hg]', 'systolic-pressure', 120],
    [80, 'bpm', '/min', 'heart-rate', 80],
    [8, 'gm/dL', 'g/dL', 'haemoglobin', 8],
    [4, 'mEq/L', 'mmol/L', 'potassium', 4],
    [40, 'IU/L', 'U/L', 'alt', 40],
    [2, 'mIU/L', 'u[IU]/mL', 'tsh', 2],
    [2, 'mU/L', 'm[IU]/L', 'tsh', 2],
    [80, 'mL/min/1.73 m²', 'mL/min/{1.73_m2}', 'creatinine-clearance', 80],
    [300, 'mg/24h', 'g/(24.h)', 'urine-protein', 0.3],
  ])('reads %d %s as %s (%s), which it can only mean', (value, from, to, test, expected) => {
    expect(convertUnit(value, from, to, test)).toBe(expected);
  });

  it.each<readonly [string, string, MeasurementTest | undefined, string]>([
    ['mg/dL', 'umol/L', undefined, 'the substance is not named'],
    ['mg/dL', 'umol/L', 'ldh', 'the substance has no molecular weight'],
    ['10*9/L', 'mmol/L', 'platelets', 'cells are no moles'],
    ['g/dL', '10*9/L', 'haemoglobin', 'mass is no count'],
    ['G/L', 'g/L', 'haemoglobin', 'giga or gram'],
    ['Mg/dL', 'mg/dL', 'creatinine', 'megagrams are capitals'],
    ['U/ML', 'U/mL', 'ca-125', 'megalitres are capitals'],
    ['mL/min/1.73m2', 'mL/min', 'creatinine-clearance', 'body surface is not known'],
    ['{Log_copies}/mL', '{copies}/mL', 'hiv-rna', 'a logarithm is no number of copies'],
    ['{copies}/mL', '[IU]/mL', 'hbv-dna', 'copies per unit differ between assays'],
    ['{+}', 'mg/g', 'urine-protein', 'crosses are no ratio'],
    ['1', 'mg/g', 'urine-protein', 'a bare number may be crosses'],
    ['%', '1', 'hba1c', 'two scales'],
    ['meq/L', 'mmol/L', 'phosphate', 'the charge varies'],
    ['10E9/L', '10*9/L', 'platelets', 'either 10⁹ or 10 × 10⁹'],
    ['B', '1', undefined, 'no straight line'],
    ['1.73', '1', undefined, 'the library would read 1 × 73'],
    ['', '1', 'inr', 'nothing given'],
    ['foo', 'foo', undefined, 'no unit, though both are the same'],
  ])('refuses %s to %s for %s: %s', (from, to, test) => {
    expect(convertUnit(1, from, to, test)).toBeUndefined();
    expect(canConvert(from, to, test).possible).toBe(false);
  });

  const pairs = measurementTests.flatMap((test) =>
    usualUnitsOf(test).flatMap((from) =>
      usualUnitsOf(test)
        .filter((to) => convertUnit(1, from, to, test) !== undefined)
        .map((to) => ({ test, from, to })),
    ),
  );

  it('brings every value back, whichever units it went through', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.integer({ min: 1, max: 999_999 }), (pair, digits) => {
        const value = digits / 100;
        const there = convertUnit(value, pair.from, pair.to, pair.test) ?? Number.NaN;
        const back = convertUnit(there, pair.to, pair.from, pair.test) ?? Number.NaN;
        // Where the scale has an offset (HbA1c), what is near zero is as exact as the offset is, not as itself.
        expect(Math.abs(back - value) / Math.max(value, 1)).toBeLessThan(1e-10);
      }),
    );
  });

  it('keeps the order of values', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        ({ test, from, to }, low, more) => {
          const least = convertUnit(low / 100, from, to, test) ?? Number.NaN;
          const most = convertUnit((low + more) / 100, from, to, test) ?? Number.NaN;
          expect(most).toBeGreaterThan(least);
        },
      ),
    );
  });
});

describe('units of trials', () => {
  it.each(measurementTests.flatMap((test) => usualUnitsOf(test).map((unit) => [test, unit] as const)))(
    'lets a trial ask for %s in %s',
    (test, unit) => {
      expect(canMeasureIn(test, unit)).toEqual({ possible: true });
    },
  );

  it.each(['ULN', 'LLN'])('lets a trial ask for multiples of %s', (unit) => {
    expect(canMeasureIn('ast', unit)).toEqual({ possible: true });
  });

  it.each<readonly [MeasurementTest, string, string]>([
    ['platelets', 'mg/dL', '10*9/L'],
    ['platelets', '10E9/L', '10*9/L'],
    ['creatinine', 'mg/dlL', 'mg/dL'],
    ['creatinine', 'Mg/dL', 'mg/dL'],
    ['haemoglobin', 'grams/dL', 'g/dL'],
    ['weight', 'kgs', 'kg'],
  ])('refuses %s in %s and suggests %s', (test, unit, suggestion) => {
    const check = canMeasureIn(test, unit);
    expect(check.possible ? [] : check.suggestions[0]).toBe(suggestion);
  });

  it.each([
    ['milligrams/dL', 'mg/dL'],
    ['mg/dlL', 'mg/dL'],
    ['Mg/dL', 'mg/dL'],
    ['10E9/L', '10*9/L'],
  ])('suggests for %s first %s', (unit, suggestion) => {
    expect(suggestUnits(unit)[0]).toBe(suggestion);
  });

  it('suggests only what is a unit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        expect(suggestUnits(text).every((unit) => isUnit(unit))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
