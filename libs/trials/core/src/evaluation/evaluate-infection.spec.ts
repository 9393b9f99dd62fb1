import { describe, expect, it } from '@jest/globals';
import type { InfectionStatus, ReceptorStatus } from '@consilium/clinical';
import {
  evaluateLifeExpectancy,
  evaluateMeasurableDisease,
  evaluateReceptor,
} from './evaluate-disease-state.js';
import { evaluateInfection } from './evaluate-infection.js';
import { asking, held } from './history.fixture.js';

const infection = asking(evaluateInfection);
const receptor = asking(evaluateReceptor);
const statesOf = (judged: ReturnType<typeof infection>) =>
  judged.reasons().missing.map(({ effort, state }) => `${effort} ${state ?? '-'}`);

describe('infection', () => {
  const hbv = (state: InfectionStatus['state'], on: string): InfectionStatus => ({ agent: 'HBV', state, on });

  it.each<[string, readonly InfectionStatus[], string, readonly string[]]>([
    ['nothing stated', [], 'unknown always', ['lab not-tested']],
    ['tested and not found', [hbv('none', '2025-01-01')], 'not-met always', []],
    ['active', [hbv('active', '2026-10-01')], 'met always', []],
    ['past', [hbv('past', '2026-10-01')], 'not-met always', []],
    ['pending', [hbv('pending', '2026-11-20')], 'unknown always', ['wait pending']],
    ['not tested', [hbv('not-tested', '2026-11-20')], 'unknown always', ['lab not-tested']],
    [
      'a result counts over an open order',
      [hbv('none', '2026-10-01'), hbv('pending', '2026-11-20')],
      'not-met always',
      [],
    ],
    ['the newest counts', [hbv('active', '2025-01-01'), hbv('past', '2026-10-01')], 'not-met always', []],
    [
      'contradictions of one day are open',
      [hbv('active', '2026-10-01'), hbv('none', '2026-10-01')],
      'unknown always',
      ['lab -'],
    ],
    [
      'a later one does not count until then',
      [hbv('none', '2026-10-01'), hbv('active', '2026-12-05')],
      'not-met until 2026-12-04',
      [],
    ],
    [
      'an order of a later day is none yet',
      [hbv('pending', '2026-12-05')],
      'unknown always',
      ['lab not-tested'],
    ],
    [
      'another agent says nothing',
      [{ agent: 'HCV', state: 'active', on: '2026-10-01' }],
      'unknown always',
      ['lab not-tested'],
    ],
  ])('%s', (_, infections, expected, missing) => {
    for (const order of [infections, [...infections].reverse()]) {
      const judged = infection({ agents: ['HBV'], states: ['active'] }, { infections: order });
      expect([held(judged), statesOf(judged)]).toEqual([expected, missing]);
    }
  });

  it('of any agent suffices, and each that is open is asked for', () => {
    const infections = [hbv('none', '2026-10-01')];
    const judged = infection({ agents: ['HBV', 'HCV', 'HIV'], states: ['active'] }, { infections });
    expect(judged.answer).toBe('unknown');
    expect(judged.reasons().missing.map(({ key }) => key)).toEqual([
      'lab:infection:HCV',
      'lab:infection:HIV',
    ]);
  });
});

describe('receptor', () => {
  const her2 = (state: ReceptorStatus['state'], on = '2026-10-01'): ReceptorStatus => ({
    receptor: 'HER2',
    state,
    on,
  });

  it.each<[string, readonly ReceptorStatus[], string, readonly string[]]>([
    ['positive', [her2('positive')], 'met always', []],
    ['low', [her2('low')], 'not-met always', []],
    ['equivocal is not settled', [her2('equivocal')], 'unknown always', ['stain -']],
    [
      'equivocal with a test on its way',
      [her2('equivocal'), her2('pending', '2026-11-01')],
      'unknown always',
      ['wait pending'],
    ],
    ['pending', [her2('pending')], 'unknown always', ['wait pending']],
    ['not tested', [her2('not-tested')], 'unknown always', ['stain not-tested']],
    ['none', [], 'unknown always', ['stain not-tested']],
    ['contradictions of one day', [her2('positive'), her2('negative')], 'unknown always', ['stain -']],
    ['a later one', [her2('positive', '2026-12-05')], 'unknown until 2026-12-04', ['stain not-tested']],
  ])('%s', (_, receptors, expected, missing) => {
    for (const order of [receptors, [...receptors].reverse()]) {
      const judged = receptor({ receptor: 'HER2', states: ['positive'] }, { receptors: order });
      expect([held(judged), statesOf(judged)]).toEqual([expected, missing]);
    }
  });

  it('that is equivocal is met where that is asked for', () => {
    expect(
      receptor({ receptor: 'HER2', states: ['equivocal'] }, { receptors: [her2('equivocal')] }).answer,
    ).toBe('met');
  });
});

describe('measurable disease and life expectancy', () => {
  const measurable = asking(evaluateMeasurableDisease);
  const expectancy = asking(evaluateLifeExpectancy);

  it.each([
    [{}, { value: true, on: '2026-10-01' }, 'met always'],
    [{}, { value: false, on: '2026-10-01' }, 'not-met always'],
    [{ criteria: 'RECIST 1.1' }, { value: true, on: '2026-10-01', criteria: 'RECIST 1.1' }, 'met always'],
    [{ criteria: 'RANO' }, { value: true, on: '2026-10-01', criteria: 'RECIST 1.1' }, 'unknown always'],
    [{}, { value: true, on: '2026-12-05' }, 'unknown until 2026-12-04'],
  ] as const)('measurable disease %j, stated %j, is %s', (criterion, measurableDisease, expected) => {
    expect(held(measurable(criterion, { measurableDisease }))).toBe(expected);
  });

  it.each([
    [12, '2026-10-01', 'met always'],
    [11, '2026-10-01', 'not-met always'],
    [12, '2026-12-05', 'unknown until 2026-12-04'],
  ])('%i weeks as of %s, 12 asked, is %s', (value, on, expected) => {
    expect(held(expectancy({ atLeastWeeks: 12 }, { lifeExpectancyWeeks: { value, on } }))).toBe(expected);
  });

  it('are unknown where nobody stated them', () => {
    expect([measurable({}).answer, expectancy({ atLeastWeeks: 12 }).answer]).toEqual(['unknown', 'unknown']);
  });
});
