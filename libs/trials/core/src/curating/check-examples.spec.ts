import { describe, expect, it } from '@jest/globals';
import type { Criterion } from '../language/criterion.js';
import type { Trial } from '../language/trial.js';
import type { Verdict } from '../matching/match-patient.js';
import { checkExamples } from './check-examples.js';
import { trialOf } from './curating.fixture.js';
import { valueAt } from './json-place.js';
import { exampleOf, tablesOfFixture } from './trial-example.fixture.js';

const adult: Criterion = { age: { atLeast: 18 } };
const woman: Criterion = { sex: 'female' };
const fit: Criterion = { text: 'In good state', performance: { scale: 'ECOG', atMost: 1 } };
const text: Criterion = { unstructured: { text: 'Good organs.', list: 'inclusion' } };
const known = {
  birthDate: '1970-01-01',
  sex: 'female' as const,
  performance: [{ scale: 'ECOG' as const, value: 1, on: '2026-11-20' }],
};

const check = (trial: Trial, facts: object, verdict: Verdict, arm?: string, cohort?: string) => {
  const [outcome] = checkExamples(trial, [exampleOf('one', facts, verdict, arm, cohort)], tablesOfFixture);
  const [first] = outcome?.cohorts ?? [];
  if (outcome === undefined || first === undefined) throw new Error('No outcome.');
  return { asExpected: outcome.asExpected, ...first };
};

describe(checkExamples.name, () => {
  it('says nothing more of what comes out as expected', () => {
    expect(check(trialOf('T', adult, fit), known, 'eligible')).toEqual({
      asExpected: true,
      arm: 'A',
      expected: 'eligible',
      actual: 'eligible',
      deciding: [],
    });
  });

  it.each<[string, readonly Criterion[], object, Verdict, readonly string[]]>([
    [
      'what stands against it',
      [adult, woman, fit],
      { ...known, sex: 'male' },
      'not-eligible',
      ['/eligibility/all/1'],
    ],
    ['what is open', [adult, woman, text], known, 'possible', ['/eligibility/all/2']],
    [
      'all that holds',
      [adult, { any: [woman, fit] }],
      { ...known, sex: 'male' },
      'eligible',
      ['/eligibility/all/0', '/eligibility/all/1/any/1'],
    ],
    [
      'what is denied',
      [{ not: { all: [adult, woman] } }],
      known,
      'not-eligible',
      ['/eligibility/all/0/not/all/0', '/eligibility/all/0/not/all/1'],
    ],
    [
      'every failing part of a choice',
      [{ any: [{ sex: 'male' }, { age: { atMost: 17 } }] }],
      known,
      'not-eligible',
      ['/eligibility/all/0/any/0', '/eligibility/all/0/any/1'],
    ],
    [
      'parts of a count',
      [{ atLeast: { count: 2, of: [woman, { sex: 'male' }, { age: { atMost: 17 } }] } }],
      known,
      'not-eligible',
      ['/eligibility/all/0/atLeast/of/1', '/eligibility/all/0/atLeast/of/2'],
    ],
  ])('names %s by its place in the document', (_, criteria, facts, actual, places) => {
    const trial = trialOf('T', ...criteria);
    const expected: Verdict = actual === 'eligible' ? 'not-eligible' : 'eligible';
    const outcome = check(trial, facts, expected);
    expect(outcome).toMatchObject({ asExpected: false, expected, actual });
    expect(outcome.deciding.map(({ place }) => place)).toEqual(places);
    for (const { place } of outcome.deciding) expect(valueAt(trial, place)).toBeDefined();
  });

  it('finds the criteria of arm and cohort where they stand', () => {
    const trial: Trial = {
      ...trialOf('T'),
      arms: [
        { id: 'A', name: 'A' },
        {
          id: 'B',
          name: 'B',
          eligibility: adult,
          cohorts: [
            { id: '1', name: '1' },
            { id: '2', name: '2', eligibility: woman },
          ],
        },
      ],
    };
    const outcome = check(trial, { birthDate: '2020', sex: 'male' }, 'eligible', 'B', '2');
    expect(outcome.deciding.map(({ place, text: said }) => [place, said])).toEqual([
      ['/arms/1/eligibility', expect.stringContaining('18')],
      ['/arms/1/cohorts/1/eligibility', expect.any(String)],
    ]);
  });

  it.each([
    ['C', undefined],
    ['A', '9'],
  ])('knows no %s/%s', (arm, cohort) => {
    const outcome = check(trialOf('T', adult), known, 'not-eligible', arm, cohort);
    expect(outcome.asExpected).toBe(false);
    expect(outcome.actual).toBeUndefined();
  });

  it('shows the source’s words, and what would settle an open answer', () => {
    const outcome = check(trialOf('T', fit), {}, 'eligible');
    expect(outcome.deciding).toMatchObject([
      { text: 'In good state', answer: 'unknown', missing: [expect.any(Object)] },
    ]);
  });
});
