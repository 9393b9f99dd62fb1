import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rememberLast } from './remember-last.js';

describe('what was made of the last few objects', () => {
  it('is what would be made of them anew, whatever the order they are asked in', () => {
    const objects = Array.from({ length: 6 }, (_, number) => ({ number }));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), fc.integer({ min: 1, max: 4 }), (order, size) => {
        const remembered = rememberLast(
          ({ number }: { number: number }) => `made of ${String(number)}`,
          size,
        );
        for (const number of order) {
          const key = objects[number];
          if (key !== undefined) expect(remembered(key)).toBe(`made of ${String(number)}`);
        }
      }),
    );
  });

  it('is made once while no more others are asked than it holds, and may be undefined', () => {
    let made = 0;
    const remembered = rememberLast((_: object): undefined => {
      made += 1;
      return undefined;
    }, 2);
    const [a, b, c] = [{}, {}, {}];
    const answers = [a, b, a, b, a].map(remembered);
    expect(answers).toEqual(answers.map(() => undefined));
    expect(made).toBe(2);
    remembered(c);
    remembered(a);
    expect(made).toBe(4);
  });
});
