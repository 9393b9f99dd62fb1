import { describe, expect, it } from '@jest/globals';
import { interpretationState } from './interpretation-state.js';

describe(interpretationState.name, () => {
  it.each([
    ['the result of the standing version', 2, 'final', 2, 'current'],
    ['the result of an earlier version', 2, 'amended', 1, 'pending'],
    ['no result yet', 1, 'final', undefined, 'pending'],
    ['a cancelled report, whatever was found before', 3, 'cancelled', 3, 'withdrawn'],
  ] as const)('with %s', (_, version, status, resultVersion, expected) => {
    expect(interpretationState({ version, status }, resultVersion)).toBe(expected);
  });
});
