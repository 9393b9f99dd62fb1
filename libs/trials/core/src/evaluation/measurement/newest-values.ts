import type { Measurement, MeasurementTest } from '@consilium/clinical';
import { dayOf, type Day } from '../../calendar.js';
import { convertUnit } from '../convert-unit.js';
import { unitWithoutUnit } from './measurement-tests.js';
import { roundTo12Digits, roundToDigits } from './significant-digits.js';

export type Measurements = readonly Measurement[];

/** Day of the newest final value on or before the day asked; -Infinity where there is none. */
export function newestFinalDay(measurements: Measurements, test: MeasurementTest, on: Day): Day {
  let newest = -Infinity;
  for (const measurement of measurements) {
    if (measurement.test !== test || measurement.state !== 'final') continue;
    const day = dayOf(measurement.on);
    if (day <= on && day > newest) newest = day;
  }
  return newest;
}

/** Day of the first measurement after the day asked, which time alone brings into play; Infinity where there is none. */
export function nextDay(measurements: Measurements, test: MeasurementTest, on: Day): Day {
  let next = Infinity;
  for (const measurement of measurements) {
    if (measurement.test !== test) continue;
    const day = dayOf(measurement.on);
    if (day > on && day < next) next = day;
  }
  return next;
}

export const finalsOn = (measurements: Measurements, test: MeasurementTest, day: Day): Measurements =>
  measurements.filter((each) => each.test === test && each.state === 'final' && dayOf(each.on) === day);

const precedence = ['pending', 'failed', 'not-tested', 'final'] as const;

/** The newest measurement without a value, from `since` to the day asked; of one day, the one that is on its way. */
export function newestUnfinished(
  measurements: Measurements,
  test: MeasurementTest,
  since: Day,
  on: Day,
): Measurement | undefined {
  return measurements
    .filter(({ test: of, state, on: date }) => {
      if (of !== test || state === 'final') return false;
      const day = dayOf(date);
      return day >= since && day <= on;
    })
    .sort(
      (a, b) =>
        dayOf(b.on) - dayOf(a.on) ||
        precedence.indexOf(a.state) - precedence.indexOf(b.state) ||
        (a.source ?? '').localeCompare(b.source ?? ''),
    )[0];
}

/**
 * The value in a unit; a converted one with 10 significant digits, so that a value at the bound stays there although the
 * record converted it (and rounded it) once before. NaN where there is no value, it is negative, or its unit is missing or cannot be converted.
 */
export function valueIn(measurement: Measurement, unit: string): number {
  const { value, test } = measurement;
  const given = measurement.unit ?? unitWithoutUnit(test);
  if (value === undefined || !(value >= 0) || value === Infinity || given === undefined) return Number.NaN;
  const told = convertUnit(value, given, unit, test) ?? Number.NaN;
  return given === unit ? told : roundToDigits(told, 10);
}

/** The value as a multiple of its laboratory's own limit; NaN where value or limit is missing. */
export function inLimits({ value, upperLimit, lowerLimit }: Measurement, limit: 'ULN' | 'LLN'): number {
  const one = limit === 'ULN' ? upperLimit : lowerLimit;
  return value === undefined || !(value >= 0) || value === Infinity || one === undefined || !(one > 0)
    ? Number.NaN
    : roundTo12Digits(value / one);
}

/** Least and greatest value on a day in a unit; NaN where any of them cannot be read. */
export interface DayValues {
  readonly low: number;
  readonly high: number;
}

export function valuesOn(
  measurements: Measurements,
  test: MeasurementTest,
  day: Day,
  unit: string,
): DayValues | undefined {
  let low = Infinity;
  let high = -Infinity;
  for (const measurement of measurements) {
    if (measurement.test !== test || measurement.state !== 'final' || dayOf(measurement.on) !== day) continue;
    const value = valueIn(measurement, unit);
    if (!(value > 0)) return undefined;
    low = Math.min(low, measurement.bound === 'less-than' ? 0 : value);
    high = Math.max(high, measurement.bound === 'greater-than' ? Infinity : value);
  }
  return low === Infinity ? undefined : { low, high };
}
