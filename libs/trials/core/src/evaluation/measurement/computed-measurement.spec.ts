import { describe, expect, it } from '@jest/globals';
import type { ClinicalFacts, Measurement, MeasurementTest } from '@consilium/clinical';
import fc from 'fast-check';
import { dateOf, dayOf } from '../../calendar.js';
import type { MeasurementCriterion } from '../../language/clinical-criterion.js';
import type { EligibilityReferences } from '../eligibility-references.js';
import { evaluateMeasurement } from '../evaluate-measurement.js';

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
const units: Partial<Record<MeasurementTest, string>> = {
  creatinine: 'mg/dL',
  'creatinine-clearance': 'mL/min',
  weight: 'kg',
  height: 'cm',
  qt: 'ms',
  qtcf: 'ms',
  'heart-rate': '/min',
  bmi: 'kg/m2',
};
const final = (
  test: MeasurementTest,
  value: number,
  on = '2026-03-25',
  unit = units[test] ?? '',
): Measurement => ({
  test,
  state: 'final',
  value,
  unit,
  on,
});

type Known = Partial<Pick<ClinicalFacts, 'birthDate' | 'sex'>>;
/** Born so that the equation leaves 100 for a man of 72 kg with a creatinine of 1 mg/dL. */
const man: Known = { birthDate: '1986-01-10', sex: 'male' };

const judge = (
  criterion: MeasurementCriterion,
  measurements: readonly Measurement[],
  known: Known = man,
  on = today,
) =>
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
        ...known,
      },
    },
    dayOf(on),
    references,
  );

const clearance = (atLeast: number, more: Partial<MeasurementCriterion> = {}): MeasurementCriterion => ({
  test: 'creatinine-clearance',
  atLeast,
  unit: 'mL/min',
  ...more,
});
const measured = { method: 'measured' } as const;
const byFormula = { method: 'Cockcroft-Gault' } as const;
const parts = [final('creatinine', 1), final('weight', 72)];

