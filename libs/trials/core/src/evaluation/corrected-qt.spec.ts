import { describe, expect, it } from '@jest/globals';
import { qtByFridericia } from './corrected-qt.js';

describe('qtByFridericia', () => {
  it('leaves the interval at 60 beats a minute', () => {
    expect(qtByFridericia(420, 60)).toBe(420);
  });

  it('divides by the cube root of the RR interval', () => {
    // RR of 1/8 s has a cube root of 1/2, of 8 s one of 2.
    expect(qtByFridericia(200, 480)).toBe(400);
    expect(qtByFridericia(400, 7.5)).toBe(200);
  });
});
