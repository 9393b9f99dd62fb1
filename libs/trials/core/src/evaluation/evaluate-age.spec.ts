import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addYears, dateOf, dayOf } from '../calendar.js';
import type { AgeCriterion } from '../language/clinical-criterion.js';
import type { EligibilityReferences } from './eligibility-references.js';
import { evaluateAge } from './evaluate-age.js';
import type { Judged } from './judged.js';

const noReferences = (): never => {
  throw new Error('Age needs no references.');
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

const judge = (criterion: AgeCriterion, birthDate: string | undefined, on: string): Judged =>
  evaluateAge(
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
        ...(birthDate === undefined ? {} : { birthDate }),
      },
    },
    dayOf(on),
    references,
  );

const held = ({ answer, holdsUntil }: Judged) => [
  answer,
  holdsUntil === undefined ? undefined : dateOf(holdsUntil),
];

describe('age', () => {
  it.each<readonly [string, AgeCriterion, string, string, readonly [string, string | undefined]]>([
    [
      'on the day before the birthday',
      { atLeast: 18 },
      '2008-06-15',
      '2026-06-14',
      ['not-met', '2026-06-14'],
    ],
    ['on the birthday', { atLeast: 18 }, '2008-06-15', '2026-06-15', ['met', undefined]],
    ['on the last day of being 17', { atMost: 17 }, '2008-06-15', '2026-06-14', ['met', '2026-06-14']],
    ['when 18 is too old', { atMost: 17 }, '2008-06-15', '2026-06-15', ['not-met', undefined]],
    ['when below leaves out the age', { below: 18 }, '2008-06-15', '2026-06-15', ['not-met', undefined]],
    ['between two ages', { atLeast: 18, atMost: 75 }, '1960-03-01', '2026-01-01', ['met', '2036-02-29']],
    ['born on 29 February', { atLeast: 18 }, '2008-02-29', '2026-02-28', ['not-met', '2026-02-28']],
    ['in months', { atLeast: 6, unit: 'months' }, '2026-01-31', '2026-07-31', ['met', undefined]],
    ['in weeks', { atLeast: 2, unit: 'weeks' }, '2026-01-01', '2026-01-14', ['not-met', '2026-01-14']],
    ['in days', { atMost: 28, unit: 'days' }, '2026-01-01', '2026-01-29', ['met', '2026-01-29']],
    ['with part of a year', { below: 0.5 }, '2026-01-15', '2026-07-14', ['met', '2026-07-14']],
    ['up to part of a year', { atMost: 0.5 }, '2026-01-15', '2026-07-15', ['met', '2026-07-15']],
    ['of a month of birth, sure', { atLeast: 18 }, '2008-06', '2026-07-01', ['met', undefined]],
    ['of a year of birth, too young', { atLeast: 18 }, '2009', '2026-12-31', ['not-met', '2026-12-31']],
    ['of a year of birth, open', { atLeast: 18 }, '2008', '2026-06-15', ['unknown', '2026-12-30']],
    ['of a year of birth, soon open', { atMost: 17 }, '2008', '2025-06-15', ['met', '2025-12-31']],
    ['of a year of birth, soon too old', { atMost: 17 }, '2008', '2026-06-15', ['unknown', '2026-12-30']],
    ['born after the date asked', { below: 18 }, '2027', '2026-06-15', ['unknown', '2026-12-31']],
    ['of an age nobody has', { atLeast: 51, atMost: 50 }, '1970-01-01', '2020-01-01', ['not-met', undefined]],
    ['without bounds', {}, '1960-03-01', '2026-01-01', ['met', undefined]],
  ])('is judged %s', (_, criterion, birthDate, on, expected) => {
    expect(held(judge(criterion, birthDate, on))).toEqual(expected);
  });

  it('asks for the date of birth where it is missing', () => {
    const judged = judge({ atLeast: 18 }, undefined, '2026-06-15');
    expect(judged.answer).toBe('unknown');
    expect(judged.reasons().missing.map(({ key, effort }) => [key, effort])).toEqual([
      ['ask:birth-date', 'ask'],
    ]);
  });

  it('tells when time itself answers a partial date of birth', () => {
    const [question] = judge({ atLeast: 18 }, '2008', '2026-06-15').reasons().missing;
    expect(question?.on).toBe('2026-12-31');
    expect(judge({ atLeast: 18 }, '2008', '2026-12-31').answer).toBe('met');
  });

  it('tells the too young from when, and the too old that it stays so', () => {
    expect(judge({ atLeast: 18 }, '2008-06-15', '2026-01-01').reasons().change).toEqual({
      kind: 'on-date',
      from: '2026-06-15',
    });
    expect(judge({ atMost: 17 }, '2000-06-15', '2026-01-01').reasons().change).toEqual({ kind: 'fixed' });
  });

  it('shows the age it went by', () => {
    const texts = (birthDate: string) =>
      judge({ atLeast: 18 }, birthDate, '2026-06-15')
        .reasons()
        .facts.map(({ value }) => value);
    expect(texts('1960-06-15')).toEqual(['1960-06-15', '66 years']);
    expect(texts('1960')).toEqual(['1960', '65 to 66 years']);
  });

  const criteria = fc
    .record({
      atLeast: fc.option(fc.integer({ min: 0, max: 90 })),
      atMost: fc.option(fc.integer({ min: 0, max: 90 })),
      below: fc.option(fc.integer({ min: 0, max: 90 })),
      unit: fc.constantFrom('years' as const, 'months' as const, 'weeks' as const, 'days' as const),
    })
    .map(({ atLeast, atMost, below, unit }): AgeCriterion => ({
      unit,
      ...(atLeast === null ? {} : { atLeast }),
      ...(atMost === null ? {} : { atMost }),
      ...(below === null ? {} : { below }),
    }));
  const births = fc
    .tuple(fc.integer({ min: dayOf('1936-01-01'), max: dayOf('2026-01-01') }), fc.constantFrom(4, 7, 10))
    .map(([day, length]) => dateOf(day).slice(0, length));
  const days = fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2030-01-01') }).map(dateOf);

  it('is sure of a partial date only where every exact date agrees', () => {
    fc.assert(
      fc.property(criteria, births, days, fc.integer({ min: 1, max: 28 }), (criterion, birth, on, day) => {
        const { answer } = judge(criterion, birth, on);
        const exact = `${birth}-06-15`.slice(0, 7) + `-${String(day).padStart(2, '0')}`;
        // Nobody asked about is born later than the day asked.
        if (answer !== 'unknown' && birth.length < 10 && exact <= on)
          expect(judge(criterion, exact, on).answer).toBe(answer);
      }),
    );
  });

  it('knows every exact date, by counting birthdays', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayOf('1930-01-01'), max: dayOf('2019-12-31') }),
        days,
        fc.integer({ min: 0, max: 90 }),
        (born, on, years) => {
          let age = 0;
          while (addYears(born, age + 1) <= dayOf(on)) age += 1;
          const { answer } = judge({ atLeast: years }, dateOf(born), on);
          expect(answer).toBe(age >= years ? 'met' : 'not-met');
          expect(judge({ atMost: years }, dateOf(born), on).answer).toBe(age <= years ? 'met' : 'not-met');
        },
      ),
    );
  });

  it('holds as long as it says, and where exact no longer', () => {
    fc.assert(
      fc.property(criteria, births, days, fc.nat(4000), (criterion, birth, on, later) => {
        const judged = judge(criterion, birth, on);
        const last = judged.holdsUntil ?? Infinity;
        const then = Math.min(dayOf(on) + later, last);
        expect(judge(criterion, birth, dateOf(then)).answer).toBe(judged.answer);
        if (birth.length === 10 && dayOf(birth) <= dayOf(on) && last !== Infinity)
          expect(judge(criterion, birth, dateOf(last + 1)).answer).not.toBe(judged.answer);
      }),
    );
  });
});
