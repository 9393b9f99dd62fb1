import type { Measurement, MeasurementTest } from '@consilium/clinical';
import { dateOf, dayOf, type Day } from '../../calendar.js';
import { birthRangeOf, yearsOfAge } from '../birth-range.js';
import { isUnit } from '../convert-unit.js';
import { weightDays, youngestAge } from '../creatinine-clearance.js';
import type { Question } from '../question.js';
import { dayOfWeight, heightStillCounts, partsOfTest, type Computed } from './computed-measurement.js';
import type { AskedMeasurement } from './measurement-facts.js';
import { effortOf, nameOf, unitWithoutUnit } from './measurement-tests.js';
import {
  finalsOn,
  inLimits,
  newestFinalDay,
  newestUnfinished,
  valueIn,
  type Measurements,
} from './newest-values.js';

export const birthDateQuestion: Question = {
  key: 'ask:birth-date',
  effort: 'ask',
  text: 'Exact date of birth',
};

/** What would settle a measurement that is open: a new value, its unit or range, or the parts it is computed of. */
export function questionsOf(
  asked: AskedMeasurement,
  contradictory: boolean,
  computed: Computed | undefined,
): readonly Question[] {
  const { criterion, facts, on } = asked;
  const { test, method } = criterion;
  const measurements = facts?.measurements ?? [];
  const own = (): readonly Question[] =>
    contradictory
      ? [contradiction(test, newestFinalDay(measurements, test, on))]
      : questionsFor({ ...criterion, measurements, on });
  if (partsOfTest[test] === undefined || method === 'measured') return own();
  const isReported = measurements.some((each) => each.test === test && dayOf(each.on) <= on);
  const gaps = computed === undefined ? gapsOf(asked) : doubtsOf(asked, computed);
  const useOwn = gaps.length === 0 || (isReported && method !== 'Cockcroft-Gault');
  return distinct([...(useOwn ? own() : []), ...gaps]);
}

interface Wanted {
  readonly test: MeasurementTest;
  readonly unit: string;
  readonly withinDays?: number;
  readonly measurements: Measurements;
  readonly on: Day;
  /** What it is a part of. */
  readonly toCompute?: MeasurementTest;
}

/** Why a reported value of a test is missing, or says nothing. */
function questionsFor(wanted: Wanted): readonly Question[] {
  const { test, measurements, on, withinDays = Infinity, toCompute } = wanted;
  const day = newestFinalDay(measurements, test, on);
  const stands = day !== -Infinity && on - day <= withinDays;
  const purpose = toCompute === undefined ? '' : `, to compute the ${inText(toCompute)}`;
  if (!stands) return [newValue(wanted, day, purpose)];
  const finals = finalsOn(measurements, test, day);
  return distinct(finals.flatMap((measurement) => questionsOfValue(measurement, wanted, purpose)));
}

function newValue({ test, measurements, on, withinDays }: Wanted, day: Day, purpose: string): Question {
  const unfinished = newestUnfinished(measurements, test, day, on);
  const age = on - day;
  const old =
    day === -Infinity
      ? []
      : [
          `the last is from ${dateOf(day)}, ${days(age)} old${withinDays === undefined ? '' : `; at most ${days(withinDays)} count`}`,
        ];
  if (unfinished === undefined) return labQuestion(test, old[0] ?? 'none recorded', purpose);
  const { state } = unfinished;
  const date = unfinished.on.slice(0, 10);
  const said =
    state === 'pending'
      ? `pending since ${date}`
      : state === 'failed'
        ? `failed on ${date}`
        : `not done on ${date}`;
  const question = labQuestion(test, [said, ...old].join('; '), purpose);
  return state === 'final'
    ? question
    : { ...question, state, effort: state === 'pending' ? 'wait' : question.effort };
}

function questionsOfValue(
  measurement: Measurement,
  { test, unit }: Wanted,
  purpose: string,
): readonly Question[] {
  const { value, bound } = measurement;
  const date = measurement.on.slice(0, 10);
  if (value === undefined || !(value >= 0) || value === Infinity)
    return [labQuestion(test, `the result of ${date} has no usable value`, purpose)];
  if (unit === 'ULN' || unit === 'LLN') {
    if (Number.isNaN(inLimits(measurement, unit)))
      return [
        {
          key: `lab-range:${test}`,
          effort: 'ask',
          text: `The laboratory's ${unit === 'ULN' ? 'upper' : 'lower'} limit of normal for the ${inText(test)} of ${date}`,
        },
      ];
  } else if (Number.isNaN(valueIn(measurement, unit))) return unitQuestions(measurement, unit, purpose);
  if (bound === undefined) return [];
  return [
    labQuestion(
      test,
      `the value of ${date} is only known to be ${bound === 'less-than' ? 'below' : 'above'} ${String(value)}`,
      purpose,
    ),
  ];
}

