import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addYears, dayOf } from '../calendar.js';
import { birthRangeOf, yearsOfAge } from './birth-range.js';

describe('yearsOfAge', () => {
  const born = fc.integer({ min: dayOf('1890-01-01'), max: dayOf('2110-12-31') });
  const years = fc.integer({ min: 0, max: 130 });

  it('turns on the birthday', () => {
    fc.assert(
      fc.property(born, years, (day, age) => {
        expect(yearsOfAge(day, addYears(day, age))).toBe(age);
        expect(yearsOfAge(day, addYears(day, age + 1) - 1)).toBe(age);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with the birthdays on any day', () => {
    fc.assert(
      fc.property(born, fc.nat(45_000), (day, later) => {
        const age = yearsOfAge(day, day + later);
        expect(addYears(day, age) <= day + later && day + later < addYears(day, age + 1)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('birthRangeOf', () => {
  it.each([
    ['1986-02-03', '1986-02-03', '1986-02-03'],
    ['1988-02', '1988-02-01', '1988-02-29'],
    ['1986', '1986-01-01', '1986-12-31'],
  ])('reads %s as %s to %s, again and again', (date, first, last) => {
    const expected = { first: dayOf(first), last: dayOf(last) };
    expect([birthRangeOf(date), birthRangeOf(date)]).toEqual([expected, expected]);
  });
});
