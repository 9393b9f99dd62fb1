import type { ClinicalFacts, MeasurementTest } from '@consilium/clinical';
import { addYears, dayOf, type Day } from '../../calendar.js';
import { birthRangeOf, yearsOfAge } from '../birth-range.js';
import { qtByFridericia } from '../corrected-qt.js';
import { clearanceByCockcroftGault, weightDays, youngestAge } from '../creatinine-clearance.js';
import { newestFinalDay, valuesOn, type Measurements } from './newest-values.js';
import { roundTo12Digits } from './significant-digits.js';

/** A value computed of others, from `low` to `high` where a part of it is not known exactly. */
export interface Computed {
  /** Day of the measurement it stands for: the creatinine, the ECG, the weight. */
  readonly day: Day;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** What a computable test is made of, the part whose date counts first. */
export const partsOfTest: Partial<Record<MeasurementTest, readonly MeasurementTest[]>> = {
  'creatinine-clearance': ['creatinine', 'weight'],
  qtcf: ['qt', 'heart-rate'],
  bmi: ['weight', 'height'],
};

const none: Measurements = [];

/** The newest value that can be computed on or before the day asked; undefined where a part is missing or unreadable. */
export function compute(
  test: MeasurementTest,
  facts: ClinicalFacts | undefined,
  on: Day,
): Computed | undefined {
  if (facts === undefined) return undefined;
  switch (test) {
    case 'creatinine-clearance':
      return computeClearance(facts, on);
    case 'qtcf':
      return computeQtcf(facts.measurements ?? none, on);
    case 'bmi':
      return computeBmi(facts, on);
    default:
      return undefined;
  }
}

/**
 * Cockcroft-Gault of the newest creatinine, the age on its day, and the weight measured nearest to it: no more than 90
 * days away, since no source says how old a weight may be and weight changes under treatment. With part of the date of
 * birth, or two values of a day, the clearance is a range. Not computed under 18 years.
 */
function computeClearance(facts: ClinicalFacts, on: Day): Computed | undefined {
  const { sex, birthDate, measurements = none } = facts;
  const day = newestFinalDay(measurements, 'creatinine', on);
  if (day === -Infinity || sex === undefined || birthDate === undefined) return undefined;
  const born = birthRangeOf(birthDate);
  if (yearsOfAge(born.last, day) < youngestAge) return undefined;
  const creatinine = valuesOn(measurements, 'creatinine', day, 'mg/dL');
  const weight = valuesOn(measurements, 'weight', dayOfWeight(measurements, day, on), 'kg');
  if (creatinine === undefined || weight === undefined) return undefined;
  return {
    day,
    low: clearanceByCockcroftGault(yearsOfAge(born.first, day), sex, weight.low, creatinine.high),
    high: clearanceByCockcroftGault(yearsOfAge(born.last, day), sex, weight.high, creatinine.low),
    unit: 'mL/min',
  };
}

/** Day of the weight nearest to the creatinine's, the later of two as near; -Infinity where none is near enough. */
export function dayOfWeight(measurements: Measurements, creatinineDay: Day, on: Day): Day {
  let nearest = -Infinity;
  for (const { test, state, on: date } of measurements) {
    if (test !== 'weight' || state !== 'final') continue;
    const day = dayOf(date);
    const distance = Math.abs(day - creatinineDay);
    if (day > on || distance > weightDays) continue;
    const least = Math.abs(nearest - creatinineDay);
    if (distance < least || (distance === least && day > nearest)) nearest = day;
  }
  return nearest;
}

/** Of the newest QT interval only: an older ECG does not stand for one whose heart rate is missing. */
function computeQtcf(measurements: Measurements, on: Day): Computed | undefined {
  const day = newestFinalDay(measurements, 'qt', on);
  const qt = valuesOn(measurements, 'qt', day, 'ms');
  const rate = valuesOn(measurements, 'heart-rate', day, '/min');
  if (qt === undefined || rate === undefined) return undefined;
  return { day, low: qtByFridericia(qt.low, rate.low), high: qtByFridericia(qt.high, rate.high), unit: 'ms' };
}

/** Weight over height squared. An adult's height may be of any date, a child's or one of unknown age 90 days away. */
function computeBmi(facts: ClinicalFacts, on: Day): Computed | undefined {
  const { measurements = none } = facts;
  const day = newestFinalDay(measurements, 'weight', on);
  const heightDay = newestFinalDay(measurements, 'height', on);
  if (day === -Infinity || heightDay === -Infinity || !heightStillCounts(facts, heightDay, day))
    return undefined;
  const weight = valuesOn(measurements, 'weight', day, 'kg');
  const height = valuesOn(measurements, 'height', heightDay, 'm');
  if (weight === undefined || height === undefined) return undefined;
  return {
    day,
    low: roundTo12Digits(weight.low / height.high ** 2),
    high: roundTo12Digits(weight.high / height.low ** 2),
    unit: 'kg/m2',
  };
}

export const heightStillCounts = (facts: ClinicalFacts, heightDay: Day, weightDay: Day): boolean =>
  Math.abs(heightDay - weightDay) <= weightDays ||
  (facts.birthDate !== undefined && addYears(birthRangeOf(facts.birthDate).last, 18) <= heightDay);
