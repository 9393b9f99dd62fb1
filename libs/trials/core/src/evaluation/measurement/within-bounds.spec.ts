import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeRange, type Bounds } from './within-bounds.js';

describe('judgeRange', () => {
  it.each<readonly [Bounds, number, number, 'less-than' | 'greater-than' | undefined, string]>([
    [{ atLeast: 5 }, 5, 5, undefined, 'met'],
    [{ above: 5 }, 5, 5, undefined, 'not-met'],
    [{ atMost: 5 }, 5, 5, undefined, 'met'],
    [{ below: 5 }, 5, 5, undefined, 'not-met'],
    [{}, 5, 5, undefined, 'met'],
    [{ atLeast: 3, below: 5 }, 4, 4, undefined, 'met'],
    [{ below: 5 }, 0, 5, 'less-than', 'met'],
    [{ atLeast: 5 }, 0, 5, 'less-than', 'not-met'],
    [{ atLeast: 4 }, 0, 5, 'less-than', 'unknown'],
    [{ atLeast: 0 }, 0, 5, 'less-than', 'met'],
    [{ above: 5 }, 5, Infinity, 'greater-than', 'met'],
    [{ atMost: 5 }, 5, Infinity, 'greater-than', 'not-met'],
    [{ atMost: 6 }, 5, Infinity, 'greater-than', 'unknown'],
    [{ atLeast: 5 }, 4, 6, undefined, 'unknown'],
  ])('of %j for %d to %d (%s) says %s', (bounds, low, high, open, answer) => {
    expect(judgeRange(bounds, low, high, open)).toBe(answer);
  });

  const bound = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
  const bounds: fc.Arbitrary<Bounds> = fc
    .record({ atLeast: bound, atMost: bound, above: bound, below: bound })
    .map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)));

  it('is sure only of what holds for every value of the range', () => {
    fc.assert(
      fc.property(
        bounds,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, low, width, share) => {
          const answer = judgeRange(of, low, low + width);
          const within = low + width * share;
          if (answer !== 'unknown') expect(judgeRange(of, within, within)).toBe(answer);
        },
      ),
    );
  });

  it('knows every exact value', () => {
    fc.assert(
      fc.property(bounds, fc.integer({ min: 0, max: 20 }), (of, value) => {
        const { atLeast = -1, above = -1, atMost = 99, below = 99 } = of;
        const within = value >= atLeast && value > above && value <= atMost && value < below;
        expect(judgeRange(of, value, value)).toBe(within ? 'met' : 'not-met');
      }),
    );
  });
});
