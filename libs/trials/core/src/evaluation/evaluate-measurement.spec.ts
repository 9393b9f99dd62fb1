import { describe, expect, it } from '@jest/globals';
import type { Measurement } from '@consilium/clinical';
import fc from 'fast-check';
import { dateOf, dayOf } from '../calendar.js';
import type { MeasurementCriterion } from '../language/clinical-criterion.js';
import { convertUnit } from './convert-unit.js';
import type { EligibilityReferences } from './eligibility-references.js';
import { evaluateMeasurement } from './evaluate-measurement.js';

const noReferences = (): never => {
  throw new Error('Measurements need no references.');
};
const references: EligibilityReferences = {
  get tumourTypes() {
    return noReferences();
  },
  get genes() {
    return noReferences();
  },
  get conditions() {
    return noReferences();
  },
  get drugs() {
    return noReferences();
  },
};

const today = '2026-03-31';
const judge = (criterion: MeasurementCriterion, measurements: readonly Measurement[], on = today) =>
  evaluateMeasurement(
    criterion,
    {
      patient: 'p',
      hospital: 'h',
      profiles: [],
      facts: {
        patient: 'p',
        hospital: 'h',
        version: 1,
        recordedAt: '2026-01-01T00:00:00Z',
        measurements,
      },
    },
    dayOf(on),
    references,
  );

const anc = (value: number, more: Partial<Measurement> = {}): Measurement => ({
  test: 'neutrophils',
  state: 'final',
  value,
  unit: '10*9/L',
  on: '2026-03-25',
  ...more,
});
const without = (state: 'pending' | 'failed' | 'not-tested', on = '2026-03-30'): Measurement => ({
  test: 'neutrophils',
  state,
  on,
});
const alt = (value: number, more: Partial<Measurement> = {}): Measurement => ({
  test: 'alt',
  state: 'final',
  value,
  unit: 'U/L',
  on: '2026-03-25',
  ...more,
});
const atLeast = { test: 'neutrophils', atLeast: 1.5, unit: '10*9/L' } as const;
const ulnCriterion = { test: 'alt', atMost: 3, unit: 'ULN' } as const;
const recent = { ...atLeast, withinDays: 14 };
const questions = (criterion: MeasurementCriterion, measurements: readonly Measurement[]) =>
  judge(criterion, measurements)
    .reasons()
    .missing.map(({ key, effort, state }) => [key, effort, state]);

