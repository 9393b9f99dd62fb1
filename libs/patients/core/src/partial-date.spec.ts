import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysOf, liesBefore } from './partial-date.js';

describe(daysOf.name, () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2026-03-14', '2026-03-14', '2026-03-14'],
  ])('%s means %s to %s', (date, first, last) => {
    expect(daysOf(date)).toEqual({ first, last });
  });

  it.each(['2026-02-29', '2026-13', '2026-00', '2026-1-1', '26', '', '2026-03-14T00:00:00Z', 'March 2026'])(
    'knows no day «%s»',
    (date) => {
      expect(daysOf(date)).toBeUndefined();
    },
  );

  it('holds the day that was cut off', () => {
    const day = fc
      .date({ min: new Date('1850-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (date, length) => {
        const range = daysOf(date.slice(0, length));
        expect(range !== undefined && range.first <= date && date <= range.last).toBe(true);
      }),
    );
  });
});

describe(liesBefore.name, () => {
  it.each([
    ['2025', '2026-01', true],
    ['2026', '2026-12-31', false],
    ['2026-03-01', '2026-03', false],
    ['2026-02-28', '2026-03', true],
    ['no date', '2026', false],
  ])('%s before %s: %s', (later, earlier, expected) => {
    expect(liesBefore(later, earlier)).toBe(expected);
  });
});