function unitQuestions(measurement: Measurement, asked: string, purpose: string): readonly Question[] {
  const { test, unit = unitWithoutUnit(test) } = measurement;
  const date = measurement.on.slice(0, 10);
  const reason =
    unit === undefined
      ? 'none is given'
      : isUnit(unit, test)
        ? `«${unit}» cannot be converted to «${asked}»`
        : `«${unit}» is not known as a unit`;
  const again = labQuestion(test, `in ${asked}; unit of the value of ${date}: ${reason}`, purpose);
  return unit !== undefined && isUnit(unit, test)
    ? [again]
    : [
        {
          key: `lab-unit:${test}`,
          effort: 'ask',
          text: `Unit of the ${inText(test)} of ${date} (${reason})`,
        },
        again,
      ];
}

/** What a value cannot be computed without. */
function gapsOf({ criterion, facts, on }: AskedMeasurement): readonly Question[] {
  const { test, withinDays } = criterion;
  const measurements = facts?.measurements ?? [];
  const [main, other] = partsOfTest[test] ?? [];
  if (main === undefined || other === undefined) return [];
  const common = { measurements, on, toCompute: test };
  const day = newestFinalDay(measurements, main, on);
  const mainWanted = { ...common, test: main, unit: partUnits[main] ?? '1' };
  const questions = [
    ...questionsFor(withinDays === undefined ? mainWanted : { ...mainWanted, withinDays }),
    ...secondGap(),
  ];
  if (test !== 'creatinine-clearance') return questions;
  const { birthDate, sex } = facts ?? {};
  const child =
    birthDate !== undefined &&
    day !== -Infinity &&
    yearsOfAge(birthRangeOf(birthDate).last, day) < youngestAge;
  return [
    ...questions,
    ...(sex === undefined
      ? [{ key: 'ask:sex', effort: 'ask' as const, text: `Sex, to compute the ${inText(test)}` }]
      : []),
    ...(birthDate === undefined
      ? [
          {
            key: 'ask:birth-date',
            effort: 'ask' as const,
            text: `Date of birth, to compute the ${inText(test)}`,
          },
        ]
      : []),
    ...(child ? [labQuestion(test, `not computed under ${String(youngestAge)} years`, '')] : []),
  ];

  function secondGap(): readonly Question[] {
    const wanted = { ...common, test: other ?? 'weight', unit: partUnits[other ?? 'weight'] ?? '1' };
    const newest = newestFinalDay(measurements, wanted.test, on);
    if (newest === -Infinity || day === -Infinity) return newest === -Infinity ? questionsFor(wanted) : [];
    const of =
      test === 'creatinine-clearance'
        ? dayOfWeight(measurements, day, on)
        : test === 'qtcf'
          ? day
          : facts !== undefined && heightStillCounts(facts, newest, day)
            ? newest
            : -Infinity;
    const values = finalsOn(measurements, wanted.test, of);
    const purpose = `, to compute the ${inText(test)}`;
    return values.length === 0
      ? [labQuestion(wanted.test, whenNeeded(test, dateOf(day)), purpose)]
      : values.flatMap((value) => questionsOfValue(value, wanted, purpose));
  }
}

const partUnits: Partial<Record<MeasurementTest, string>> = {
  creatinine: 'mg/dL',
  weight: 'kg',
  height: 'm',
  qt: 'ms',
  'heart-rate': '/min',
};

const whenNeeded = (test: MeasurementTest, date: string): string =>
  test === 'qtcf' ? `of the ECG of ${date}` : `within ${String(weightDays)} days of ${date}`;

/** Why a computed value does not settle the answer although nothing of it is missing. */
function doubtsOf({ criterion, facts }: AskedMeasurement, computed: Computed): readonly Question[] {
  const { test, unit } = criterion;
  const { day, low, high } = computed;
  if (low === high) return [labQuestion(test, `the computed one is in ${computed.unit}, not in ${unit}`, '')];
  const born = facts?.birthDate === undefined ? undefined : birthRangeOf(facts.birthDate);
  const birth = test === 'creatinine-clearance' && born !== undefined && born.first !== born.last;
  const parts = (partsOfTest[test] ?? []).filter((part) => {
    const of = finalsOn(facts?.measurements ?? [], part, day);
    return of.length > 1 || of.some(({ bound }) => bound !== undefined);
  });
  return [
    ...(birth ? [birthDateQuestion] : []),
    ...parts.map((part) =>
      labQuestion(part, `the values of ${dateOf(day)} leave it open`, `, to compute the ${inText(test)}`),
    ),
  ];
}

const contradiction = (test: MeasurementTest, day: Day): Question =>
  labQuestion(test, `two values of ${dateOf(day)} contradict each other`, '');

const labQuestion = (test: MeasurementTest, why: string, purpose: string): Question => ({
  key: `lab:${test}`,
  effort: effortOf(test),
  text: `${nameOf(test)} (${why})${purpose}`,
});

const days = (count: number): string => `${String(count)} day${count === 1 ? '' : 's'}`;

/** The name within a sentence: only what is not an abbreviation loses its capital. */
function inText(test: MeasurementTest): string {
  const name = nameOf(test);
  return /^[A-Z][a-z]/u.test(name) && name !== 'HbA1c' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

const distinct = (questions: readonly Question[]): readonly Question[] => [
  ...new Map(questions.map((question) => [`${question.key} ${question.text}`, question])).values(),
];