describe('a measurement', () => {
  it.each<readonly [string, MeasurementCriterion, readonly Measurement[], string]>([
    ['at the bound', atLeast, [anc(1.5)], 'met'],
    ['at the bound in another unit', atLeast, [anc(1.5, { unit: '10*3/uL' })], 'met'],
    ['at an exclusive bound', { test: 'neutrophils', above: 1.5, unit: '10*9/L' }, [anc(1.5)], 'not-met'],
    ['below the bound', atLeast, [anc(1.4)], 'not-met'],
    ['of another test', atLeast, [{ ...anc(2), test: 'platelets' }], 'unknown'],
    ['replaced by a newer one', atLeast, [anc(2, { on: '2026-03-01' }), anc(1)], 'not-met'],
    ['followed by one after the date asked', atLeast, [anc(2), anc(1, { on: '2026-04-01' })], 'met'],
    ['of any age where none is asked', atLeast, [anc(2, { on: '2020-01-01' })], 'met'],
    ['too old, however bad', recent, [anc(0.1, { on: '2026-03-16' })], 'unknown'],
    ['of the last day that counts', recent, [anc(2, { on: '2026-03-17' })], 'met'],
    ['with a newer one pending', recent, [anc(2), without('pending')], 'met'],
    ['with a newer one failed', recent, [anc(2), without('failed')], 'met'],
    ['with a newer unreadable one', recent, [anc(2), anc(2, { on: '2026-03-30', unit: 'foo' })], 'unknown'],
    ['with two values of a day that agree', atLeast, [anc(2), anc(3)], 'met'],
    ['with two values of a day that do not', atLeast, [anc(2), anc(1)], 'unknown'],
    ['without a unit', atLeast, [{ test: 'neutrophils', state: 'final', value: 2, on: today }], 'unknown'],
    ['without a value', atLeast, [{ test: 'neutrophils', state: 'final', on: today }], 'unknown'],
    ['below zero', atLeast, [anc(-2)], 'unknown'],
    ['surely below', atLeast, [anc(0.1, { bound: 'less-than' })], 'not-met'],
    ['perhaps below', atLeast, [anc(2, { bound: 'less-than' })], 'unknown'],
    ['surely above', atLeast, [anc(1.5, { bound: 'greater-than' })], 'met'],
    ['at three times the limit', ulnCriterion, [alt(3.3, { upperLimit: 1.1 })], 'met'],
    ['above three times the limit', ulnCriterion, [alt(106, { upperLimit: 35 })], 'not-met'],
    ['whose limit is not known', ulnCriterion, [alt(20)], 'unknown'],
    ['of the lower limit', { test: 'alt', atLeast: 1, unit: 'LLN' }, [alt(10, { lowerLimit: 10 })], 'met'],
    [
      'that needs no unit',
      { test: 'inr', atMost: 1.5, unit: '1' },
      [{ test: 'inr', state: 'final', value: 1.2, on: today }],
      'met',
    ],
  ])('%s', (_, criterion, measurements, answer) => {
    expect(judge(criterion, measurements).answer).toBe(answer);
  });

  it('is unknown of a patient without clinical facts', () => {
    const nobody = { patient: 'p', hospital: 'h', profiles: [] };
    expect(evaluateMeasurement(atLeast, nobody, dayOf(today), references).answer).toBe('unknown');
  });

  it.each<readonly [string, MeasurementCriterion, readonly Measurement[], readonly unknown[][]]>([
    ['nothing is recorded', recent, [], [['lab:neutrophils', 'lab', undefined]]],
    ['it is pending', recent, [without('pending')], [['lab:neutrophils', 'wait', 'pending']]],
    ['it failed', recent, [without('failed')], [['lab:neutrophils', 'lab', 'failed']]],
    ['it was not done', recent, [without('not-tested')], [['lab:neutrophils', 'lab', 'not-tested']]],
    [
      'the last is too old and a new one pending',
      recent,
      [anc(2, { on: '2026-01-01' }), without('pending')],
      [['lab:neutrophils', 'wait', 'pending']],
    ],
    ['the last is too old', recent, [anc(2, { on: '2026-01-01' })], [['lab:neutrophils', 'lab', undefined]]],
    [
      'the unit cannot be read',
      atLeast,
      [anc(2, { unit: 'foo' })],
      [
        ['lab-unit:neutrophils', 'ask', undefined],
        ['lab:neutrophils', 'lab', undefined],
      ],
    ],
    [
      'the unit is of another kind',
      atLeast,
      [anc(60, { unit: '%' })],
      [['lab:neutrophils', 'lab', undefined]],
    ],
    ['the limit is not known', ulnCriterion, [alt(20)], [['lab-range:alt', 'ask', undefined]]],
    ['two values contradict', atLeast, [anc(1), anc(2)], [['lab:neutrophils', 'lab', undefined]]],
    [
      'it is beyond the method',
      atLeast,
      [anc(2, { bound: 'less-than' })],
      [['lab:neutrophils', 'lab', undefined]],
    ],
    [
      'a weight is missing',
      { test: 'weight', atLeast: 40, unit: 'kg' },
      [],
      [['lab:weight', 'ask', undefined]],
    ],
  ])('asks, where %s', (_, criterion, measurements, expected) => {
    expect(questions(criterion, measurements)).toEqual(expected);
  });

  it('says how old the last value is, and names what it cannot read', () => {
    const text = (criterion: MeasurementCriterion, measurement: Measurement) =>
      judge(criterion, [measurement]).reasons().missing[0]?.text;
    expect(text(recent, anc(2, { on: '2026-03-11' }))).toBe(
      'Neutrophil count (the last is from 2026-03-11, 20 days old; at most 14 days count)',
    );
    expect(text(atLeast, anc(2, { unit: 'foo' }))).toContain('«foo»');
    expect(text(ulnCriterion, alt(20))).toContain('upper limit of normal for the ALT of 2026-03-25');
  });

  it('shows a converted value in both units, and what is on its way', () => {
    const measurements = [anc(1500, { unit: '/uL', source: 'lab' }), without('pending')];
    expect(judge(recent, measurements).reasons().facts).toEqual([
      { text: 'Neutrophil count', value: '1500 /uL (= 1.5 10*9/L)', on: '2026-03-25', source: 'lab' },
      { text: 'Neutrophil count: pending', on: '2026-03-30' },
    ]);
    expect(judge(ulnCriterion, [alt(80, { upperLimit: 40 })]).reasons().facts).toEqual([
      { text: 'ALT', value: '80 U/L (= 2 × ULN of 40)', on: '2026-03-25' },
    ]);
  });

  it('may recover, while a height does not change', () => {
    expect(judge(atLeast, [anc(1)]).reasons().change?.kind).toBe('possible');
    const height: Measurement = { test: 'height', state: 'final', value: 150, unit: 'cm', on: today };
    const tall = { test: 'height', atLeast: 1.6, unit: 'm' } as const;
    expect(judge(tall, [height]).reasons().change).toEqual({ kind: 'fixed' });
  });

  it('counts to the last day it is recent enough', () => {
    const judged = judge(recent, [anc(2)]);
    expect([judged.answer, judged.holdsUntil]).toEqual(['met', dayOf('2026-04-08')]);
    expect(judge(recent, [anc(2)], '2026-04-08').answer).toBe('met');
    expect(judge(recent, [anc(2)], '2026-04-09').answer).toBe('unknown');
  });
});