describe('creatinine clearance', () => {
  it.each<readonly [string, MeasurementCriterion, readonly Measurement[], Known, string]>([
    ['is computed at the bound', clearance(100), parts, man, 'met'],
    ['is computed below the bound', clearance(101), parts, man, 'not-met'],
    ['is 0.85 of it in women', clearance(85), parts, { ...man, sex: 'female' }, 'met'],
    ['is less than that in no woman', clearance(86), parts, { ...man, sex: 'female' }, 'not-met'],
    [
      'is computed from µmol/L',
      clearance(100),
      [final('creatinine', 88.4016973126, '2026-03-25', 'umol/L'), final('weight', 72)],
      man,
      'met',
    ],
    ['is told in mL/s', clearance(1.66, { unit: 'mL/s' }), parts, man, 'met'],
    ['is not told per body surface', clearance(50, { unit: 'mL/min/{1.73_m2}' }), parts, man, 'unknown'],
    [
      'is taken as reported first',
      clearance(60),
      [...parts, final('creatinine-clearance', 50, '2026-03-20')],
      man,
      'not-met',
    ],
    [
      'is computed where the protocol says so',
      clearance(60, byFormula),
      [...parts, final('creatinine-clearance', 50)],
      man,
      'met',
    ],
    ['is not computed where it must be measured', clearance(60, measured), parts, man, 'unknown'],
    [
      'is measured where it must be',
      clearance(60, measured),
      [final('creatinine-clearance', 60)],
      man,
      'met',
    ],
    [
      'is computed where the reported one is too old',
      clearance(60, { withinDays: 14 }),
      [...parts, final('creatinine-clearance', 50, '2026-01-01')],
      man,
      'met',
    ],
    [
      'is computed where the reported one is of body surface',
      clearance(60),
      [...parts, final('creatinine-clearance', 50, '2026-03-25', 'mL/min/1.73m2')],
      man,
      'met',
    ],
    [
      'is open where the reported ones contradict',
      clearance(60),
      [...parts, final('creatinine-clearance', 50), final('creatinine-clearance', 70)],
      man,
      'unknown',
    ],
    ['is open where the creatinine is too old', clearance(60, { withinDays: 3 }), parts, man, 'unknown'],
    [
      'takes a weight of 90 days before',
      clearance(60),
      [final('creatinine', 1), final('weight', 72, '2025-12-25')],
      man,
      'met',
    ],
    [
      'takes no weight of 91 days before',
      clearance(60),
      [final('creatinine', 1), final('weight', 72, '2025-12-24')],
      man,
      'unknown',
    ],
    [
      'takes the weight nearest to the creatinine',
      clearance(100),
      [...parts, final('weight', 50, '2026-03-31'), final('weight', 50, '2026-03-01')],
      man,
      'met',
    ],
    ['is sure of a year of birth', clearance(90), parts, { ...man, birthDate: '1986' }, 'met'],
    [
      'is open where the year of birth is not enough',
      clearance(101),
      parts,
      { ...man, birthDate: '1986' },
      'unknown',
    ],
    ['is not computed in children', clearance(60), parts, { ...man, birthDate: '2009-01-01' }, 'unknown'],
    [
      'is open where a part has no unit that can be read',
      clearance(60),
      [final('creatinine', 1, '2026-03-25', 'foo'), final('weight', 72)],
      man,
      'unknown',
    ],
    [
      'is sure of a creatinine below the method',
      clearance(100),
      [{ ...final('creatinine', 1), bound: 'less-than' }, final('weight', 72)],
      man,
      'met',
    ],
    [
      'is open of a creatinine beyond the method',
      clearance(50),
      [{ ...final('creatinine', 1), bound: 'greater-than' }, final('weight', 72)],
      man,
      'unknown',
    ],
    ['is sure of two creatinines that agree', clearance(40), [...parts, final('creatinine', 2)], man, 'met'],
    [
      'is open of two creatinines that do not',
      clearance(60),
      [...parts, final('creatinine', 2)],
      man,
      'unknown',
    ],
  ])('%s', (_, criterion, measurements, known, answer) => {
    expect(judge(criterion, measurements, known).answer).toBe(answer);
  });

  it.each<readonly [string, readonly Measurement[], Known, readonly string[]]>([
    ['creatinine', [final('weight', 72)], man, ['lab:creatinine lab']],
    ['weight', [final('creatinine', 1)], man, ['lab:weight ask']],
    ['sex', parts, { birthDate: '1986-01-10' }, ['ask:sex ask']],
    ['birth date', parts, { sex: 'male' }, ['ask:birth-date ask']],
    ['everything', [], {}, ['lab:creatinine lab', 'lab:weight ask', 'ask:sex ask', 'ask:birth-date ask']],
    ['exact birth date', parts, { ...man, birthDate: '1986' }, ['ask:birth-date ask']],
    ['age', parts, { ...man, birthDate: '2010-01-01' }, ['lab:creatinine-clearance lab']],
    [
      'unit of creatinine',
      [final('creatinine', 1, '2026-03-25', 'foo'), final('weight', 72)],
      man,
      ['lab-unit:creatinine ask', 'lab:creatinine lab'],
    ],
    ['weight of then', [final('creatinine', 1), final('weight', 72, '2025-01-01')], man, ['lab:weight ask']],
  ])('asks where it is for the %s that it cannot be computed', (_, measurements, known, expected) => {
    const { missing } = judge(clearance(101), measurements, known).reasons();
    expect(missing.map(({ key, effort }) => `${key} ${effort}`)).toEqual(expected);
  });

  it('asks for what is pending first', () => {
    const pending: Measurement = { test: 'creatinine-clearance', state: 'pending', on: today };
    const { missing } = judge(clearance(60), [pending, final('weight', 72)]).reasons();
    expect(missing.map(({ key, state }) => [key, state])).toEqual([
      ['lab:creatinine-clearance', 'pending'],
      ['lab:creatinine', undefined],
    ]);
  });

  it('shows what it was computed of', () => {
    const { facts } = judge(clearance(60), parts).reasons();
    expect(facts.map(({ text, value }) => [text, value])).toEqual([
      ['Creatinine clearance, computed by Cockcroft-Gault', '100 mL/min'],
      ['Serum creatinine', '1 mg/dL'],
      ['Weight', '72 kg'],
      ['Date of birth', '1986-01-10'],
      ['Sex', 'male'],
    ]);
  });

  it('counts as long as its creatinine does', () => {
    expect(judge(clearance(60, { withinDays: 14 }), parts).holdsUntil).toBe(dayOf('2026-04-08'));
  });

  it('takes the age on the day of the creatinine', () => {
    const birthday = { ...man, birthDate: '1986-03-26' };
    expect(judge(clearance(101), parts, birthday).answer).toBe('met');
    expect(judge(clearance(101), parts, { ...man, birthDate: '1986-03-25' }).answer).toBe('not-met');
  });
});

