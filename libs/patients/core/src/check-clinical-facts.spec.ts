import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ClinicalFacts, Condition, Measurement, TherapyCourse } from '@consilium/clinical';
import { checkClinicalFacts } from './check-clinical-facts.js';
import { context, facts } from './facts.fixture.js';

const codes = (changed: Partial<ClinicalFacts>): readonly string[] => {
  const answer = checkClinicalFacts({ ...facts, ...changed }, context);
  return answer.ok ? [] : answer.error.map(({ code, place }) => `${code.replace('PATIENTS.', '')} ${place}`);
};
const course = (members: Partial<TherapyCourse>): Partial<ClinicalFacts> => ({
  therapies: { entries: [{ type: 'systemic', drugs: ['osimertinib'], ...members }] },
});
const measured = (members: Partial<Measurement>): Partial<ClinicalFacts> => ({
  measurements: [
    { test: 'platelets', state: 'final', value: 90, unit: '10*9/L', on: '2026-11-18', ...members },
  ],
});
const without = (one: Partial<ClinicalFacts>, member: 'value' | 'unit'): Partial<ClinicalFacts> => ({
  measurements: (one.measurements ?? []).map(({ [member]: _, ...rest }) => rest),
});
const condition = (members: Partial<Condition>): Partial<ClinicalFacts> => ({
  conditions: { entries: [{ name: 'psoriasis', kind: 'autoimmune', state: 'active', ...members }] },
});
const cured = { name: 'skin cancer', state: 'cured' } as const;