describe('measurements of every kind', () => {
  const measurement = fc
    .record({
      state: fc.constantFrom('final', 'final', 'final', 'pending', 'failed', 'not-tested'),
      tenths: fc.integer({ min: 0, max: 40 }),
      unit: fc.constantFrom('10*9/L', '10*3/uL', '/uL', 'foo', undefined),
      bound: fc.constantFrom(undefined, undefined, 'less-than', 'greater-than'),
      offset: fc.integer({ min: -20, max: 6 }),
    })
    .map(({ state, tenths, unit, bound, offset }): Measurement => ({
      test: 'neutrophils',
      state,
      on: dateOf(dayOf(today) + offset),
      ...(state === 'final' ? { value: unit === '/uL' ? tenths * 100 : tenths / 10 } : {}),
      ...(unit === undefined ? {} : { unit }),
      ...(bound === undefined ? {} : { bound }),
    }));
  const list = fc.array(measurement, { maxLength: 6 });
  const limit = fc.option(fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10));
  const criterion = fc
    .record({ least: limit, most: limit, over: limit, under: limit, days: fc.option(fc.nat(20)) })
    .map(({ least, most, over, under, days }): MeasurementCriterion => ({
      test: 'neutrophils',
      unit: '10*9/L',
      ...(least === null ? {} : { atLeast: least }),
      ...(most === null ? {} : { atMost: most }),
      ...(over === null ? {} : { above: over }),
      ...(under === null ? {} : { below: under }),
      ...(days === null ? {} : { withinDays: days }),
    }));

  it('are judged alike in whatever order they stand', () => {
    fc.assert(
      fc.property(
        criterion,
        list.chain((each) =>
          fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
        ),
        (asked, [list, shuffled]) => {
          const [one, other] = [judge(asked, list), judge(asked, shuffled)];
          expect([other.answer, other.holdsUntil]).toEqual([one.answer, one.holdsUntil]);
        },
      ),
    );
  });

  it('hold as long as they say', () => {
    fc.assert(
      fc.property(criterion, list, fc.nat(40), (asked, measurements, later) => {
        const judged = judge(asked, measurements);
        const then = Math.min(dayOf(today) + later, judged.holdsUntil ?? Infinity);
        expect(judge(asked, measurements, dateOf(then)).answer).toBe(judged.answer);
      }),
    );
  });

  it('are open only with a question, and settled only with a fact', () => {
    fc.assert(
      fc.property(criterion, list, (asked, measurements) => {
        const { answer, reasons } = judge(asked, measurements);
        const { facts, missing } = reasons();
        expect(missing.length > 0).toBe(answer === 'unknown');
        if (answer !== 'unknown') expect(facts.some(({ value }) => value !== undefined)).toBe(true);
      }),
    );
  });

  it('are never met by a worse value where a better is not', () => {
    const value = fc.integer({ min: 0, max: 400 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(value, value, value, (bound, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const asked = { test: 'neutrophils', atLeast: bound, unit: '10*9/L' } as const;
        if (judge(asked, [anc(low)]).answer === 'met') expect(judge(asked, [anc(high)]).answer).toBe('met');
      }),
    );
  });

  it.each([
    ['neutrophils', ['10*9/L', '10*3/uL', '/uL', '/mm3', 'K/uL', 'G/L', 'x10^9/L']],
    ['creatinine', ['mg/dL', 'umol/L', 'µmol/L', 'mg/L', 'mmol/L']],
    ['haemoglobin', ['g/dL', 'g/L', 'mmol/L']],
    ['bilirubin', ['mg/dL', 'umol/L']],
    ['hba1c', ['%', 'mmol/mol']],
    ['alt', ['U/L', 'ukat/L', 'IU/L']],
    ['weight', ['kg', 'g', '[lb_av]']],
  ] as const)('of %s are answered alike in %j', (test, units) => {
    const hundredths = fc.integer({ min: 300, max: 5000 });
    fc.assert(
      fc.property(hundredths, hundredths, fc.constantFrom(...units), fc.boolean(), (of, at, unit, same) => {
        const value = of / 100;
        const bound = same ? value : at / 100;
        const told = convertUnit(value, units[0], unit, test);
        expect(told).toBeDefined();
        const measured = (inUnit: string, worth = value): Measurement => ({
          test,
          state: 'final',
          value: worth,
          unit: inUnit,
          on: today,
        });
        const asked = { test, atLeast: bound, unit: units[0] };
        expect(judge(asked, [measured(unit, told)]).answer).toBe(judge(asked, [measured(units[0])]).answer);
      }),
    );
  });
});