describe('QTcF', () => {
  const qtcf = { test: 'qtcf', atMost: 450, unit: 'ms' } as const;
  it.each<readonly [string, readonly Measurement[], string]>([
    ['is computed of QT and rate', [final('qt', 450), final('heart-rate', 60)], 'met'],
    ['grows with the rate', [final('qt', 450), final('heart-rate', 61)], 'not-met'],
    ['needs a rate of the same day', [final('qt', 400), final('heart-rate', 60, '2026-03-24')], 'unknown'],
    ['is taken as reported', [final('qtcf', 440), final('qt', 500), final('heart-rate', 60)], 'met'],
    [
      'is the newer, reported',
      [final('qtcf', 440), final('qt', 500, '2026-03-20'), final('heart-rate', 60, '2026-03-20')],
      'met',
    ],
    [
      'is the newer, computed',
      [final('qtcf', 440, '2026-03-20'), final('qt', 500), final('heart-rate', 60)],
      'not-met',
    ],
    ['is in seconds too', [final('qt', 0.45, '2026-03-25', 's'), final('heart-rate', 60)], 'met'],
  ])('%s', (_, measurements, answer) => {
    expect(judge(qtcf, measurements).answer).toBe(answer);
  });

  it('asks for the heart rate of the ECG', () => {
    const { missing } = judge(qtcf, [final('qt', 400)]).reasons();
    expect(missing.map(({ key }) => key)).toEqual(['lab:heart-rate']);
  });
});

describe('body mass index', () => {
  const bmi = { test: 'bmi', atLeast: 20, unit: 'kg/m2' } as const;
  it.each<readonly [string, readonly Measurement[], Known, string]>([
    ['is weight over height squared', [final('weight', 80), final('height', 200)], man, 'met'],
    ['is just too low', [final('weight', 79), final('height', 200)], man, 'not-met'],
    [
      'takes a grown-up’s height of any date',
      [final('weight', 80), final('height', 200, '2010-01-01')],
      man,
      'met',
    ],
    [
      'takes no child’s height of long ago',
      [final('weight', 80), final('height', 200, '2003-01-01')],
      man,
      'unknown',
    ],
    [
      'takes no old height where the age is unknown',
      [final('weight', 80), final('height', 200, '2010-01-01')],
      {},
      'unknown',
    ],
    ['is taken as reported', [final('bmi', 20), final('weight', 50), final('height', 200)], man, 'met'],
  ])('%s', (_, measurements, known, answer) => {
    expect(judge(bmi, measurements, known).answer).toBe(answer);
  });
});

describe('computed measurements of every kind', () => {
  const offset = fc.integer({ min: -120, max: 6 }).map((days) => dateOf(dayOf(today) + days));
  const some = fc.tuple(
    fc.constantFrom<readonly [MeasurementTest, number]>(
      ['creatinine', 1],
      ['creatinine', 2],
      ['weight', 72],
      ['weight', 50],
      ['height', 170],
      ['qt', 400],
      ['qt', 480],
      ['heart-rate', 60],
      ['heart-rate', 90],
      ['creatinine-clearance', 55],
      ['creatinine-clearance', 90],
      ['qtcf', 430],
      ['qtcf', 470],
      ['bmi', 18],
      ['bmi', 25],
    ),
    fc.oneof(fc.constantFrom('2026-03-20', '2026-03-25'), offset),
    fc.constantFrom(undefined, undefined, undefined, 'foo'),
  );
  const list = fc.array(
    some.map(([[test, value], on, unit]) => final(test, value, on, unit)),
    { maxLength: 10 },
  );
  const within = fc.constantFrom({}, { withinDays: 14 }, { withinDays: 28 });
  const criterion: fc.Arbitrary<MeasurementCriterion> = fc
    .tuple(
      fc.constantFrom<MeasurementCriterion>(
        clearance(60),
        clearance(60, byFormula),
        clearance(60, measured),
        { test: 'qtcf', atMost: 450, unit: 'ms' },
        { test: 'bmi', atLeast: 20, unit: 'kg/m2' },
      ),
      within,
    )
    .map(([asked, days]) => ({ ...asked, ...days }));
  const known = fc.constantFrom<Known>(man, { ...man, birthDate: '1950' }, { sex: 'female' }, {});

  it('are judged alike in whatever order they stand', () => {
    fc.assert(
      fc.property(criterion, known, list, (asked, of, measurements) => {
        const [one, other] = [judge(asked, measurements, of), judge(asked, [...measurements].reverse(), of)];
        expect([other.answer, other.holdsUntil]).toEqual([one.answer, one.holdsUntil]);
      }),
      { numRuns: 500 },
    );
  });

  it('hold as long as they say', () => {
    fc.assert(
      fc.property(criterion, known, list, fc.nat(40), (asked, of, measurements, later) => {
        const judged = judge(asked, measurements, of);
        const then = Math.min(dayOf(today) + later, judged.holdsUntil ?? Infinity);
        expect(judge(asked, measurements, of, dateOf(then)).answer).toBe(judged.answer);
      }),
      { numRuns: 1000 },
    );
  });

  it('are open only with a question', () => {
    fc.assert(
      fc.property(criterion, known, list, (asked, of, measurements) => {
        const { answer, reasons } = judge(asked, measurements, of);
        expect(reasons().missing.length > 0).toBe(answer === 'unknown');
      }),
      { numRuns: 1000 },
    );
  });
});
