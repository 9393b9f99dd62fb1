import type { ClinicalFacts, Measurement, MeasurementTest, PerformanceStatus } from '@consilium/clinical';
import type { Problem } from '@consilium/kernel';
import { problem, type PatientsCode } from './patients.errors.js';

type Complain = (code: PatientsCode, member: string, message: string, remedy: string) => void;

/** Pure numbers: a ratio and a score. */
const withoutUnit: readonly MeasurementTest[] = ['inr', 'child-pugh'];

/** A share of a whole, where it is given in per cent; DLCO and FEV1 are shares of a predicted value and may exceed it. */
const shares: readonly MeasurementTest[] = [
  'lvef',
  'oxygen-saturation',
  'hba1c',
  'bone-marrow-blasts',
  'peripheral-blasts',
];

/**
 * A final measurement has a value with its unit, any other none; values and limits are such as can be measured. The
 * Child-Pugh score runs from 5 to 15 (Pugh 1973, PMID 4541913). Whether a unit can be read and converted is not asked.
 */
export const checkMeasurements = (facts: ClinicalFacts): readonly Problem[] =>
  (facts.measurements ?? []).flatMap((one, index) =>
    collect(`/measurements/${String(index)}`, (complain) => {
      checkState(one, complain);
      checkUnit(one, complain);
      checkValue(one, complain);
      checkLimits(one, complain);
    }),
  );

function checkState({ state, value, bound }: Measurement, complain: Complain): void {
  if (state === 'final' && value === undefined) {
    complain(
      'PATIENTS.VALUE_MISSING',
      'value',
      'a final measurement has no value.',
      'Send the value, or the state that says why there is none: pending, failed or not-tested.',
    );
  }
  if (state !== 'final' && value !== undefined) {
    complain(
      'PATIENTS.CONTRADICTION',
      'value',
      `a value stands beside the state ${state}.`,
      'Leave out the value, or send the state final.',
    );
  }
  if (bound !== undefined && value === undefined)
    complain('PATIENTS.VALUE_MISSING', 'bound', 'a bound stands without its value.', 'Send the value.');
}

function checkUnit({ test, unit, value, upperLimit, lowerLimit }: Measurement, complain: Complain): void {
  const carriesNumber = [value, upperLimit, lowerLimit].some((number) => number !== undefined);
  if (unit?.trim() === '' || (unit === undefined && carriesNumber && !withoutUnit.includes(test))) {
    complain(
      'PATIENTS.UNIT_MISSING',
      'unit',
      `the unit of ${test} is missing.`,
      'Send its UCUM code, for instance 10*9/L, g/dL, umol/L, ms or %.',
    );
  }
}

function checkValue({ test, value, unit }: Measurement, complain: Complain): void {
  if (value === undefined) return;
  const impossible = (message: string): void => {
    complain('PATIENTS.IMPOSSIBLE_VALUE', 'value', message, 'Check the value and its unit.');
  };
  if (value < 0) impossible(`${test} cannot be ${String(value)}: it is never negative.`);
  else if (test === 'child-pugh' && !(Number.isInteger(value) && value >= 5 && value <= 15))
    impossible(`a Child-Pugh score of ${String(value)} does not exist: it runs from 5 to 15.`);
  else if (unit === '%' && shares.includes(test) && value > 100)
    impossible(`${test} cannot be ${String(value)} %.`);
}

function checkLimits({ upperLimit, lowerLimit }: Measurement, complain: Complain): void {
  const remedy = "Send the limits of the laboratory's normal range, or leave them out.";
  if (upperLimit !== undefined && upperLimit <= 0)
    complain('PATIENTS.IMPOSSIBLE_VALUE', 'upperLimit', 'the upper limit is not above zero.', remedy);
  if (lowerLimit !== undefined && lowerLimit < 0)
    complain('PATIENTS.IMPOSSIBLE_VALUE', 'lowerLimit', 'the lower limit is negative.', remedy);
  if (upperLimit !== undefined && lowerLimit !== undefined && lowerLimit >= upperLimit) {
    complain('PATIENTS.CONTRADICTION', 'lowerLimit', 'the lower limit does not lie below the upper.', remedy);
  }
}

/** ECOG runs from 0 to 5 (Oken 1982, PMID 7165009); Karnofsky and Lansky from 0 to 100 in tens. */
export const checkPerformance = (facts: ClinicalFacts): readonly Problem[] =>
  (facts.performance ?? []).flatMap((one, index) =>
    collect(`/performance/${String(index)}`, (complain) => {
      if (isOnScale(one)) return;
      const range = one.scale === 'ECOG' ? '0 to 5' : '0 to 100 in tens';
      complain(
        'PATIENTS.IMPOSSIBLE_VALUE',
        'value',
        `${one.scale} has no ${String(one.value)}.`,
        `Send ${range}, or name the scale that was used.`,
      );
    }),
  );

const isOnScale = ({ scale, value }: PerformanceStatus): boolean =>
  scale === 'ECOG'
    ? Number.isInteger(value) && value >= 0 && value <= 5
    : value % 10 === 0 && value >= 0 && value <= 100;

function collect(place: string, check: (complain: Complain) => void): readonly Problem[] {
  const problems: Problem[] = [];
  check((code, member, message, remedy) => {
    problems.push(problem(code, `${place}/${member}`, message, remedy));
  });
  return problems;
}