describe(checkClinicalFacts.name, () => {
  it('takes facts that agree, and writes their names as the product does', () => {
    const answer = checkClinicalFacts(facts, context);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        recordedAt: '2026-11-20T10:00:00.000Z',
        diagnoses: [{ histology: { entries: ['acinar'] } }],
        therapies: { completeOn: '2026-11-18', entries: [{ drugs: ['osimertinib'] }, { site: 'brain' }] },
        conditions: { entries: [{ name: 'arterial hypertension' }] },
        medication: { entries: [{ drug: 'ramipril' }] },
        otherCancers: { entries: [{ name: 'breast cancer', code: 'IDC' }] },
      },
    });
  });

  it('adds nothing that was not stated', () => {
    const { patient, hospital, version, recordedAt } = facts;
    const least = { patient, hospital, version, recordedAt: '2026-11-20T10:00:00.000Z' };
    expect(checkClinicalFacts({ ...least, recordedAt }, context)).toEqual({ ok: true, value: least });
  });

  it.each<[string, Partial<ClinicalFacts>, readonly string[]]>([
    ['30 February', { deceasedOn: '2026-02-30' }, ['NO_SUCH_DATE /deceasedOn']],
    ['month 13', { birthDate: '1961-13' }, ['NO_SUCH_DATE /birthDate']],
    ['an instant that is none', { recordedAt: 'yesterday' }, ['NO_SUCH_DATE /recordedAt']],
    ['facts put together next week', { recordedAt: '2026-11-30T00:00:00Z' }, ['DATE_IN_FUTURE /recordedAt']],
    [
      'a list complete next year',
      { medication: { completeOn: '2027-01-01', entries: [] } },
      ['DATE_IN_FUTURE /medication/completeOn'],
    ],
    [
      'a course begun next year',
      course({ startedOn: '2027' }),
      ['DATE_IN_FUTURE /therapies/entries/0/startedOn'],
    ],
    ['a birth next year, once', { birthDate: '2027' }, ['DATE_IN_FUTURE /birthDate']],
    ['death before birth', { deceasedOn: '1960-01-01' }, ['CONTRADICTION /deceasedOn']],
    [
      'a diagnosis before birth',
      { diagnoses: [{ code: 'LUAD', diagnosedOn: '1960' }] },
      ['CONTRADICTION /diagnoses/0/diagnosedOn'],
    ],
    [
      'an end before its start',
      course({ startedOn: '2026-03-02', endedOn: '2026-02' }),
      ['CONTRADICTION /therapies/entries/0/endedOn'],
    ],
    [
      'progression before the start',
      course({ startedOn: '2026-03', progressedOn: '2025' }),
      ['CONTRADICTION /therapies/entries/0/progressedOn'],
    ],
    [
      'a metastasis treated before it was found',
      { metastases: { entries: [{ site: 'brain', foundOn: '2026-03', treatedOn: '2026-01' }] } },
      ['CONTRADICTION /metastases/entries/0/treatedOn'],
    ],
    [
      'a disease that ended before it was',
      condition({ state: 'resolved', since: '2020', endedOn: '2019' }),
      ['CONTRADICTION /conditions/entries/0/endedOn'],
    ],
    [
      'medication stopped before it was begun',
      { medication: { entries: [{ drug: 'a', startedOn: '2020', endedOn: '2019-12' }] } },
      ['CONTRADICTION /medication/entries/0/endedOn'],
    ],
    [
      'free of disease before its diagnosis',
      { otherCancers: { entries: [{ ...cured, diagnosedOn: '2010', diseaseFreeSince: '2009' }] } },
      ['CONTRADICTION /otherCancers/entries/0/diseaseFreeSince'],
    ],
    [
      'free of a disease that is active',
      { otherCancers: { entries: [{ ...cured, state: 'active', diseaseFreeSince: '2009' }] } },
      ['CONTRADICTION /otherCancers/entries/0/diseaseFreeSince'],
    ],
    [
      'a course that has ended and is ongoing',
      course({ endedOn: '2026', ongoing: true }),
      ['CONTRADICTION /therapies/entries/0/endedOn'],
    ],
    [
      'an ongoing outcome of what has ended',
      course({ endedOn: '2026', outcome: 'ongoing' }),
      ['CONTRADICTION /therapies/entries/0/outcome'],
    ],
    [
      'an ongoing outcome of what is not ongoing',
      course({ ongoing: false, outcome: 'ongoing' }),
      ['CONTRADICTION /therapies/entries/0/outcome'],
    ],
    [
      'an operation as a line',
      course({ type: 'surgery', drugs: [], line: 1 }),
      ['CONTRADICTION /therapies/entries/0/line'],
    ],
    [
      'an active disease that has ended',
      condition({ endedOn: '2020' }),
      ['CONTRADICTION /conditions/entries/0/endedOn'],
    ],
    [
      'treatment that never was and ended',
      condition({ systemicTreatment: 'never', systemicTreatmentEndedOn: '2020' }),
      ['CONTRADICTION /conditions/entries/0/systemicTreatmentEndedOn'],
    ],
    [
      'current treatment that ended',
      condition({ systemicTreatment: 'current', systemicTreatmentEndedOn: '2020' }),
      ['CONTRADICTION /conditions/entries/0/systemicTreatmentEndedOn'],
    ],
    [
      'ECOG 6',
      { performance: [{ scale: 'ECOG', value: 6, on: '2026-11-18' }] },
      ['IMPOSSIBLE_VALUE /performance/0/value'],
    ],
    [
      'Karnofsky 75',
      { performance: [{ scale: 'Karnofsky', value: 75, on: '2026-11-18' }] },
      ['IMPOSSIBLE_VALUE /performance/0/value'],
    ],
    [
      'Lansky 110',
      { performance: [{ scale: 'Lansky', value: 110, on: '2026-11-18' }] },
      ['IMPOSSIBLE_VALUE /performance/0/value'],
    ],
    [
      'a final measurement without value',
      without(measured({}), 'value'),
      ['VALUE_MISSING /measurements/0/value'],
    ],
    [
      'a pending measurement with a value',
      measured({ state: 'pending' }),
      ['CONTRADICTION /measurements/0/value'],
    ],
    [
      'a bound without value',
      without(measured({ state: 'failed', bound: 'less-than' }), 'value'),
      ['VALUE_MISSING /measurements/0/bound'],
    ],
    ['a number without unit', without(measured({}), 'unit'), ['UNIT_MISSING /measurements/0/unit']],
    ['a blank unit', measured({ unit: ' ' }), ['UNIT_MISSING /measurements/0/unit']],
    ['a negative value', measured({ value: -1 }), ['IMPOSSIBLE_VALUE /measurements/0/value']],
    [
      'an ejection fraction of 120 %',
      measured({ test: 'lvef', unit: '%', value: 120 }),
      ['IMPOSSIBLE_VALUE /measurements/0/value'],
    ],
    ['Child-Pugh 4', measured({ test: 'child-pugh', value: 4 }), ['IMPOSSIBLE_VALUE /measurements/0/value']],
    ['an upper limit of zero', measured({ upperLimit: 0 }), ['IMPOSSIBLE_VALUE /measurements/0/upperLimit']],
    ['a negative lower limit', measured({ lowerLimit: -2 }), ['IMPOSSIBLE_VALUE /measurements/0/lowerLimit']],
    [
      'limits the wrong way round',
      measured({ lowerLimit: 400, upperLimit: 150 }),
      ['CONTRADICTION /measurements/0/lowerLimit'],
    ],
    [
      'the same course twice under two names',
      {
        therapies: {
          entries: [
            { type: 'systemic', drugs: ['Tagrisso'] },
            { type: 'systemic', drugs: ['osimertinib'] },
          ],
        },
      },
      ['DUPLICATE /therapies/entries/1'],
    ],
    [
      'the same measurement twice',
      { measurements: [...(measured({}).measurements ?? []), ...(measured({}).measurements ?? [])] },
      ['DUPLICATE /measurements/1'],
    ],
    [
      'the same diagnosis twice',
      { diagnoses: [{ code: 'LUAD' }, { code: 'LUAD', grade: 2 }] },
      ['DUPLICATE /diagnoses/1'],
    ],
    [
      'two states of one receptor on one day',
      {
        receptors: [
          { receptor: 'ER', state: 'negative', on: '2024-02-20' },
          { receptor: 'ER', state: 'positive', on: '2024-02-20' },
        ],
      },
      ['CONTRADICTION /receptors/1'],
    ],
    [
      'two states of one infection on one day',
      {
        infections: [
          { agent: 'HIV', state: 'none', on: '2024-02-20' },
          { agent: 'HIV', state: 'active', on: '2024-02-20' },
        ],
      },
      ['CONTRADICTION /infections/1'],
    ],
    ['a tissue as a diagnosis', { diagnoses: [{ code: 'LUNG' }] }, ['UNKNOWN_TUMOUR_TYPE /diagnoses/0/code']],
    [
      'an unknown code of another cancer',
      { otherCancers: { entries: [{ ...cured, code: 'XYZ' }] } },
      ['UNKNOWN_TUMOUR_TYPE /otherCancers/entries/0/code'],
    ],
  ])('refuses %s', (_, changed, expected) => {
    expect(codes(changed)).toEqual(expected);
  });

  it.each<[string, Partial<ClinicalFacts>]>([
    [
      'a day ahead, as clocks and time zones differ',
      { performance: [{ scale: 'ECOG', value: 0, on: '2026-11-24' }] },
    ],
    ['an end that may lie after its start', course({ startedOn: '2026-03-02', endedOn: '2026' })],
    ['this year, though it is not over', course({ startedOn: '2026' })],
    ['a ratio without unit', measured({ test: 'inr', unit: '1', value: 1 })],
    ['a share of the predicted value above 100 %', measured({ test: 'dlco', unit: '%', value: 112 })],
    ['a unit nobody has heard of, which is for the evaluator to say', measured({ unit: 'furlong' })],
    [
      'two values of one day',
      {
        measurements: [...(measured({}).measurements ?? []), ...(measured({ value: 95 }).measurements ?? [])],
      },
    ],
    [
      'two other agents of one day',
      {
        infections: [
          { agent: 'other', state: 'none', on: '2024-02-20' },
          { agent: 'other', state: 'past', on: '2024-02-20' },
        ],
      },
    ],
    [
      'two tumours of one type, of two dates',
      {
        diagnoses: [
          { code: 'LUAD', diagnosedOn: '2024' },
          { code: 'LUAD', diagnosedOn: '2019' },
        ],
      },
    ],
    ['Karnofsky 80', { performance: [{ scale: 'Karnofsky', value: 80, on: '2026-11-18' }] }],
  ])('takes %s', (_, changed) => {
    expect(codes(changed)).toEqual([]);
  });

  it.each([
    ['LNAC', /became LUAD/],
    ['LUAX', /Did you mean LUAD/],
    ['LUNG', /tissue/],
  ])('says of %s what to send instead', (code, message) => {
    const answer = checkClinicalFacts({ ...facts, diagnoses: [{ code }] }, context);
    expect(answer.ok ? '' : answer.error[0]?.message).toMatch(message);
  });

  it('names everything that is wrong at once, each with a remedy', () => {
    const answer = checkClinicalFacts(
      { ...facts, ...measured({ value: -1, upperLimit: 0 }), diagnoses: [{ code: 'XYZ' }] },
      context,
    );
    const problems = answer.ok ? [] : answer.error;
    expect(problems).toHaveLength(3);
    expect(problems.every(({ remedy }) => remedy !== '')).toBe(true);
  });

  it('takes what it gave, unchanged', () => {
    const first = checkClinicalFacts(facts, context);
    expect(first.ok && checkClinicalFacts(first.value, context)).toEqual(first);
  });

  it('takes a course exactly where it does not end before it begins', () => {
    const date = fc
      .date({ min: new Date('1962-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, date, (startedOn, endedOn) => {
        expect(codes(course({ startedOn, endedOn })).length === 0).toBe(startedOn <= endedOn);
      }),
    );
  });

  it('takes a number on a scale exactly where the scale has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 130 }), (value) => {
        const taken = (scale: 'ECOG' | 'Karnofsky') =>
          codes({ performance: [{ scale, value, on: '2026-11-18' }] }).length === 0;
        expect(taken('ECOG')).toBe([0, 1, 2, 3, 4, 5].includes(value));
        expect(taken('Karnofsky')).toBe([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].includes(value));
      }),
      { numRuns: 300 },
    );
  });
});
