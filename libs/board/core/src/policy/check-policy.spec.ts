import { describe, expect, it } from '@jest/globals';
import { usualPolicy, type BoardPolicy } from './board-policy.js';
import { checkPolicy } from './check-policy.js';

describe(checkPolicy, () => {
  it('lets the usual one be', () => {
    expect(checkPolicy(usualPolicy)).toBeUndefined();
  });

  const signed = usualPolicy.decision;
  it.each<[string, Partial<BoardPolicy>]>([
    ['ecogAtMost', { ecogAtMost: 5 }],
    ['lifeExpectancyWeeksAtLeast', { lifeExpectancyWeeksAtLeast: -1 }],
    ['tumourFractionAtLeast', { tumourFractionAtLeast: 20 }],
    ['deadlines/signed/days', { deadlines: { signed: { ...signed, days: 0 } } }],
    ['deadlines/decision/days', { decision: { ...signed, days: 1.5 } }],
    ['followUpWeeks', { followUpWeeks: [13, 6] }],
    ['holidays', { holidays: ['2026-02-30'] }],
  ])('names %s where it cannot be', (place, change) => {
    expect(checkPolicy({ ...usualPolicy, ...change })).toMatchObject({
      code: 'BOARD.BAD_POLICY',
      place: `/policy/${place}`,
    });
  });
});
