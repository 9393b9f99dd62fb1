import type { ClinicalFacts, Measurement, MeasurementTest } from '@consilium/clinical';
import { dateOf, type Day } from '../../calendar.js';
import type { MeasurementCriterion } from '../../language/clinical-criterion.js';
import { convertUnit } from '../convert-unit.js';
import type { UsedFact } from '../judged.js';
import { dayOfWeight, type Computed } from './computed-measurement.js';
import { nameOf } from './measurement-tests.js';
import { finalsOn, inLimits, newestFinalDay, newestUnfinished, valueIn } from './newest-values.js';

export interface AskedMeasurement {
  readonly criterion: MeasurementCriterion;
  readonly facts: ClinicalFacts | undefined;
  readonly on: Day;
}

/** What the answer rests on: the values of the day that counts, what a computed one is made of, what is on its way. */
export function factsOf(asked: AskedMeasurement, day: Day, computed?: Computed): readonly UsedFact[] {
  const { criterion, facts, on } = asked;
  const measurements = facts?.measurements ?? [];
  const reportedDay = newestFinalDay(measurements, criterion.test, on);
  const reported = finalsOn(measurements, criterion.test, computed === undefined ? day : reportedDay);
  const unfinished = newestUnfinished(measurements, criterion.test, reportedDay, on);
  return [
    ...(computed === undefined || facts === undefined ? [] : computedFacts(asked, facts, computed)),
    ...reported.map((measurement) => factOf(measurement, criterion.unit)),
    ...(unfinished === undefined ? [] : [unfinishedFact(unfinished)]),
  ];
}

function computedFacts(
  { criterion, on }: AskedMeasurement,
  { birthDate, sex, measurements = [] }: ClinicalFacts,
  { day, low, high, unit }: Computed,
): readonly UsedFact[] {
  const { test } = criterion;
  const parts = (part: MeasurementTest, of: Day, inUnit: string): readonly UsedFact[] =>
    finalsOn(measurements, part, of).map((measurement) => factOf(measurement, inUnit));
  const result: UsedFact = {
    text: `${nameOf(test)}, computed ${formulas[test] ?? ''}`,
    value: low === high ? inBoth(low, unit, criterion) : `${shown(low)} to ${shown(high)} ${unit}`,
    on: dateOf(day),
  };
  switch (test) {
    case 'creatinine-clearance':
      return [
        result,
        ...parts('creatinine', day, 'mg/dL'),
        ...parts('weight', dayOfWeight(measurements, day, on), 'kg'),
        ...(birthDate === undefined ? [] : [{ text: 'Date of birth', value: birthDate }]),
        ...(sex === undefined ? [] : [{ text: 'Sex', value: sex }]),
      ];
    case 'qtcf':
      return [result, ...parts('qt', day, 'ms'), ...parts('heart-rate', day, '/min')];
    default:
      return [
        result,
        ...parts('weight', day, 'kg'),
        ...parts('height', newestFinalDay(measurements, 'height', on), 'm'),
      ];
  }
}

const formulas: Partial<Record<MeasurementTest, string>> = {
  'creatinine-clearance': 'by Cockcroft-Gault',
  qtcf: 'by Fridericia from QT interval and heart rate',
  bmi: 'from weight and height',
};

function inBoth(value: number, unit: string, { unit: asked, test }: MeasurementCriterion): string {
  const converted = unit === asked ? undefined : convertUnit(value, unit, asked, test);
  return `${shown(value)} ${unit}${converted === undefined ? '' : ` (= ${shown(converted)} ${asked})`}`;
}

function factOf(measurement: Measurement, asked: string): UsedFact {
  const { test, on, source } = measurement;
  const value = valueText(measurement, asked);
  return {
    text: nameOf(test),
    ...(value === undefined ? {} : { value }),
    on: on.slice(0, 10),
    ...(source === undefined ? {} : { source }),
  };
}

function valueText(measurement: Measurement, asked: string): string | undefined {
  const { value, bound, unit, upperLimit, lowerLimit } = measurement;
  if (value === undefined) return undefined;
  const sign = bound === undefined ? '' : bound === 'less-than' ? '<' : '>';
  const given = `${sign}${String(value)}${unit === undefined ? '' : ` ${unit}`}`;
  if (asked === 'ULN' || asked === 'LLN') {
    const limit = asked === 'ULN' ? upperLimit : lowerLimit;
    const multiple = inLimits(measurement, asked);
    return limit === undefined || Number.isNaN(multiple)
      ? given
      : `${given} (= ${sign}${shown(multiple)} × ${asked} of ${String(limit)})`;
  }
  if (unit === undefined || unit === asked) return given;
  const converted = valueIn(measurement, asked);
  return Number.isNaN(converted) ? given : `${given} (= ${sign}${shown(converted)} ${asked})`;
}

/** All twelve digits: a value that failed by little must not be shown as the bound. */
const shown = (value: number): string => (value === Infinity ? 'no known limit' : String(value));

function unfinishedFact({ test, state, on, source }: Measurement): UsedFact {
  return {
    text: `${nameOf(test)}: ${state === 'not-tested' ? 'not done' : state}`,
    on: on.slice(0, 10),
    ...(source === undefined ? {} : { source }),
  };
}
